#include "fakebackend.h"
#include "mainwindow.h"
#include "scriptedprompts.h"
#include "whatsthis.h"
#include "widgetfinder.h"
#include "windowmemory.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUrl>
#include <QWhatsThis>

#include <algorithm>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// How the window behaves whatever page is shown: its look, what it remembers, how it is helped and driven.
class TestWindowManners : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void themeChangesAtOnceAndIsRemembered();
    void languageIsChosenAndRemembered();
    void columnsAndPagesAreRemembered();
    void brokenMemoryIsSetAsideAndTold();

    void droppedJobIsOpened();
    void droppedJobLosesNoEdits();
    void otherThingsCannotBeDropped_data();
    void otherThingsCannotBeDropped();

    void comesForwardWhenAnotherWantsItsJob();
    void newJobIsFree();

    void endOfARunIsToldOnTheDesktop_data();
    void endOfARunIsToldOnTheDesktop();

    void everyControlIsExplained();
    void f1ExplainsTheThingInFocus();
    void tabReachesEveryControl();

private:
    void open();
    void openJob();
    bool drop(const QMimeData &data, QPoint place);
    QWidgetList walkByTab() const;
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

/// A job whose connection works, open in the window.
void TestWindowManners::openJob()
{
    m_backend->steps = { checkStep(u"log in"_s, CheckOutcome::Good, u"Good."_s) };
    m_backend->catalog = QList<CatalogDatabase>{ catalogDatabase(u"shop"_s) };
    m_backend->tablesOf.insert(u"shop"_s, QList<CatalogTable>{ catalogTable(u"shop"_s, u"orders"_s) });
    OpenedJob opened;
    opened.job.connection.server = u"db.example"_s;
    opened.job.connection.user = u"u"_s;
    opened.job.password = Secret(u"p"_s);
    opened.job.outputDir = u"/job/data"_s;
    opened.job.watermarkDir = u"/job/watermarks"_s;
    TableRequest request;
    request.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    opened.job.tables = { request };
    m_backend->opened = opened;
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(child<QPushButton>(*m_window, "runButton")->isEnabled());
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

void TestWindowManners::languageIsChosenAndRemembered()
{
    QVERIFY(choice("languageMenu", 0)->isChecked());
    QAction *german = choice("languageMenu", 2);
    QCOMPARE(german->text(), u"&Deutsch"_s);
    QSignalSpy chosen(m_window.get(), &MainWindow::languageChosen);
    german->trigger();
    QVERIFY(german->isChecked());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toString(), u"de"_s);
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

namespace {

std::unique_ptr<QMimeData> dragged(const QStringList &urls)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> list;
    for (const QString &url : urls)
        list += QUrl(url);
    data->setUrls(list);
    return data;
}

} // namespace

/// As a person drops it: on whatever takes drops at that place. Whether it was taken.
bool TestWindowManners::drop(const QMimeData &data, QPoint place)
{
    QWidget *target = m_window->childAt(place);
    while (!target->isWindow() && !target->acceptDrops())
        target = target->parentWidget();
    const QPoint there = target->mapFrom(m_window.get(), place);
    QDragEnterEvent enter(there, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(target, &enter);
    QDropEvent drop(there, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(target, &drop);
    return enter.isAccepted() && drop.isAccepted();
}

void TestWindowManners::droppedJobIsOpened()
{
    const auto *edit = child<QWidget>(*m_window, "outputEdit");
    const QPoint place = edit->mapTo(m_window.get(), edit->rect().center());
    QVERIFY(drop(*dragged({ u"file:///jobs/nightly.YAML"_s }), place));
    QTRY_VERIFY(m_window->windowTitle().contains(u"nightly.YAML"_s));
}

void TestWindowManners::droppedJobLosesNoEdits()
{
    openJob();
    m_window->setWindowModified(true);
    QVERIFY(drop(*dragged({ u"file:///jobs/other.json"_s }), QPoint(5, 5)));
    QCOMPARE(m_prompts->asked.size(), 1);
    QTest::qWait(0);
    QVERIFY(m_window->windowTitle().contains(u"nightly.json"_s));
    m_prompts->confirmation = true;
    QVERIFY(drop(*dragged({ u"file:///jobs/other.json"_s }), QPoint(5, 5)));
    QTRY_VERIFY(m_window->windowTitle().contains(u"other.json"_s));
}

void TestWindowManners::otherThingsCannotBeDropped_data()
{
    QTest::addColumn<QStringList>("urls");
    QTest::newRow("another file") << QStringList{ u"file:///jobs/notes.txt"_s };
    QTest::newRow("a folder") << QStringList{ u"file:///jobs/"_s };
    QTest::newRow("two jobs") << QStringList{ u"file:///a.json"_s, u"file:///b.json"_s };
    QTest::newRow("a page of the web") << QStringList{ u"https://example.com/a.json"_s };
    QTest::newRow("nothing") << QStringList();
}

void TestWindowManners::otherThingsCannotBeDropped()
{
    QFETCH(QStringList, urls);
    const QString title = m_window->windowTitle();
    QVERIFY(!drop(*dragged(urls), QPoint(5, 5)));
    QTest::qWait(0);
    QCOMPARE(m_window->windowTitle(), title);
}

void TestWindowManners::comesForwardWhenAnotherWantsItsJob()
{
    openJob();
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_window->showMinimized();
    m_backend->called();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(!m_window->isMinimized());
}

void TestWindowManners::newJobIsFree()
{
    openJob();
    QCOMPARE(m_backend->closedJobs, 0);
    child<QAction>(*m_window, "newAction")->trigger();
    QCOMPARE(m_backend->closedJobs, 1);
}

void TestWindowManners::endOfARunIsToldOnTheDesktop_data()
{
    QTest::addColumn<bool>("isActive");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("notice");
    QTest::newRow("long") << false << false << 61.0 << u"The sync has ended: "_s;
    QTest::newRow("failed") << false << true << 1.0 << u"Tables have failed: "_s;
    QTest::newRow("short") << false << false << 59.0 << QString();
    QTest::newRow("seen") << true << true << 61.0 << QString();
}

void TestWindowManners::endOfARunIsToldOnTheDesktop()
{
    QFETCH(bool, isActive);
    QFETCH(bool, fails);
    QFETCH(double, seconds);
    QFETCH(QString, notice);
    openJob();
    QWidget other;
    if (!isActive) {
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
    }
    click(child<QPushButton>(*m_window, "runButton"));
    const TableRef table{ u"shop"_s, u"dbo"_s, u"orders"_s };
    const TableReport report = fails
        ? failedReport(table, { ErrorKind::Storage, u"The disk is full."_s, {}, 0, false, {}, 0 })
        : doneReport(table, 3);
    Q_EMIT m_backend->run->started({ table });
    Q_EMIT m_backend->run->tableFinished(0, report);
    Q_EMIT m_backend->run->finished({ u"id"_s, { report }, seconds });
    QCOMPARE(m_prompts->notices.size(), notice.isEmpty() ? 0 : 1);
    if (!notice.isEmpty())
        QVERIFY2(m_prompts->notices[0].startsWith(notice), qPrintable(m_prompts->notices[0]));
}

void TestWindowManners::everyControlIsExplained()
{
    int controls = 0;
    for (const char *form : { "JobPage", "RunBar", "TableTreePane" }) {
        for (const QWidget *widget : child<QWidget>(*m_window, form)->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->window() != m_window.get())
                continue;
            ++controls;
            QVERIFY2(!helpOn(*widget).isEmpty(), qPrintable(widget->objectName()));
        }
    }
    QVERIFY(controls > 10);
}

void TestWindowManners::f1ExplainsTheThingInFocus()
{
    openJob();
    auto *tree = child<QTreeView>(*m_window, "treeView");
    QVERIFY(helpOn(*tree).contains(u"primary key"_s));
    QTRY_VERIFY(tree->model()->rowCount(tree->model()->index(0, 0)) > 0);
    tree->setCurrentIndex(tree->model()->index(0, 1, tree->model()->index(0, 0, tree->model()->index(0, 0))));
    QCOMPARE(helpOn(*tree), u"Change tracking is on for shop.dbo.orders."_s);
    child<QWidget>(*m_window, "workersBox")->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    const auto isHelp = [](const QWidget *widget) { return widget->inherits("QWhatsThat"); };
    const QWidgetList windows = QApplication::topLevelWidgets();
    QVERIFY(std::any_of(windows.cbegin(), windows.cend(), isHelp));
    QWhatsThis::hideText();
}

/// What has the focus one after the other, from the first thing in the window.
QWidgetList TestWindowManners::walkByTab() const
{
    QWidgetList reached;
    child<QWidget>(*m_window, m_backend->run ? "changeButton" : "practiceButton")->setFocus();
    for (QWidget *focus = m_window->focusWidget(); focus != nullptr && !reached.contains(focus);
         focus = m_window->focusWidget()) {
        reached += focus;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return reached;
}

void TestWindowManners::tabReachesEveryControl()
{
    const auto check = [this](int atLeast) {
        const QWidgetList reached = walkByTab();
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool isStop = widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr
                && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            QVERIFY2(!isStop || reached.contains(widget),
                qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
        QVERIFY2(reached.size() >= atLeast, qPrintable(QString::number(reached.size())));
        const auto place = [&](const char *name) { return reached.indexOf(child<QWidget>(*m_window, name)); };
        QVERIFY(place("newButton") > 0); // as the eye goes: left before right, the tabs before the page
        QVERIFY(place("treeView") < place("newButton"));
        QWidget *tabBar = child<QTabWidget>(*m_window, "pageTabs")->tabBar();
        QVERIFY(place("newButton") < reached.indexOf(tabBar));
        QVERIFY(reached.indexOf(tabBar) < place("outputEdit") || place("outputEdit") < 0);
    };
    check(12);
    openJob();
    click(child<QPushButton>(*m_window, "runButton"));
    Q_EMIT m_backend->run->started({ { u"shop"_s, u"dbo"_s, u"orders"_s } });
    auto *tabs = child<QTabWidget>(*m_window, "pageTabs");
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        check(6);
    }
}

QTEST_MAIN(TestWindowManners)
#include "tst_windowmanners.moc"
