#include "windowmemory.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxRecentJobs = 8;

} // namespace

void WindowMemory::addRecent(const QString &path)
{
    recentJobs.removeAll(path);
    recentJobs.prepend(path);
    recentJobs = recentJobs.mid(0, maxRecentJobs);
}

QString windowMemoryFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/tidemark/window.ini"_s;
}

WindowMemory loadWindowMemory(const QString &path)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir home(documents + u"/Tidemark"_s);
    const QSettings settings(path, QSettings::IniFormat);
    WindowMemory memory;
    memory.geometry = settings.value(u"window/geometry"_s).toByteArray();
    memory.splitter = settings.value(u"window/splitter"_s).toByteArray();
    memory.runColumns = settings.value(u"run/columns"_s).toByteArray();
    memory.profile = settings.value(u"connection/profile"_s).toString();
    memory.outputDir = settings.value(u"job/outputDir"_s, home.filePath(u"data"_s)).toString();
    memory.watermarkDir = settings.value(u"job/watermarkDir"_s, home.filePath(u"watermarks"_s)).toString();
    memory.workers = settings.value(u"job/workers"_s, memory.workers).toInt();
    memory.recentJobs = settings.value(u"job/recent"_s).toStringList();
    return memory;
}

void saveWindowMemory(const WindowMemory &memory, const QString &path)
{
    QSettings settings(path, QSettings::IniFormat);
    settings.setValue(u"window/geometry"_s, memory.geometry);
    settings.setValue(u"window/splitter"_s, memory.splitter);
    settings.setValue(u"run/columns"_s, memory.runColumns);
    settings.setValue(u"connection/profile"_s, memory.profile);
    settings.setValue(u"job/outputDir"_s, memory.outputDir);
    settings.setValue(u"job/watermarkDir"_s, memory.watermarkDir);
    settings.setValue(u"job/workers"_s, memory.workers);
    settings.setValue(u"job/recent"_s, memory.recentJobs);
}

} // namespace tidemark
