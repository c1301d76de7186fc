#include "mainwindow.h"

#include "answer.h"
#include "catalogcontroller.h"
#include "changescontroller.h"
#include "changespage.h"
#include "checkcontroller.h"
#include "checkpage.h"
#include "connectioncontroller.h"
#include "connectionpane.h"
#include "desktopnotice.h"
#include "freshnesscontroller.h"
#include "freshnesspage.h"
#include "historycontroller.h"
#include "historypage.h"
#include "jobdrop.h"
#include "jobpage.h"
#include "jobpagecontroller.h"
#include "livetext.h"
#include "lookmenu.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "runbar.h"
#include "runcontroller.h"
#include "runnotice.h"
#include "runpage.h"
#include "tabletreepane.h"
#include "ui_mainwindow.h"
#include "userprompts.h"
#include "whatsthis.h"
#include "windowbackend.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QTabBar>
#include <QUrl>
#include <QWhatsThis>

#include <chrono>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As one word of a shell, whatever the text holds.
QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

MainWindow::MainWindow(WindowBackend &backend, UserPrompts &prompts, const QString &memoryFile)
    : m_backend(backend), m_prompts(prompts), m_memoryFile(memoryFile),
      m_ui(std::make_unique<Ui::MainWindow>()), m_connectionPane(new ConnectionPane(this)),
      m_treePane(new TableTreePane(this)), m_runBar(new RunBar(this)), m_jobPage(new JobPage(this)),
      m_changesPage(new ChangesPage(this)), m_runPage(new RunPage(this)),
      m_historyPage(new HistoryPage(this)), m_freshnessPage(new FreshnessPage(this)),
      m_checkPage(new CheckPage(this)),
      m_connection(new ConnectionController(backend, prompts, *m_connectionPane, this)),
      m_catalog(new CatalogController(backend, *m_treePane, this)),
      m_runs(new RunController(backend, *m_runBar, *m_runPage, this)),
      m_history(new HistoryController(backend, prompts, *this, *m_historyPage, this)),
      m_checks(new CheckController(backend, prompts, *this, *m_checkPage, this)),
      m_jobs(new JobPageController(backend, *this, *m_jobPage, this)),
      m_changes(new ChangesController(backend, *this, *m_changesPage, this)),
      m_freshness(new FreshnessController(backend, *this, *m_freshnessPage, this)),
      m_runTime(new QLabel(this))
{
    m_ui->setupUi(this);
    placePanes();
    connectActions();
    connectControllers();
    restore(loadWindowMemory(memoryFile));
    setJobPath({});
    updateReady();
}

MainWindow::~MainWindow() = default;

void MainWindow::placePanes()
{
    m_ui->leftLayout->addWidget(m_connectionPane);
    m_ui->leftLayout->addWidget(m_treePane, 1);
    keepNarrow(*m_connectionPane);
    m_ui->rightLayout->insertWidget(0, m_runBar);
    addPage(m_jobPage);
    addPage(m_changesPage);
    addPage(m_runPage);
    addPage(m_historyPage);
    addPage(m_freshnessPage);
    addPage(m_checkPage);
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 3);
    m_runBar->setNextByTab(m_ui->pageTabs->tabBar());
    m_runBar->setActions(m_ui->newAction, m_ui->openAction, m_ui->saveAction);
    m_ui->statusBar->addPermanentWidget(m_runTime);
    m_ui->newAction->setIcon(paletteIcon(u"document-new"_s));
    m_ui->openAction->setIcon(paletteIcon(u"document-open"_s));
    m_ui->saveAction->setIcon(paletteIcon(u"document-save"_s));
    m_ui->syncAction->setIcon(paletteIcon(u"sync"_s));
    m_ui->cancelAction->setIcon(paletteIcon(u"stop"_s));
    m_ui->refreshAction->setIcon(paletteIcon(u"refresh"_s));
    m_ui->filterAction->setIcon(paletteIcon(u"search"_s));
    m_ui->folderAction->setIcon(paletteIcon(u"folder"_s));
    m_ui->practiceAction->setIcon(paletteIcon(u"practice"_s));
}

void MainWindow::addPage(WindowPage *page)
{
    m_ui->pageTabs->addPage(page, *m_ui->viewMenu);
}

void MainWindow::connectActions()
{
    connect(m_ui->newAction, &QAction::triggered, this, [this] { whenNothingIsLost([this] { newJob(); }); });
    connect(
        m_ui->openAction, &QAction::triggered, this, [this] { whenNothingIsLost([this] { askForJob(); }); });
    connect(m_ui->saveAction, &QAction::triggered, this, [this] {
        if (m_jobPath.isEmpty())
            askWhereToSave();
        else
            saveJob(m_jobPath);
    });
    connect(m_ui->saveAsAction, &QAction::triggered, this, &MainWindow::askWhereToSave);
    connect(m_ui->commandAction, &QAction::triggered, this, &MainWindow::copyCommand);
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->syncAction, &QAction::triggered, this, &MainWindow::run);
    connect(m_ui->cancelAction, &QAction::triggered, m_runs, &RunController::cancel);
    connect(m_ui->refreshAction, &QAction::triggered, m_catalog, &CatalogController::refresh);
    connect(m_ui->filterAction, &QAction::triggered, m_treePane, &TableTreePane::focusFilter);
    connect(m_ui->folderAction, &QAction::triggered, this, &MainWindow::openOutputFolder);
    connect(m_ui->practiceAction, &QAction::triggered, m_connection, &ConnectionController::choosePractice);
    connect(m_ui->helpAction, &QAction::triggered, this, &MainWindow::explainFocus);
    connect(m_ui->whatsThisAction, &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_ui->recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
}

void MainWindow::connectControllers()
{
    connect(m_connection, &ConnectionController::connected, this, &MainWindow::takeConnection);
    connect(m_connection, &ConnectionController::disconnected, this, [this] {
        m_treePane->showTeaching();
        updateReady();
    });
    connect(m_connection, &ConnectionController::practiceChosen, this,
        [this] { whenNothingIsLost([this] { m_connection->beginPractice(); }); });
    connect(m_connection, &ConnectionController::practiceStarted, this, &MainWindow::takePracticeFolders);
    connect(m_connection, &ConnectionController::noted, m_runPage, &RunPage::log);
    connect(m_catalog, &CatalogController::noted, m_runPage, &RunPage::log);
    connect(m_catalog, &CatalogController::changed, this, &MainWindow::updateReady);
    connect(m_catalog, &CatalogController::edited, this, &MainWindow::setModified);
    connect(m_jobPage, &JobPage::edited, this, [this] {
        setModified();
        updateReady();
    });
    connect(m_jobPage, &JobPage::optionsEdited, this, &MainWindow::takeOptions);
    connect(m_runBar, &RunBar::runRequested, this, &MainWindow::run);
    connect(m_jobPage, &JobPage::openFolderRequested, this, &MainWindow::openOutputFolder);
    connect(m_jobPage, &JobPage::chooseFolderRequested, this, &MainWindow::chooseFolder);
    connect(m_runPage, &RunPage::openFolderRequested, this, &MainWindow::openFolder);
    connect(m_runPage, &RunPage::openFilesRequested, this, &MainWindow::openOutputFolder);
    connect(m_runs, &RunController::started, this, &MainWindow::showRunning);
    connect(m_runs, &RunController::finished, this, &MainWindow::finishRun);
    connect(m_runs, &RunController::finished, m_history, &HistoryController::refresh);
    new RunNotice(*m_runs, m_prompts, *this);
    connect(new JobDrop(*this), &JobDrop::dropped, this,
        [this](const QString &path) { whenNothingIsLost([this, path] { openJob(path); }); });
    m_backend.whenCalled(this, [this] {
        bringWindowForward(*this);
        QApplication::alert(this);
    });
    connect(m_history, &HistoryController::watermarkChanged, m_freshness, &FreshnessController::look);
    connect(m_freshness, &FreshnessController::found, &m_treePane->model(), &TableTreeModel::setFreshness);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::showRunTime);
}

void MainWindow::addLookMenu()
{
    auto *look = new LookMenu(*m_ui->viewMenu);
    look->setTheme(m_memory.theme);
    look->setLanguage(m_memory.language);
    connect(look, &LookMenu::themeChosen, this, [this](Theme theme) {
        m_memory.theme = theme;
        m_theme.apply(theme);
    });
    connect(look, &LookMenu::languageChosen, this, [this](const QString &code) {
        m_memory.language = code;
        Q_EMIT languageChosen(code);
    });
}

/// Everything that stands in the window stays as it is, but for its words. The panes and pages hear of it
/// after this.
void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    showTitle();
    updateReady();
    if (m_clock.isActive())
        showRunTime();
}

void MainWindow::restore(const LoadedMemory &loaded)
{
    m_memory = loaded.memory;
    m_theme.apply(m_memory.theme);
    addLookMenu();
    m_jobPage->setFolders(m_memory.outputDir, m_memory.watermarkDir);
    m_jobPage->setWorkers(m_memory.workers);
    if (!restoreGeometry(m_memory.geometry)) {
        const QSize letter = fontMetrics().size(Qt::TextSingleLine, u"m"_s);
        const QSize wanted(letter.width() * 120, letter.height() * 54);
        resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    }
    m_ui->splitter->setSizes({ width() * 2 / 5, width() * 3 / 5 });
    restoreViewStates(*this, m_memory.views);
    if (!loaded.warning.isEmpty()) {
        m_runPage->log(loaded.warning);
        say(*statusBar(), loaded.warning);
    }
}

/// Those of practice and of a job file are no choice for the next job.
void MainWindow::rememberFolders()
{
    if (m_practiceFolders || !m_jobPath.isEmpty())
        return;
    m_memory.outputDir = m_jobPage->outputDir();
    m_memory.watermarkDir = m_jobPage->watermarkDir();
}

void MainWindow::remember()
{
    m_memory.geometry = saveGeometry();
    m_memory.views = saveViewStates(*this);
    m_memory.profile = m_connectionPane->profile();
    m_memory.workers = m_jobPage->workers();
    rememberFolders();
    saveWindowMemory(m_memory, m_memoryFile);
}

void MainWindow::start(const QString &jobFile)
{
    m_connection->start(m_memory.profile);
    if (!jobFile.isEmpty())
        openJob(jobFile);
}

void MainWindow::newJob()
{
    setDraft({});
    setJobPath({});
    m_practiceFolders = false;
    m_jobPage->setFolders(m_memory.outputDir, m_memory.watermarkDir);
    m_catalog->tickDraft();
    updateReady();
}

void MainWindow::askForJob()
{
    m_prompts.chooseFile(this, tr("Open a job"), m_memory.jobFolder(),
        tr("Job files (*.json *.yaml *.yml);;All files (*)"), [this](const QString &path) { openJob(path); });
}

void MainWindow::openJob(const QString &path)
{
    say(*statusBar(), [path] { return tr("Reading %1.").arg(path); });
    whenAnswered(m_backend.openJob(path), this, [this, path](const Result<OpenedJob> &opened) {
        statusBar()->clearMessage();
        if (opened)
            takeJob(path, *opened);
        else
            m_prompts.tell(this, tr("The job cannot be opened"), describe(opened.error()));
    });
}

void MainWindow::takeJob(const QString &path, const OpenedJob &opened)
{
    setDraft(JobDraft(opened.job, opened.defaults));
    m_practiceFolders = false;
    setJobPath(QFileInfo(path).absoluteFilePath());
    m_memory.addRecent(m_jobPath);
    m_jobPage->setFolders(opened.job.outputDir, opened.job.watermarkDir);
    m_jobPage->setWorkers(opened.job.maxWorkers);
    m_runPage->log(tr("Opened the job %1.").arg(m_jobPath));
    for (const QString &warning : opened.warnings)
        m_runPage->log(warning);
    const Login login{ opened.job.connection, opened.job.password };
    if (m_connection->isConnected() && m_connection->login() == login)
        m_catalog->tickDraft();
    else
        m_connection->open(login);
    updateReady();
}

void MainWindow::setDraft(const JobDraft &draft)
{
    m_saved = draft;
    m_catalog->setDraft(draft);
    m_jobPage->setOptions(draft.defaults());
}

void MainWindow::takeOptions()
{
    m_catalog->setOptions(m_jobPage->options());
    m_changes->jobChanged();
    setModified();
}

void MainWindow::setModified()
{
    setWindowModified(!m_jobPath.isEmpty());
}

void MainWindow::whenNothingIsLost(std::function<void()> next)
{
    if (!isWindowModified()) {
        next();
        return;
    }
    m_prompts.confirm(this,
        { tr("The job is not saved"), tr("Changes to %1 are not saved yet.").arg(m_jobPath),
            tr("&Throw them away"), tr("&Keep editing") },
        [this, next = std::move(next)](bool lose) {
            if (!lose)
                return;
            setWindowModified(false);
            next();
        });
}

void MainWindow::askWhereToSave()
{
    const QString wanted = m_jobPath.isEmpty() ? m_memory.jobFolder() + u"/job.json"_s : m_jobPath;
    m_prompts.chooseNewFile(this, tr("Save the job"), wanted,
        tr("Job files (*.json *.yaml *.yml);;All files (*)"), [this](const QString &path) { saveJob(path); });
}

void MainWindow::saveJob(const QString &path)
{
    const bool isNew = m_jobPath.isEmpty();
    const JobToSave toSave{ path, m_jobPath, isNew ? SyncJob() : m_saved.job(), job(),
        isNew ? TableRequest() : m_saved.defaults(), m_catalog->draft().defaults() };
    whenAnswered(m_backend.saveJob(toSave), this, [this, toSave](const Result<QStringList> &saved) {
        if (!saved) {
            m_prompts.tell(this, tr("The job cannot be saved"), describe(saved.error()));
            return;
        }
        for (const QString &note : *saved)
            m_runPage->log(note);
        setDraft(JobDraft(toSave.after, toSave.defaultsAfter));
        setJobPath(QFileInfo(toSave.path).absoluteFilePath());
        m_memory.addRecent(m_jobPath);
        m_practiceFolders = false;
        say(*statusBar(), [path = m_jobPath] { return tr("Saved %1.").arg(path); });
    });
}

SyncJob MainWindow::job() const
{
    SyncJob job = m_catalog->draft().job();
    if (m_connection->isConnected()) {
        job.connection = m_connection->login().connection;
        job.password = m_connection->login().password;
    } else {
        job.connection = m_connectionPane->spec();
    }
    job.outputDir = m_jobPage->outputDir();
    job.watermarkDir = m_jobPage->watermarkDir();
    job.maxWorkers = m_jobPage->workers();
    job.tables = m_catalog->requests();
    return job;
}

void MainWindow::setJobPath(const QString &path)
{
    if (path.isEmpty() && !m_jobPath.isEmpty())
        m_backend.closeJob();
    m_jobPath = path;
    setWindowFilePath(path);
    m_runBar->setTitle(QFileInfo(path).fileName());
    showTitle();
    setWindowModified(false);
}

void MainWindow::showTitle()
{
    const QString name = QFileInfo(m_jobPath).fileName();
    setWindowTitle(name.isEmpty() ? tr("Tidemark") : tr("%1[*] – Tidemark").arg(name));
}

void MainWindow::fillRecentMenu()
{
    m_ui->recentMenu->clear();
    for (const QString &path : m_memory.recentJobs)
        m_ui->recentMenu->addAction(
            path, this, [this, path] { whenNothingIsLost([this, path] { openJob(path); }); });
    if (m_memory.recentJobs.isEmpty())
        m_ui->recentMenu->addAction(tr("No job yet"))->setEnabled(false);
}

void MainWindow::takeConnection(const QList<CatalogDatabase> &databases)
{
    const bool tickTracked = m_connection->isPractice() && m_catalog->draft().job().tables.isEmpty();
    m_catalog->open(m_connection->login(), databases, tickTracked);
    m_freshness->connectionChanged();
    m_treePane->focusTree();
    updateReady();
}

void MainWindow::takePracticeFolders(const QString &outputDir, const QString &watermarkDir)
{
    rememberFolders();
    setDraft({});
    setJobPath({});
    m_practiceFolders = true;
    m_jobPage->setFolders(outputDir, watermarkDir);
}

void MainWindow::chooseFolder(bool output)
{
    m_prompts.chooseFolder(this, output ? tr("Folder for the files") : tr("Folder for the watermarks"),
        output ? m_jobPage->outputDir() : m_jobPage->watermarkDir(), [this, output](const QString &folder) {
            m_jobPage->setFolders(
                output ? folder : m_jobPage->outputDir(), output ? m_jobPage->watermarkDir() : folder);
            setModified();
            updateReady();
        });
}

void MainWindow::openOutputFolder()
{
    openFolder(m_jobPage->outputDir());
}

void MainWindow::openFolder(const QString &folder)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        say(*statusBar(), [] { return tr("The folder cannot be shown; it is made by the first run."); });
}

void MainWindow::copyCommand()
{
    if (m_jobPath.isEmpty() || isWindowModified()) {
        say(*statusBar(), [] { return tr("Save the job first: the command runs the saved file."); });
        return;
    }
    const QString command = u"tidemark --config "_s + shellQuoted(m_jobPath);
    QGuiApplication::clipboard()->setText(command);
    say(*statusBar(), [command] { return tr("Copied: %1").arg(command); });
}

QString MainWindow::reasonNotToAsk() const
{
    if (!m_connection->isConnected())
        return tr("Connect to a server first.");
    if (m_catalog->isLoading())
        return tr("The tables are being listed.");
    if (!m_catalog->hasRequests())
        return tr("Tick a table first.");
    return {};
}

QList<TableRequest> MainWindow::openedTables() const
{
    return m_connection->isConnected() && !m_catalog->isLoading() ? m_catalog->openedTables()
                                                                  : QList<TableRequest>();
}

QString MainWindow::reasonNotToRun() const
{
    if (const QString reason = reasonNotToAsk(); !reason.isEmpty())
        return reason;
    if (m_jobPage->outputDir().isEmpty() || m_jobPage->watermarkDir().isEmpty())
        return tr("Say where files and watermarks go.");
    return {};
}

void MainWindow::updateReady()
{
    QList<TableRef> tables;
    for (const ChosenTable &each : m_treePane->model().chosenTables())
        tables += each.table;
    m_jobPage->setTables(tables);
    m_runBar->setReady(
        int(tables.isEmpty() ? m_catalog->requests().size() : tables.size()), reasonNotToRun());
    m_checks->updateReady();
    const bool running = m_runs->isRunning();
    m_ui->syncAction->setEnabled(m_runBar->isReady());
    m_ui->cancelAction->setEnabled(running);
    m_ui->refreshAction->setEnabled(m_connection->isConnected());
    m_ui->filterAction->setEnabled(m_connection->isConnected());
    m_changes->jobChanged();
    m_history->jobChanged();
    m_freshness->jobChanged();
}

void MainWindow::run()
{
    if (!m_runBar->isReady())
        return;
    m_ui->pageTabs->setCurrentWidget(m_runPage);
    m_runs->start(job());
}

void MainWindow::showRunning()
{
    m_runClock.start();
    m_clock.start();
    showRunTime();
    updateReady();
}

void MainWindow::showRunTime()
{
    m_runTime->setText(tr("Running, %1").arg(clockText(m_runClock.elapsed() / 1000)));
}

void MainWindow::finishRun(const QString &, const RunReport &report)
{
    m_clock.stop();
    m_jobs->updateSpace();
    m_runTime->clear();
    say(*statusBar(), [report] { return tr("Last run: %1").arg(RunController::summary(report)); });
    m_changes->runFinished();
    m_freshness->look();
    updateReady();
    if (m_closing) {
        m_closing = false;
        close();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_runs->isRunning() && !isWindowModified()) {
        remember();
        event->accept();
        return;
    }
    event->ignore();
    if (m_closing)
        return;
    if (!m_runs->isRunning()) {
        whenNothingIsLost([this] { close(); });
        return;
    }
    m_prompts.confirm(this,
        { tr("A sync is running"),
            tr("Closing stops it. Tables that are done keep their files; what is half done is not "
               "published."),
            tr("&Stop and close"), tr("&Keep running") },
        [this](bool stop) {
            if (!stop)
                return;
            m_closing = true;
            m_runs->cancel();
            if (!m_runs->isRunning())
                close();
        });
}

void MainWindow::explainFocus()
{
    QWidget *focus = focusWidget();
    if (focus == nullptr || !showHelpOn(*focus))
        say(*statusBar(),
            [] { return tr("Press Shift+F1 and click on the thing that you want explained."); });
}

void MainWindow::showAbout()
{
    m_prompts.tell(this, tr("About Tidemark"),
        tr("Tidemark %1\n\nCopies change-tracked tables of Azure SQL and SQL Server to CSV files: whole the "
           "first "
           "time, afterwards only what changed.\n\nFree software under the GNU General Public License, "
           "version "
           "3 or later. Made with Qt %2.")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
}

} // namespace tidemark
