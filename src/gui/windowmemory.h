#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tidemark {

/// What the window remembers from one start to the next. Values only; no secrets.
struct WindowMemory {
    QByteArray geometry;
    QByteArray splitter;
    QByteArray runColumns;
    QString profile;
    QString outputDir;
    QString watermarkDir;
    int workers = 2;
    QStringList recentJobs; // the newest first

    bool operator==(const WindowMemory &) const = default;

    /// Puts a job file first in recentJobs.
    void addRecent(const QString &path);
};

/// The file that holds the memory: "tidemark/window.ini" in the user's configuration folder.
QString windowMemoryFile();
/// Reads and writes that file or another one. What cannot be read is as if it were not there.
WindowMemory loadWindowMemory(const QString &path);
void saveWindowMemory(const WindowMemory &memory, const QString &path);

} // namespace tidemark
