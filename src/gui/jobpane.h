#pragma once

#include "runmodel.h"

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class JobPane;
}

namespace tidemark {

/// Folders, the run button and the run: progress and result of each table, details and log. It only shows and
/// asks; a controller acts on its signals.
class JobPane : public QWidget {
    Q_OBJECT

public:
    explicit JobPane(QWidget *parent = nullptr);
    ~JobPane() override;

    /// The job file's name; empty: none. The actions stand beside it.
    void setTitle(const QString &jobName);
    void setActions(QAction *newJob, QAction *openJob);

    QString outputDir() const;
    QString watermarkDir() const;
    int workers() const;
    void setFolders(const QString &outputDir, const QString &watermarkDir);
    void setWorkers(int workers);

    /// What the primary button will do; a reason instead when it can do nothing.
    void setReady(int tables, const QString &reasonNot);
    bool isReady() const { return m_ready && !m_running; }

    /// A run has begun; its tables are told later.
    void startRun();
    void setTables(const QList<TableRef> &tables);
    void showProgress(const TableProgress &progress);
    void showReport(int index, const TableReport &report);
    void setCancelling();
    void finishRun(const QString &summary);
    bool isRunning() const { return m_running; }

    void log(const QString &text);

Q_SIGNALS:
    void runRequested();
    void cancelRequested();
    void openFolderRequested();
    void chooseFolderRequested(bool output);
    /// A person has changed a folder or the number of workers.
    void edited();

private:
    void setUpRunView();
    void showDetails();
    void showButtons();

    std::unique_ptr<Ui::JobPane> m_ui;
    RunModel *m_model;
    QString m_lastRun; // its summary
    bool m_running = false;
    bool m_cancelling = false;
    bool m_ready = false;
};

} // namespace tidemark
