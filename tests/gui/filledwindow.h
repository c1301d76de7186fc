#pragma once

#include "fakebackend.h"
#include "mainwindow.h"
#include "scriptedprompts.h"

#include <QTemporaryDir>

#include <memory>

class QAction;
class QModelIndex;
class QTreeView;

namespace tidemark {

/// A window in which a person has worked: a job from a file, connected, edited, run with failures, previewed,
/// checked, its history read and a file verified. Each one holds the same.
class FilledWindow {
public:
    FilledWindow();
    ~FilledWindow();

    MainWindow &window() { return *m_window; }
    FakeBackend &backend() { return m_backend; }

    /// The time of day is in its answer.
    void preview();
    /// Runs the job as far as its tables being read; finishRun() ends it with a failure.
    void startRun();
    void finishRun();
    /// By the place of its row; asks the page History.
    void openWatermark();
    void openTableOptions();

private:
    void answer();
    void openJob();
    void edit();
    void look();
    void waitFor(const std::function<bool()> &came);

    QTemporaryDir m_folder;
    FakeBackend m_backend;
    ScriptedPrompts m_prompts;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tidemark
