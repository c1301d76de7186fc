#include "fakebackend.h"
#include "mainwindow.h"
#include "scriptedprompts.h"
#include "widgetfinder.h"
#include "windowmemory.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// How the window behaves whatever page is shown: its look, what it remembers, how it is helped and driven.
class TestWindowManners : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void themeChangesAtOnceAndIsRemembered();
    void languageIsForTheNextStart();
    void columnsAndPagesAreRemembered();
    void brokenMemoryIsSetAsideAndTold();

private:
    void open();
    void reopen();
    QAction *choice(const char *menu, int place) const;
    QString memoryFile() const { return m_folder->filePath(u"window.ini"_s); }
    QString log() const { return child<QPlainTextEdit>(*m_window, "logEdit")->toPlainText(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<ScriptedPrompts> m_prompts;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowManners::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_folder = std::make_unique<QTemporaryDir>();
    m_backend = std::make_unique<FakeBackend>();
    m_prompts = std::make_unique<ScriptedPrompts>();
    open();
}

void TestWindowManners::cleanup()
{
    m_window.reset();
}

void TestWindowManners::open()
{
    m_window = std::make_unique<MainWindow>(*m_backend, *m_prompts, memoryFile());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->start({});
}

void TestWindowManners::reopen()
{
    QVERIFY(m_window->close());
    m_window.reset();
    open();
}

QAction *TestWindowManners::choice(const char *menu, int place) const
{
    return child<QMenu>(*m_window, menu)->actions().at(place);
}

void TestWindowManners::themeChangesAtOnceAndIsRemembered()
{
    const QColor platformWindow = m_window->palette().color(QPalette::Window);
    QVERIFY(choice("themeMenu", 0)->isChecked());
    choice("themeMenu", 2)->trigger();
    const QColor dark = WindowTheme::paletteOf(Theme::Dark).color(QPalette::Window);
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), dark);
    for (const QWidget *widget : m_window->findChildren<QWidget *>())
        QVERIFY2(
            widget->palette().color(QPalette::Window).lightnessF() < 0.5, qPrintable(widget->objectName()));
    reopen();
    QVERIFY(choice("themeMenu", 2)->isChecked());
    QCOMPARE(m_window->palette().color(QPalette::Window), dark);
    choice("themeMenu", 0)->trigger();
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), platformWindow);
}

void TestWindowManners::languageIsForTheNextStart()
{
    QVERIFY(choice("languageMenu", 0)->isChecked());
    QAction *german = choice("languageMenu", 2);
    QCOMPARE(german->text(), u"&Deutsch"_s);
    german->trigger();
    QVERIFY(german->isChecked());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"next start"_s));
    reopen();
    QVERIFY(choice("languageMenu", 2)->isChecked());
    QCOMPARE(rememberedLanguage(memoryFile()), u"de"_s);
}

void TestWindowManners::columnsAndPagesAreRemembered()
{
    auto *tabs = child<QTabWidget>(*m_window, "pageTabs");
    QVERIFY(tabs->count() > 1);
    tabs->setCurrentIndex(tabs->count() - 1);
    const int width = child<QTreeView>(*m_window, "treeView")->header()->sectionSize(1) + 23;
    child<QTreeView>(*m_window, "treeView")->header()->resizeSection(1, width);
    reopen();
    tabs = child<QTabWidget>(*m_window, "pageTabs");
    QCOMPARE(tabs->currentIndex(), tabs->count() - 1);
    QCOMPARE(child<QTreeView>(*m_window, "treeView")->header()->sectionSize(1), width);
}

void TestWindowManners::brokenMemoryIsSetAsideAndTold()
{
    m_window->close();
    m_window.reset();
    QFile file(memoryFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window\n\x01");
    file.close();
    open();
    QVERIFY(log().contains(memoryFile() + u".broken"_s));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u".broken"_s));
}

QTEST_MAIN(TestWindowManners)
#include "tst_windowmanners.moc"
