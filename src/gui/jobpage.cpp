#include "jobpage.h"

#include "fixedfont.h"
#include "livetext.h"
#include "paletteicon.h"
#include "ui_jobpage.h"
#include "wheelguard.h"

#include <QScrollBar>
#include <QSignalBlocker>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostTables = 100; // to choose a preview from

} // namespace

JobPage::JobPage(QWidget *parent) : WindowPage(parent), m_ui(std::make_unique<Ui::JobPage>())
{
    m_ui->setupUi(this);
    m_ui->openFolderButton->setIcon(paletteIcon(u"folder"_s));
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
    connect(m_ui->policyOptions, &PolicyOptions::edited, this, &JobPage::optionsEdited);
    connect(m_ui->csvOptions, &CsvOptions::edited, this, [this] {
        updatePreview();
        Q_EMIT optionsEdited();
    });
    setUpPreview();
}

void JobPage::setUpPreview()
{
    m_ui->previewEdit->setFont(fixedFont(*this));
    m_ui->jobSplitter->setStretchFactor(0, 3);
    m_ui->jobSplitter->setStretchFactor(1, 2);
    setTables({});
    connect(m_ui->previewBox, &QComboBox::currentIndexChanged, this, &JobPage::choosePreview);
    updatePreview();
}

JobPage::~JobPage() = default;

void JobPage::resizeEvent(QResizeEvent *event)
{
    WindowPage::resizeEvent(event);
    arrangeOptions();
}

void JobPage::arrangeOptions()
{
    const int beside = m_ui->csvGroup->sizeHint().width() - m_ui->csvOptions->sizeHint().width()
        + m_ui->scrollArea->verticalScrollBar()->sizeHint().width();
    m_ui->csvOptions->setRoom(contentsRect().width() - beside);
}

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
    options.dialect = m_ui->csvOptions->dialect();
    options.files = m_ui->csvOptions->files();
    options.policies = m_ui->policyOptions->policies();
    return options;
}

void JobPage::setOptions(const TableRequest &options)
{
    m_ui->csvOptions->setOptions(options.dialect, options.files);
    m_ui->policyOptions->setPolicies(options.policies);
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
    const CsvDialect &dialect = m_ui->csvOptions->dialect();
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
    QMetaObject::invokeMethod(
        this, &JobPage::arrangeOptions, Qt::QueuedConnection); // once all have their words
    m_ui->previewBox->setItemText(0, exampleName());
}

/// What the preview shows while no table is chosen.
QString JobPage::exampleName()
{
    return tr("made-up rows");
}

} // namespace tidemark
