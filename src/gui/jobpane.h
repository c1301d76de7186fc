#pragma once

#include "runmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class JobPane;
}

namespace tidemark {

/// Folders, the run button and the run: progress and result of each table, details and log. It only shows and
/// asks.
class JobPane : public QWidget {
    Q_OBJECT

public:
    explicit JobPane(QWidget *parent = nullptr);
    ~JobPane() override;

    QString outputDir() const;
    QString watermarkDir() const;
    int workers() const;
    void setFolders(const QString &outputDir, const QString &watermarkDir);
    void setWorkers(int workers);

    /// What the primary button will do; a reason instead when it can do nothing.
    void setReady(int tables, const QString &reasonNot);
    void startRun(const QList<TableRef> &tables);
    void showProgress(const TableProgress &progress);
    void showReport(int index, const TableReport &report);
    void finishRun(const QString &summary);
    void setCancelling();
    bool isRunning() const { return m_running; }

    void log(const QString &text);

Q_SIGNALS:
    void runRequested();
    void cancelRequested();
    void foldersChanged();

private:
    void chooseFolder(bool output);
    void showDetails();

    std::unique_ptr<Ui::JobPane> m_ui;
    RunModel *m_model;
    bool m_running = false;
    bool m_ready = false;
};

} // namespace tidemark
