#pragma once

#include "viewstates.h"
#include "windowtheme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tidemark {

/// What the window remembers from one start to the next. Values only; no secrets.
struct WindowMemory {
    QByteArray geometry;
    ViewStates views;
    Theme theme = Theme::System;
    QString language; // a code as in WindowLanguage; empty: the person's own
    QString profile;
    QString outputDir;
    QString watermarkDir;
    int workers = 2;
    QStringList recentJobs; // the newest first

    bool operator==(const WindowMemory &) const = default;

    /// Puts a job file first in recentJobs.
    void addRecent(const QString &path);
    /// Where a person keeps jobs: beside the last one, else among the documents.
    QString jobFolder() const;
};

/// The file that holds the memory: "tidemark/window.ini" in the user's configuration folder.
QString windowMemoryFile();
/// What was read, and a sentence for the person when the file was broken; then it has been set aside and the
/// memory is that of a first start.
struct LoadedMemory {
    WindowMemory memory;
    QString warning;
};

/// Reads and writes that file or another one.
LoadedMemory loadWindowMemory(const QString &path);
/// WindowMemory's language alone, which is needed before there is a window.
QString rememberedLanguage(const QString &path);
void saveWindowMemory(const WindowMemory &memory, const QString &path);

} // namespace tidemark
