#include "appbackend.h"
#include "fakebackend.h"
#include "mainwindow.h"
#include "scriptedprompts.h"
#include "syncsite.h"
#include "tabletreemodel.h"
#include "widgetfinder.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <ctime>
#include <functional>

using namespace tidemark;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

// How long the window's thread is away from its event loop: in a run of eight workers at full speed, and with
// ten thousand tables in the tree. Prints JSON; exit code 1 when it was away longer than the aim. What it
// worked itself is told too: the rest of the time it waited for a processor.

namespace {

constexpr double aimMs = 100;
constexpr int workers = 8;
constexpr int tables = 10'000;
constexpr int patienceMs = 120'000;

double threadMs()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// The longest time between two ticks of a timer of 1 ms, and the longest work of the thread between two.
class LoopWatch {
public:
    LoopWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1ms);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_clock.start();
        m_worked = threadMs();
        m_timer.start();
    }

    QJsonObject figures() const
    {
        return { { u"longest_away_ms"_s, m_longest }, { u"longest_work_ms"_s, m_longestWork },
            { u"seconds"_s, double(m_clock.nsecsElapsed()) / 1e9 } };
    }

private:
    void tick()
    {
        const double now = double(m_clock.nsecsElapsed()) / 1e6;
        const double worked = threadMs();
        m_longest = qMax(m_longest, now - m_last - 1);
        m_longestWork = qMax(m_longestWork, worked - m_worked);
        m_last = now;
        m_worked = worked;
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_last = 0;
    double m_worked = 0;
    double m_longest = 0;
    double m_longestWork = 0;
};

/// Lets the event loop turn, as the program's does, until something is so.
bool turnUntil(const std::function<bool()> &isSo)
{
    QEventLoop loop;
    QTimer look;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo() || clock.hasExpired(patienceMs))
            loop.quit();
    });
    look.start(20ms);
    loop.exec();
    return isSo();
}

void turnFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What was not done by the end of patience has no figures.
QJsonObject watched(const std::function<void()> &act, const std::function<bool()> &isDone)
{
    const LoopWatch watch;
    turnFor(50ms);
    act();
    if (!turnUntil(isDone))
        return { { u"error"_s, u"It did not happen."_s } };

    turnFor(300ms);
    return watch.figures();
}

/// Every table has another number of rows each time.
QList<CatalogTable> catalogOf(int generation)
{
    QList<CatalogTable> catalog;
    for (int i = 0; i < tables; ++i) {
        catalog += catalogTable(u"big"_s, u"orders_%1"_s.arg(i, 5, 10, QChar(u'0')), i % 7 != 0, i % 11 != 0,
            i % 2 == 0 ? u"dbo"_s : u"sales"_s);
        catalog.last().rowEstimate = i + generation;
    }
    return catalog;
}

QJsonObject measureTree()
{
    FakeBackend backend;
    backend.steps = { checkStep(u"log in"_s, CheckOutcome::Good, u"Good."_s) };
    backend.catalog = QList<CatalogDatabase>{ catalogDatabase(u"big"_s) };
    backend.tablesOf.insert(u"big"_s, catalogOf(0));
    ScriptedPrompts prompts;
    const QTemporaryDir folder;
    MainWindow window(backend, prompts, folder.filePath(u"window.ini"_s));
    window.show();
    window.start({});
    auto *tree = child<QTreeView>(window, "treeView");
    auto *filter = child<QLineEdit>(*tree->parentWidget(), "filterEdit"); // the history has one too
    const auto database = [&] { return tree->model()->index(0, 0); };
    const auto schema = [&] { return tree->model()->index(0, 0, database()); };
    const auto listed = [&] { return tree->model()->rowCount(schema()); };
    const auto rowsOfFirst = [&] {
        return tree->model()->index(0, TableTreeModel::Rows, schema()).data().toString();
    };
    const auto ticks = [&] { return database().data(Qt::CheckStateRole).value<Qt::CheckState>(); };
    const auto refresh = [&] { child<QAction>(window, "refreshAction")->trigger(); };
    QJsonObject figures;
    child<QLineEdit>(window, "serverEdit")->setText(u"db.example"_s);
    child<QLineEdit>(window, "userEdit")->setText(u"u"_s);
    child<QLineEdit>(window, "passwordEdit")->setText(u"p"_s);
    figures[u"connect"_s] = watched(
        [&] { click(child<QPushButton>(window, "connectButton")); }, [&] { return database().isValid(); });
    figures[u"list"_s] = watched(
        [&] {
            tree->setCurrentIndex(database());
            QTest::keyClick(tree, Qt::Key_Right);
        },
        [&] { return listed() == tables / 2; });
    figures[u"expand"_s] = watched([&] { tree->expandAll(); }, [&] { return tree->isExpanded(schema()); });
    const auto pressSpace = [&] { QTest::keyClick(tree, Qt::Key_Space); };
    figures[u"tick_all"_s] = watched(pressSpace, [&] { return ticks() == Qt::Checked; });
    backend.tablesOf.insert(u"big"_s, catalogOf(1));
    const QString before = rowsOfFirst();
    figures[u"refresh_changed"_s] = watched(refresh, [&] { return rowsOfFirst() != before; });
    figures[u"untick_all"_s] = watched(pressSpace, [&] { return ticks() == Qt::Unchecked; });
    figures[u"tick_selected"_s] = watched(
        [&] {
            tree->selectAll();
            Q_EMIT tree->customContextMenuRequested(QPoint());
            auto *menu = child<QMenu>(window, "rowMenu");
            menu->actions().constFirst()->trigger();
            menu->close();
        },
        [&] { return ticks() == Qt::Checked; });
    figures[u"filter"_s] = watched(
        [&] {
            filter->setFocus();
            for (const QChar &letter : u"orders_0012"_s) {
                QTest::keyClick(filter, letter.toLatin1());
                turnFor(30ms);
            }
        },
        [&] { return listed() == 5; });
    figures[u"unfilter"_s] = watched([&] { filter->clear(); }, [&] { return listed() == tables / 2; });
    const qsizetype asked = backend.listed.size();
    figures[u"refresh"_s] = watched(refresh, [&] { return backend.listed.size() > asked; });
    return figures;
}

QString writeJob(const SyncSite &site, const SyncJob &job)
{
    QString tablesText;
    for (int i = 0; i < workers; ++i)
        tablesText += u"%1{\"database\": \"site\", \"table\": \"replay.t%2\", \"mode\": \"full\"}"_s.arg(
            i == 0 ? QString() : u", "_s, QString::number(i));
    QFile file(site.folder(u"job.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(
        u"{\"connection\": {\"server\": \"%1\", \"user\": \"%2\", \"password\": \"%3\", \"encrypt\": "
        u"\"optional\","
        " \"trust_server_certificate\": true}, \"max_workers\": %4,"
        " \"storage\": {\"data_dir\": \"data\", \"watermark_dir\": \"watermarks\"}, \"tables\": [%5]}"_s
            .arg(job.connection.server, job.connection.user, job.password.reveal(), QString::number(workers),
                tablesText)
            .toUtf8());
    return file.fileName();
}

QJsonObject measureRun(const QString &driver, int rows)
{
    SyncSite site(driver);
    for (int i = 0; i < workers; ++i) {
        const QString error = site.run(
            u"EXEC practice.make_replay @name = N't%1', @rows = %2, @shape = N'mixed'"_s.arg(i).arg(rows));
        if (!error.isEmpty())
            return { { u"error"_s, error } };
    }
    AppBackend backend;
    ScriptedPrompts prompts;
    MainWindow window(backend, prompts, site.folder(u"window.ini"_s));
    window.show();
    window.start({});
    window.openJob(writeJob(site, site.job()));
    auto *run = child<QPushButton>(window, "runButton");
    if (!turnUntil([&] { return run->isEnabled(); }))
        return { { u"error"_s, u"The window did not get ready."_s } };
    const auto *summary = child<QLabel>(window, "reasonLabel");
    const QString before = summary->text();
    QJsonObject figures =
        watched([&] { click(run); }, [&] { return summary->text() != before && run->isEnabled(); });
    figures[u"rows"_s] = rows * workers;
    figures[u"workers"_s] = workers;
    figures[u"summary"_s] = summary->text();
    return figures;
}

bool isWithinAim(const QJsonObject &figures)
{
    return !figures.contains(u"error"_s) && figures[u"longest_away_ms"_s].toDouble() <= aimMs;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"share"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", home.filePath(u"config"_s).toUtf8());
    const QApplication application(argc, argv);
    const int rows = QCoreApplication::arguments().value(1, u"1000000"_s).toInt();
    const QStringList drivers = testDrivers();
    QJsonObject figures{ { u"aim_ms"_s, aimMs }, { u"tables"_s, tables } };
    bool good = true;
    const QJsonObject tree = measureTree();
    for (const QJsonValue &part : tree)
        good = isWithinAim(part.toObject()) && good;
    figures[u"tree"_s] = tree;
    if (!drivers.isEmpty()) {
        const QJsonObject run = measureRun(drivers.constFirst(), rows);
        good = isWithinAim(run) && good;
        figures[u"run"_s] = run;
    }
    std::fputs(QJsonDocument(figures).toJson().constData(), stdout);
    return good ? 0 : 1;
}
