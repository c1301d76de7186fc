#include "jobpage.h"

#include "csvoptions.h"
#include "paletteicon.h"
#include "policyoptions.h"
#include "ui_jobpage.h"
#include "wheelguard.h"

#include <QFontDatabase>
#include <QSignalBlocker>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostTables = 100; // to choose a preview from

} // namespace

JobPage::JobPage(QWidget *parent)
    : WindowPage(parent), m_ui(std::make_unique<Ui::JobPage>()), m_csv(new CsvOptions(this)),
      m_policies(new PolicyOptions(this))
{
    m_ui->setupUi(this);
    m_ui->openFolderButton->setIcon(paletteIcon(u"folder"_s));
    m_ui->csvGroupLayout->addWidget(m_csv);
    m_ui->policyGroupLayout->addWidget(m_policies);
    new WheelGuard(this);
    connect(m_ui->openFolderButton, &QToolButton::clicked, this, &JobPage::openFolderRequested);
    connect(m_ui->outputButton, &QToolButton::clicked, this, [this] { Q_EMIT chooseFolderRequested(true); });
    connect(
        m_ui->watermarkButton, &QToolButton::clicked, this, [this] { Q_EMIT chooseFolderRequested(false); });
    for (QLineEdit *edit : { m_ui->outputEdit, m_ui->watermarkEdit }) {
        connect(edit, &QLineEdit::textEdited, this, &JobPage::edited);
        connect(edit, &QLineEdit::textChanged, this, &JobPage::foldersChanged);
    }
    connect(m_ui->workersBox, &QSpinBox::valueChanged, this, &JobPage::edited);
    connect(m_policies, &PolicyOptions::edited, this, &JobPage::optionsEdited);
    connect(m_csv, &CsvOptions::edited, this, [this] {
        updatePreview();
        Q_EMIT optionsEdited();
    });
    setUpPreview();
}

void JobPage::setUpPreview()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_ui->previewEdit->setFont(fixed);
    m_ui->jobSplitter->setStretchFactor(0, 3);
    m_ui->jobSplitter->setStretchFactor(1, 2);
    setTables({});
    connect(m_ui->previewBox, &QComboBox::currentIndexChanged, this, &JobPage::choosePreview);
    updatePreview();
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

void JobPage::setSpaceText(const LiveText &text)
{
    say(*m_ui->spaceLabel, text);
}

TableRequest JobPage::options() const
{
    TableRequest options;
    options.dialect = m_csv->dialect();
    options.files = m_csv->files();
    options.policies = m_policies->policies();
    return options;
}

void JobPage::setOptions(const TableRequest &options)
{
    m_csv->setOptions(options.dialect, options.files);
    m_policies->setPolicies(options.policies);
    updatePreview();
}

void JobPage::setTables(const QList<TableRef> &tables)
{
    const QList<TableRef> offered = tables.mid(0, mostTables);
    if (m_tables == offered && m_ui->previewBox->count() > 0)
        return;
    const QString shown = m_ui->previewBox->currentText();
    {
        const QSignalBlocker quiet(m_ui->previewBox);
        m_tables = offered;
        m_ui->previewBox->clear();
        m_ui->previewBox->addItem(exampleName());
        for (const TableRef &table : m_tables)
            m_ui->previewBox->addItem(table.display());
        m_ui->previewBox->setCurrentIndex(qMax(0, m_ui->previewBox->findText(shown)));
    }
    if (m_ui->previewBox->currentText() != shown)
        choosePreview();
}

void JobPage::choosePreview()
{
    const int table = m_ui->previewBox->currentIndex() - 1;
    if (table < 0) {
        Q_EMIT exampleChosen();
        showSample(RowSample::example());
        return;
    }
    say(*m_ui->previewNoteLabel, [] { return tr("The first rows are on their way."); });
    Q_EMIT sampleRequested(m_tables[table]);
}

void JobPage::showSample(const RowSample &sample)
{
    m_sample = sample;
    updatePreview();
}

void JobPage::showSampleProblem(const LiveText &text)
{
    m_ui->previewEdit->clear();
    say(*m_ui->previewNoteLabel, text);
}

void JobPage::updatePreview()
{
    const CsvDialect &dialect = m_csv->dialect();
    const Result<QString> text = m_sample.written(dialect);
    m_ui->previewMistakeLabel->setVisible(!text);
    say(*m_ui->previewMistakeLabel, [sample = m_sample, dialect] {
        const Result<QString> written = sample.written(dialect);
        return written ? QString() : written.error().text;
    });
    if (text)
        m_ui->previewEdit->setPlainText(*text);
    say(*m_ui->previewNoteLabel, [guards = dialect.guardFormulas] {
        return guards ? tr("Guarded formulas are changed values: they do not read back as they were.")
                      : QString();
    });
}

void JobPage::changeEvent(QEvent *event)
{
    WindowPage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_ui->previewBox->setItemText(0, exampleName());
}

/// What the preview shows while no table is chosen.
QString JobPage::exampleName()
{
    return tr("made-up rows");
}

} // namespace tidemark
