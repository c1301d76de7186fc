#include "jobpage.h"

#include "paletteicon.h"
#include "ui_jobpage.h"

#include <QSignalBlocker>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

JobPage::JobPage(QWidget *parent) : WindowPage(parent), m_ui(std::make_unique<Ui::JobPage>())
{
    m_ui->setupUi(this);
    m_ui->openFolderButton->setIcon(paletteIcon(u"folder"_s));
    connect(m_ui->openFolderButton, &QToolButton::clicked, this, &JobPage::openFolderRequested);
    connect(m_ui->outputButton, &QToolButton::clicked, this, [this] { Q_EMIT chooseFolderRequested(true); });
    connect(
        m_ui->watermarkButton, &QToolButton::clicked, this, [this] { Q_EMIT chooseFolderRequested(false); });
    for (QLineEdit *edit : { m_ui->outputEdit, m_ui->watermarkEdit })
        connect(edit, &QLineEdit::textEdited, this, &JobPage::edited);
    connect(m_ui->workersBox, &QSpinBox::valueChanged, this, &JobPage::edited);
}

JobPage::~JobPage() = default;

QString JobPage::outputDir() const
{
    return m_ui->outputEdit->text().trimmed();
}

QString JobPage::watermarkDir() const
{
    return m_ui->watermarkEdit->text().trimmed();
}

int JobPage::workers() const
{
    return m_ui->workersBox->value();
}

void JobPage::setFolders(const QString &outputDir, const QString &watermarkDir)
{
    m_ui->outputEdit->setText(outputDir);
    m_ui->watermarkEdit->setText(watermarkDir);
}

void JobPage::setWorkers(int workers)
{
    const QSignalBlocker quiet(m_ui->workersBox); // not a person's edit
    m_ui->workersBox->setValue(workers);
}

} // namespace tidemark
