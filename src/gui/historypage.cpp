#include "historypage.h"

#include "listlook.h"
#include "livetext.h"
#include "paletteicon.h"
#include "ui_historypage.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>

#include <array>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

// In the order of the choices.
constexpr std::array<int, 4> periodDays{ 0, 1, 7, 30 };

} // namespace

HistoryPage::HistoryPage(QWidget *parent)
    : WindowPage(parent), m_ui(std::make_unique<Ui::HistoryPage>()), m_model(new HistoryModel(this)),
      m_files(new RunFileModel(this))
{
    m_ui->setupUi(this);
    setUpViews();
    setUpFilters();
    connect(m_ui->verifyButton, &QPushButton::clicked, this, &HistoryPage::requestVerify);
    connect(m_ui->openButton, &QPushButton::clicked, this, [this] {
        if (m_selected && !m_selected->files.isEmpty())
            Q_EMIT openFolderRequested(QFileInfo(m_selected->files.constFirst().path).path());
    });
    connect(m_ui->editWatermarkButton, &QPushButton::clicked, this, [this] {
        if (m_selected)
            Q_EMIT watermarkRequested(m_selected->table);
    });
    say(*m_ui->verifyLabel, [] { return tr("Select a run above to see its files."); });
    setHistory({}, {});
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::setUpViews()
{
    const int unit = fontMetrics().averageCharWidth();
    QTableView *runs = m_ui->historyView;
    runs->setModel(m_model);
    QHeaderView *header = runs->horizontalHeader();
    header->setSectionResizeMode(HistoryModel::Note, QHeaderView::Stretch);
    const QString longTime = QLocale().toString(QDateTime({ 2026, 12, 30 }, { 20, 0 }), QLocale::ShortFormat);
    header->resizeSection(HistoryModel::When, fontMetrics().horizontalAdvance(longTime) + unit * 3);
    header->resizeSection(HistoryModel::Table, unit * 26);
    header->resizeSection(HistoryModel::What, unit * 15);
    header->resizeSection(HistoryModel::Rows, unit * 11);
    header->resizeSection(HistoryModel::Size, unit * 11);
    header->resizeSection(HistoryModel::Duration, unit * 11);
    header->setSortIndicator(HistoryModel::When, Qt::DescendingOrder);
    m_ui->fileView->setModel(m_files);
    header = m_ui->fileView->horizontalHeader();
    header->setSectionResizeMode(RunFileModel::File, QHeaderView::Stretch);
    header->resizeSection(RunFileModel::State, unit * 18);
    header->resizeSection(RunFileModel::Rows, unit * 11);
    header->resizeSection(RunFileModel::Size, unit * 11);
    header->resizeSection(RunFileModel::Hash, unit * 20);
    for (QTableView *view : { runs, m_ui->fileView })
        setListLook(*view);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    connect(
        runs->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPage::takeSelection);
    connect(m_model, &HistoryModel::modelReset, this, &HistoryPage::selectAgain);
    m_replot.setSingleShot(true);
    m_replot.setInterval(0);
    const auto plotLater = qOverload<>(&QTimer::start);
    connect(&m_replot, &QTimer::timeout, this, &HistoryPage::replot);
    connect(m_ui->onlyTableCheck, &QCheckBox::toggled, &m_replot, plotLater);
    connect(m_ui->bottomTabs, &QTabWidget::currentChanged, &m_replot, plotLater);
    connect(m_model, &HistoryModel::rowsInserted, &m_replot, plotLater);
    connect(m_model, &HistoryModel::modelReset, &m_replot, plotLater);
}

void HistoryPage::setUpFilters()
{
    m_ui->refreshButton->setIcon(paletteIcon(u"refresh"_s));
    connect(m_ui->refreshButton, &QToolButton::clicked, this, &HistoryPage::refreshRequested);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &HistoryPage::applyFilter);
    for (const QComboBox *combo : { m_ui->periodCombo, m_ui->kindCombo })
        connect(combo, &QComboBox::currentIndexChanged, this, &HistoryPage::applyFilter);
}

void HistoryPage::applyFilter()
{
    const int days = periodDays.at(size_t(m_ui->periodCombo->currentIndex()));
    m_model->setFilter(
        { m_ui->filterEdit->text(), days > 0 ? QDateTime::currentDateTimeUtc().addDays(-days) : QDateTime(),
            HistoryKind(m_ui->kindCombo->currentIndex()) });
}

/// After a reset the view has no current row, and does not say so.
void HistoryPage::selectAgain()
{
    const std::optional<int> row = m_selected ? m_model->rowOf(*m_selected) : std::nullopt;
    if (row)
        m_ui->historyView->selectRow(*row);
    else
        takeSelection();
}

void HistoryPage::takeSelection()
{
    const QModelIndex current = m_ui->historyView->currentIndex();
    const std::optional<HistoryRun> before = m_selected;
    m_selected = current.isValid() ? std::optional(m_model->run(current.row())) : std::nullopt;
    const bool same = before && m_selected && isSameRun(*before, *m_selected);
    if (m_verifying && !same)
        Q_EMIT cancelRequested();
    m_files->setFiles(m_selected ? m_selected->files : QList<HistoryFileEntry>());
    if (!same && m_selected)
        say(*m_ui->verifyLabel, {});
    else if (!same)
        say(*m_ui->verifyLabel, [] { return tr("Select a run above to see its files."); });
    if (m_ui->onlyTableCheck->isChecked())
        m_replot.start();
    updateButtons();
}

void HistoryPage::setHistory(const SyncHistory &history, const QString &folder)
{
    m_model->setRuns(history.runs);
    const bool empty = history.runs.isEmpty();
    say(*m_ui->emptyLabel, [folder] {
        return folder.isEmpty()
            ? tr("Say on the page Job where watermarks go; the history lies beside them.")
            : tr("No sync has published anything below %1 yet. Here each table that a sync writes gets a "
                 "line: rows, size, duration, and why it was loaded again. Runs that fail or find nothing "
                 "new publish nothing, so they are not listed here; the page Run shows them until the next "
                 "run.")
                  .arg(folder);
    });
    m_ui->emptyLabel->setVisible(empty);
    m_ui->content->setVisible(!empty);
    showProblem(history.problems.join(u'\n'));
    takeSelection(); // what is known of its files may have changed
}

void HistoryPage::showProblem(const LiveText &text)
{
    say(*m_ui->problemLabel, text);
    const bool isThere = !m_ui->problemLabel->text().isEmpty();
    m_ui->problemLabel->setVisible(isThere);
    if (isThere && !m_model->hasRuns())
        say(*m_ui->emptyLabel, text);
}

void HistoryPage::updateButtons()
{
    const bool canVerify = !m_files->currentFiles().isEmpty();
    const QKeySequence keys = m_ui->verifyButton->shortcut();
    m_ui->verifyButton->setText(m_verifying ? tr("Stop verifying") : tr("Verify files"));
    m_ui->verifyButton->setShortcut(keys); // another text takes it away
    m_ui->verifyButton->setEnabled(m_verifying || canVerify);
    m_ui->openButton->setEnabled(m_selected && !m_selected->files.isEmpty());
    m_ui->editWatermarkButton->setEnabled(m_selected.has_value());
    if (m_selected && !canVerify)
        say(*m_ui->verifyLabel,
            [] { return tr("The files of this run are not part of the table any more."); });
}

void HistoryPage::replot()
{
    if (!m_ui->plot->isVisible())
        return;
    QList<const HistoryRun *> runs = m_model->shown();
    LiveText title = [] { return tr("Rows and duration of the runs in the list"); };
    if (m_selected && m_ui->onlyTableCheck->isChecked()) {
        title = [table = m_selected->table.display()] { return tr("Rows and duration of %1").arg(table); };
        runs.removeIf([&](const HistoryRun *each) { return each->table != m_selected->table; });
    }
    m_ui->plot->setRuns(runs, title);
}

void HistoryPage::changeEvent(QEvent *event)
{
    WindowPage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    readAgain(*m_model);
    readAgain(*m_files);
    updateButtons();
}

void HistoryPage::requestVerify()
{
    if (m_verifying)
        Q_EMIT cancelRequested();
    else if (m_selected)
        Q_EMIT verifyRequested(*m_selected, m_files->currentFiles());
}

void HistoryPage::showVerifying(int thousandths)
{
    m_verifying = true;
    say(*m_ui->verifyLabel, [percent = thousandths / 10] {
        return tr("Reading the files, %1 %").arg(QLocale().toString(percent));
    });
    updateButtons();
}

void HistoryPage::showVerified(const VerifiedTable &table)
{
    m_files->setVerified(table);
    if (table.error) {
        say(*m_ui->verifyLabel, table.error->text);
        return;
    }
    int good = 0;
    QString problem;
    for (const VerifiedFile &file : table.files) {
        good += file.state == FileState::Good ? 1 : 0;
        if (isWrong(file.state) && problem.isEmpty())
            problem = QFileInfo(file.path).fileName() + u": "_s + file.problem;
    }
    say(*m_ui->verifyLabel, [good, problem, all = int(table.files.size())] {
        const QString count = tr("%1 of %n file(s) good.", nullptr, all).arg(QLocale().toString(good));
        return problem.isEmpty() ? count : count + u' ' + problem;
    });
}

void HistoryPage::endVerifying()
{
    m_verifying = false;
    updateButtons();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    WindowPage::showEvent(event);
    Q_EMIT refreshRequested();
}

} // namespace tidemark
