#include "windowapplication.h"

#include "appbackend.h"
#include "dialogprompts.h"
#include "mainwindow.h"
#include "windowlanguage.h"
#include "windowmemory.h"

#include <QApplication>
#include <QIcon>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

int runWindow(const QString &jobFile)
{
    QApplication::setWindowIcon(QIcon(u":/icons/tidemark.svg"_s));
    QGuiApplication::setApplicationDisplayName(u"Tidemark"_s);
    QGuiApplication::setDesktopFileName(u"tidemark"_s);
    WindowLanguage language(rememberedLanguage(windowMemoryFile()));
    AppBackend backend;
    DialogPrompts prompts;
    MainWindow window(backend, prompts, windowMemoryFile());
    QObject::connect(&window, &MainWindow::languageChosen, &window,
        [&language](const QString &code) { language.set(code); });
    window.show();
    window.start(jobFile);
    return QApplication::exec();
}

} // namespace tidemark
