#include "windowmemory.h"

#include "setaside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxRecentJobs = 8;
constexpr auto languageKey = "window/language"_L1;

struct MemoryText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::WindowMemory)
};

WindowMemory firstMemory()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    WindowMemory memory;
    memory.outputDir = documents.filePath(u"Tidemark/data"_s);
    memory.watermarkDir = documents.filePath(u"Tidemark/watermarks"_s);
    return memory;
}

WindowMemory memoryFrom(QSettings &settings)
{
    WindowMemory memory = firstMemory();
    memory.geometry = settings.value(u"window/geometry"_s).toByteArray();
    memory.theme = themeOf(settings.value(u"window/theme"_s).toString());
    memory.language = settings.value(languageKey).toString();
    memory.profile = settings.value(u"connection/profile"_s).toString();
    memory.outputDir = settings.value(u"job/outputDir"_s, memory.outputDir).toString();
    memory.watermarkDir = settings.value(u"job/watermarkDir"_s, memory.watermarkDir).toString();
    memory.workers = settings.value(u"job/workers"_s, memory.workers).toInt();
    memory.recentJobs = settings.value(u"job/recent"_s).toStringList();
    const int views = settings.beginReadArray(u"views"_s);
    for (int i = 0; i < views; ++i) {
        settings.setArrayIndex(i);
        memory.views.insert(settings.value(u"name"_s).toString(), settings.value(u"state"_s).toByteArray());
    }
    settings.endArray();
    return memory;
}

} // namespace

void WindowMemory::addRecent(const QString &path)
{
    recentJobs.removeAll(path);
    recentJobs.prepend(path);
    recentJobs = recentJobs.mid(0, maxRecentJobs);
}

QString WindowMemory::jobFolder() const
{
    return recentJobs.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                : QFileInfo(recentJobs.constFirst()).path();
}

QString windowMemoryFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/tidemark/window.ini"_s;
}

LoadedMemory loadWindowMemory(const QString &path)
{
    QSettings settings(path, QSettings::IniFormat);
    if (settings.status() == QSettings::NoError)
        return { memoryFrom(settings), {} };
    const QString aside = setAside(path);
    return {
        firstMemory(),
        MemoryText::tr("What the window remembered cannot be read. The file was set aside as %1.").arg(aside)
    };
}

QString rememberedLanguage(const QString &path)
{
    return QSettings(path, QSettings::IniFormat).value(languageKey).toString();
}

void saveWindowMemory(const WindowMemory &memory, const QString &path)
{
    QSettings settings(path, QSettings::IniFormat);
    settings.setValue(u"window/geometry"_s, memory.geometry);
    settings.setValue(u"window/theme"_s, themeName(memory.theme));
    settings.setValue(languageKey, memory.language);
    settings.setValue(u"connection/profile"_s, memory.profile);
    settings.setValue(u"job/outputDir"_s, memory.outputDir);
    settings.setValue(u"job/watermarkDir"_s, memory.watermarkDir);
    settings.setValue(u"job/workers"_s, memory.workers);
    settings.setValue(u"job/recent"_s, memory.recentJobs);
    settings.remove(u"views"_s);
    settings.beginWriteArray(u"views"_s);
    int i = 0;
    for (auto view = memory.views.cbegin(); view != memory.views.cend(); ++view) {
        settings.setArrayIndex(i++);
        settings.setValue(u"name"_s, view.key());
        settings.setValue(u"state"_s, view.value());
    }
    settings.endArray();
}

} // namespace tidemark
