#pragma once

#include "jobdraft.h"
#include "jobview.h"
#include "windowmemory.h"
#include "windowtheme.h"

#include "livethread.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>

class QCloseEvent;
class QLabel;

namespace Ui {
class MainWindow;
}

namespace tidemark {

class CatalogController;
class ChangesController;
class ChangesPage;
class CheckController;
class CheckPage;
class ConnectionController;
class ConnectionPane;
class FreshnessController;
class FreshnessPage;
class HistoryController;
class HistoryPage;
class JobPage;
class JobPageController;
class RunBar;
class RunController;
class RunPage;
class TableTreePane;
class UserPrompts;
class WindowBackend;
class WindowPage;
struct OpenedJob;
struct RunReport;

/// The window: puts the panes and their controllers together. Backend and prompts outlive it.
class MainWindow : public QMainWindow, public JobView {
    Q_OBJECT

public:
    MainWindow(WindowBackend &backend, UserPrompts &prompts, const QString &memoryFile);
    ~MainWindow() override;

    /// Begins with a job file, or with the profile of last time.
    void start(const QString &jobFile);
    void openJob(const QString &path);

    SyncJob job() const override;
    QString reasonNotToAsk() const override;
    QList<TableRequest> openedTables() const override;

Q_SIGNALS:
    /// A code as in WindowLanguage, which is to be set; empty: the person's own.
    void languageChosen(const QString &code);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placePanes();
    void addLookMenu();
    void addPage(WindowPage *page);
    void connectActions();
    void connectControllers();
    void restore(const LoadedMemory &loaded);
    void remember();
    void rememberFolders();
    void newJob();
    void askForJob();
    void whenNothingIsLost(std::function<void()> next);
    void saveJob(const QString &path);
    void askWhereToSave();
    void setModified();
    void takeOptions();
    void setDraft(const JobDraft &draft);
    void takeJob(const QString &path, const OpenedJob &opened);
    void setJobPath(const QString &path);
    void showTitle();
    void fillRecentMenu();
    void takeConnection(const QList<CatalogDatabase> &databases);
    void takePracticeFolders(const QString &outputDir, const QString &watermarkDir);
    void chooseFolder(bool output);
    void openOutputFolder();
    void openFolder(const QString &folder);
    void copyCommand();
    void run();
    void showRunning();
    void showRunTime();
    void finishRun(const QString &summary, const RunReport &report);
    void updateReady();
    QString reasonNotToRun() const;
    void explainFocus();
    void showAbout();

    const LiveThread m_live;
    WindowBackend &m_backend;
    UserPrompts &m_prompts;
    WindowTheme m_theme;
    const QString m_memoryFile;
    WindowMemory m_memory;
    std::unique_ptr<Ui::MainWindow> m_ui;
    ConnectionPane *m_connectionPane;
    TableTreePane *m_treePane;
    RunBar *m_runBar;
    JobPage *m_jobPage;
    ChangesPage *m_changesPage;
    RunPage *m_runPage;
    HistoryPage *m_historyPage;
    FreshnessPage *m_freshnessPage;
    CheckPage *m_checkPage;
    ConnectionController *m_connection;
    CatalogController *m_catalog;
    RunController *m_runs;
    HistoryController *m_history;
    CheckController *m_checks;
    JobPageController *m_jobs;
    ChangesController *m_changes;
    FreshnessController *m_freshness;
    QLabel *m_runTime;
    QTimer m_clock;
    QElapsedTimer m_runClock;
    JobDraft m_saved; // as the job file says it
    QString m_jobPath;
    bool m_practiceFolders = false; // they are not remembered
    bool m_closing = false; // as soon as the run has ended
};

} // namespace tidemark
