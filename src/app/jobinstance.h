#pragma once

#include "result.h"

#include <QFileSystemWatcher>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <memory>
#include <mutex>

namespace tidemark {

/// Sees to it that a job file is open in one window at a time. Each window marks its job in a folder of the
/// session; a mark of a window that has died does not count. Lives in the GUI thread, which gets called();
/// the other calls touch files and are made elsewhere, one at a time.
class JobInstance : public QObject {
    Q_OBJECT

public:
    explicit JobInstance(const QString &folder = defaultFolder(), QObject *parent = nullptr);

    /// Marks a job file as this window's; the one that it had before is free. When another window has it,
    /// that one is called, nothing changes here, and the error says so.
    [[nodiscard]] Status claim(const QString &jobPath);
    void release();

    static QString defaultFolder();

Q_SIGNALS:
    /// Another window wanted the job that this one has.
    void called();

private:
    QString fileOf(const QString &jobPath, QLatin1StringView suffix) const;
    void look();

    QString m_folder;
    QFileSystemWatcher m_watcher;
    std::mutex m_mutex;
    std::unique_ptr<QLockFile> m_mark;
    QString m_jobPath; // of m_mark
};

} // namespace tidemark
