#pragma once

#include "livetext.h"

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class RunBar;
}

namespace tidemark {

/// Above the pages: the job's name, the primary button that says what it will do, and how far a run is. It
/// only shows and asks; a controller acts on its signals.
class RunBar : public QWidget {
    Q_OBJECT

public:
    explicit RunBar(QWidget *parent = nullptr);
    ~RunBar() override;

    /// The job file's name; empty: none. The actions stand beside it.
    void setTitle(const QString &jobName);
    void setActions(QAction *newJob, QAction *openJob, QAction *saveJob);

    /// Where the Tab key leads behind this.
    void setNextByTab(QWidget *next);

    /// What the primary button will do; a reason instead when it can do nothing.
    void setReady(int tables, const QString &reasonNot);
    bool isReady() const { return m_ready && !m_running; }

    /// A run has begun; its tables are told later.
    void startRun();
    void setTableCount(int tables);
    void setFinishedCount(int tables);
    void setCancelling();
    void finishRun(const LiveText &summary);

Q_SIGNALS:
    void runRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showButtons();
    void showText(const LiveText &text);

    std::unique_ptr<Ui::RunBar> m_ui;
    LiveText m_lastRun; // its summary
    int m_tables = 0; // that the primary button will sync
    bool m_running = false;
    bool m_cancelling = false;
    bool m_ready = false;
};

} // namespace tidemark
