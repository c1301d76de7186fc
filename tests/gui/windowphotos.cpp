#include "appbackend.h"
#include "mainwindow.h"
#include "scriptedprompts.h"
#include "widgetfinder.h"
#include "windowlanguage.h"

#include "appservices.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>

#include <cstdio>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

// Photographs every page of the window with practice data, offscreen, for people to look at:
//   windowphotos FOLDER            light and dark, two languages, two sizes of font, two of the screen
//   windowphotos FOLDER --single   one of them, as --language, --font, --size and QT_SCALE_FACTOR say
// Another program could not: it is the real window over the real program and a practice server.

namespace {

constexpr int patienceMs = 120'000;
constexpr int settleMs = 400; // what a page asks for when it is shown
constexpr int skipped = 77; // what ctest takes for it

/// One window from the first start to its pages after a run.
class Photographer {
public:
    Photographer(const QString &folder, const QString &suffix, QSize size)
        : m_size(size), m_folder(folder), m_suffix(suffix)
    {
        m_window.resize(m_size);
        m_window.show();
        child<QSplitter>(m_window, "splitter")->setSizes({ m_size.width() * 2 / 5, m_size.width() * 3 / 5 });
        m_window.start({});
    }

    bool photographAll()
    {
        QTest::qWait(settleMs);
        photographPages(u"empty"_s);
        click(button("practiceButton"));
        if (!waitForRunButton())
            return false;
        makeOneTableFail();
        click(button("runButton"));
        if (!waitForRunButton())
            return false;
        askEverything();
        const QList<QAction *> themes = child<QMenu>(m_window, "themeMenu")->actions();
        themes.at(1)->trigger();
        photographPages(u"light"_s);
        themes.at(2)->trigger();
        photographPages(u"dark"_s);
        return m_good;
    }

private:
    QPushButton *button(const char *name) const { return child<QPushButton>(m_window, name); }

    bool waitForRunButton() const
    {
        const bool came = QTest::qWaitFor([this] { return button("runButton")->isEnabled(); }, patienceMs);
        if (!came)
            std::fputs("error: the window did not get ready to run\n", stderr);
        return came;
    }

    /// So that a failure is in the pictures: a file stands where the folder of a table should.
    void makeOneTableFail() const
    {
        const TableRef table = m_window.job().tables.value(0).table;
        const QDir data(child<QLineEdit>(m_window, "outputEdit")->text());
        const QString schema = table.database + u'/' + table.schema;
        QFile file(data.filePath(schema + u'/' + table.table));
        if (!data.mkpath(schema) || !file.open(QIODevice::WriteOnly))
            std::fprintf(stderr, "error: %s cannot be made\n", qPrintable(file.fileName()));
    }

    /// Some pages show nothing until a person asks.
    void askEverything()
    {
        auto *tabs = child<QTabWidget>(m_window, "pageTabs");
        for (int page = 0; page < tabs->count(); ++page) {
            for (const QString &name : { u"checkButton"_s, u"previewButton"_s, u"lookButton"_s }) {
                auto *ask = tabs->widget(page)->findChild<QPushButton *>(name);
                if (ask == nullptr)
                    continue;
                tabs->setCurrentIndex(page);
                click(ask);
                m_good = QTest::qWaitFor([ask] { return ask->isEnabled(); }, patienceMs) && m_good;
            }
        }
    }

    void photographPages(const QString &name)
    {
        auto *tabs = child<QTabWidget>(m_window, "pageTabs");
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            QTest::qWait(settleMs);
            photograph(tabs->widget(page)->objectName().toLower() + u'-' + name);
        }
        tabs->setCurrentIndex(0);
    }

    void photograph(const QString &what)
    {
        const QString path = QDir(m_folder).filePath(what + u'-' + m_suffix + u".png"_s);
        if (m_window.size() != m_size)
            std::fprintf(
                stderr, "error: the window does not fit: %d by %d\n", m_window.width(), m_window.height());
        m_good = m_window.grab().save(path) && m_window.size() == m_size && m_good;
        std::puts(qPrintable(path));
    }

    QSize m_size;
    QString m_folder;
    QString m_suffix;
    QTemporaryDir m_memory;
    AppBackend m_backend;
    ScriptedPrompts m_prompts;
    MainWindow m_window{ m_backend, m_prompts, m_memory.filePath(u"window.ini"_s) };
    bool m_good = true;
};

int photographOne(const QString &folder, const QString &code, int percent, QSize size)
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"share"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", home.filePath(u"config"_s).toUtf8());
    if (AppServices().driverNames().isEmpty()) {
        std::puts("skipped: no ODBC driver is installed");
        return skipped;
    }
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    const WindowLanguage language(code);
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s);
    Photographer photographer(folder, u"%1-font%2-scale%3"_s.arg(code).arg(percent).arg(scale), size);
    return photographer.photographAll() ? 0 : 1;
}

/// The font and the scale belong to a process, so each combination has one.
int photographEverything(const QString &folder)
{
    int worst = 0;
    for (const QString &code : { u"en"_s, u"de"_s }) {
        for (const QString &percent : { u"100"_s, u"150"_s }) {
            for (const QString &scale : { QString(), u"2"_s }) {
                QProcess process;
                QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
                if (!scale.isEmpty())
                    environment.insert(u"QT_SCALE_FACTOR"_s, scale);
                process.setProcessEnvironment(environment);
                process.setProcessChannelMode(QProcess::ForwardedChannels);
                process.start(QCoreApplication::applicationFilePath(),
                    { folder, u"--single"_s, u"--language"_s, code, u"--font"_s, percent });
                process.waitForFinished(-1);
                worst = qMax(worst, process.exitCode());
            }
        }
    }
    return worst;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption single(u"single"_s);
    const QCommandLineOption language(u"language"_s, {}, u"code"_s, u"en"_s);
    const QCommandLineOption font(u"font"_s, {}, u"percent"_s, u"100"_s);
    // A small screen; at scale 2 one of 2560 by 1440 dots.
    const QCommandLineOption size(u"size"_s, {}, u"WIDTHxHEIGHT"_s,
        qEnvironmentVariableIsSet("QT_SCALE_FACTOR") ? u"1280x720"_s : u"1280x800"_s);
    parser.addOptions({ single, language, font, size });
    parser.addPositionalArgument(u"FOLDER"_s, {});
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0);
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        std::fputs("Usage: windowphotos FOLDER [--single [--language CODE] [--font PERCENT] [--size WxH]]\n",
            stderr);
        return 2;
    }
    if (!parser.isSet(single))
        return photographEverything(folder);
    const QStringList sides = parser.value(size).split(u'x');
    return photographOne(folder, parser.value(language), parser.value(font).toInt(),
        QSize(sides.value(0).toInt(), sides.value(1).toInt()));
}
