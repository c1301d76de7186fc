#include "windowapplication.h"

#include "appbackend.h"
#include "dialogprompts.h"
#include "mainwindow.h"
#include "windowmemory.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The words of the window and those of Qt's own dialogs in the person's language; in English where there are
/// none.
void installTranslators(QApplication &application)
{
    const auto install = [&](const QLocale &locale, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QApplication::installTranslator(translator);
    };
    install(QLocale(QLocale::English), u"tidemark"_s, u":/i18n"_s); // plurals
    install(QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QLocale(), u"tidemark"_s, u":/i18n"_s);
}

} // namespace

int runWindow(const QString &jobFile)
{
    auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
    QApplication::setWindowIcon(QIcon(u":/icons/tidemark.svg"_s));
    QGuiApplication::setApplicationDisplayName(u"Tidemark"_s);
    QGuiApplication::setDesktopFileName(u"tidemark"_s);
    installTranslators(application);
    AppBackend backend;
    DialogPrompts prompts;
    MainWindow window(backend, prompts, windowMemoryFile());
    window.show();
    window.start(jobFile);
    return QApplication::exec();
}

} // namespace tidemark
