#include "syncrun.h"

#include "syncsite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// A job for a server that takes connections and never answers.
SyncJob silentJob(const QTcpServer &server, const QString &folder)
{
    SyncJob job;
    job.connection.server = u"127.0.0.1,"_s + QString::number(server.serverPort());
    job.connection.user = u"u"_s;
    job.connection.loginTimeoutSeconds = 30;
    job.password = Secret(u"p"_s);
    job.outputDir = folder + u"/data"_s;
    job.watermarkDir = folder + u"/watermarks"_s;
    return job;
}

} // namespace

/// A run in the background: its signals come in the thread that made it, in an order that can be relied on.
class TestSyncRun : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void signalsTellTheRun_data();
    void signalsTellTheRun();
    void cancelsOneOfTwoStalledTables_data();
    void cancelsOneOfTwoStalledTables();
    void cancelEndsAConnect_data();
    void cancelEndsAConnect();
    void destroyingCancelsAndWaits();
};

void TestSyncRun::initTestCase()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
}

void TestSyncRun::signalsTellTheRun_data()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestSyncRun::signalsTellTheRun()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QVERIFY2(site.problem().isEmpty(), qPrintable(site.problem()));
    QStringList tables;
    for (const QString &name : { u"a"_s, u"b"_s, u"c"_s }) {
        QCOMPARE(site.run(u"CREATE TABLE dbo.%1 (id int NOT NULL PRIMARY KEY)"_s.arg(name)), QString());
        QCOMPARE(site.run(u"ALTER TABLE dbo.%1 ENABLE CHANGE_TRACKING"_s.arg(name)), QString());
        QCOMPARE(site.run(u"INSERT INTO dbo.%1 VALUES (1), (2), (3)"_s.arg(name)), QString());
        tables += u"dbo."_s + name;
    }
    SyncJob job = site.job({ u"dbo.missing"_s });
    job.tables += site.job({ u"dbo.*"_s }).tables;
    job.maxWorkers = 3;

    SyncRun run(job);
    QList<TableRef> started;
    QMap<int, TableReport> reports;
    QList<int> progressOf;
    QThread *thread = nullptr;
    connect(&run, &SyncRun::started, &run, [&](const QList<TableRef> &all) { started = all; });
    connect(&run, &SyncRun::progressed, &run,
        [&](const TableProgress &progress) { progressOf += progress.index; });
    connect(&run, &SyncRun::tableFinished, &run, [&](int index, const TableReport &report) {
        thread = QThread::currentThread();
        reports.insert(index, report);
    });
    QSignalSpy finished(&run, &SyncRun::finished);
    QVERIFY(!run.isFinished());
    run.start();
    QVERIFY(finished.count() == 1 || finished.wait(patience));
    QVERIFY(run.isFinished());
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(started.size(), 4);
    QCOMPARE(reports.size(), 4);
    QCOMPARE(reports[0].status, TableStatus::Failed);
    QCOMPARE(reports[0].error->kind, ErrorKind::NotFound);
    for (int i = 1; i < 4; ++i) {
        QCOMPARE(started[i].watermarkKey(), tables[i - 1]);
        QCOMPARE(reports[i].table, started[i]);
        QCOMPARE(reports[i].status, TableStatus::Done);
        QCOMPARE(reports[i].rowsWritten, 3);
        QVERIFY(progressOf.contains(i));
    }
}

void TestSyncRun::cancelsOneOfTwoStalledTables_data()
{
    signalsTellTheRun_data();
}

/// The server stops sending rows of two tables; one worker has each of them, and a third table waits.
void TestSyncRun::cancelsOneOfTwoStalledTables()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QVERIFY2(site.problem().isEmpty(), qPrintable(site.problem()));
    for (const QString &name : { u"a"_s, u"b"_s, u"c"_s }) {
        QCOMPARE(site.run(u"CREATE TABLE dbo.%1 (id int NOT NULL PRIMARY KEY)"_s.arg(name)), QString());
        QCOMPARE(site.run(u"ALTER TABLE dbo.%1 ENABLE CHANGE_TRACKING"_s.arg(name)), QString());
        QCOMPARE(site.run(u"INSERT INTO dbo.%1 VALUES (1), (2), (3)"_s.arg(name)), QString());
    }
    for (const QString &name : { u"a"_s, u"b"_s }) {
        QCOMPARE(
            site.run(u"EXEC practice.fault @kind = N'stall', @statement = N'FROM [dbo].[%1]', @row = 1"_s.arg(
                name)),
            QString());
    }
    SyncJob job = site.job({ u"dbo.a"_s, u"dbo.b"_s, u"dbo.c"_s });
    job.maxWorkers = 2;
    SyncRun run(job);
    QMap<int, TableReport> reports;
    QMap<int, TableStage> stages;
    connect(&run, &SyncRun::progressed, &run,
        [&](const TableProgress &progress) { stages[progress.index] = progress.stage; });
    connect(&run, &SyncRun::tableFinished, &run,
        [&](int index, const TableReport &report) { reports.insert(index, report); });
    QSignalSpy finished(&run, &SyncRun::finished);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        stages.value(0) == TableStage::Reading && stages.value(1) == TableStage::Reading, patience);
    QElapsedTimer timer;
    timer.start();
    run.cancelTable(0);
    QTRY_VERIFY_WITH_TIMEOUT(reports.contains(0) && reports.contains(2), patience);
    QVERIFY2(timer.elapsed() < 10'000, "the driver's own time to wait is longer");
    QCOMPARE(reports[0].status, TableStatus::Cancelled);
    QCOMPARE(reports[2].status, TableStatus::Done); // by the worker that is free again
    QVERIFY(!reports.contains(1));
    QVERIFY(!run.isFinished());
    run.cancelTable(1);
    QVERIFY(finished.count() == 1 || finished.wait(patience));
    QCOMPARE(reports[1].status, TableStatus::Cancelled);
}

void TestSyncRun::cancelEndsAConnect_data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("name") << u"t"_s;
    QTest::newRow("pattern") << u"*"_s;
}

void TestSyncRun::cancelEndsAConnect()
{
    QFETCH(QString, table);
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QTemporaryDir folder;
    SyncJob job = silentJob(silent, folder.path());
    TableRequest request;
    request.table = { u"d"_s, u"dbo"_s, table };
    job.tables = { request };
    SyncRun run(job);
    RunReport result;
    connect(&run, &SyncRun::finished, &run, [&](const RunReport &report) { result = report; });
    QSignalSpy finished(&run, &SyncRun::finished);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
    QElapsedTimer timer;
    timer.start();
    run.cancel();
    QVERIFY(finished.count() == 1 || finished.wait(patience));
    QVERIFY2(timer.elapsed() < 10'000, "the driver's own time to wait is 30 s");
    QCOMPARE(result.tables.size(), 1);
    QCOMPARE(result.tables[0].status, TableStatus::Cancelled);
    QVERIFY(!QDir(job.outputDir).exists());
}

void TestSyncRun::destroyingCancelsAndWaits()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QTemporaryDir folder;
    SyncJob job = silentJob(silent, folder.path());
    TableRequest request;
    request.table = { u"d"_s, u"dbo"_s, u"t"_s };
    job.tables = { request };
    QElapsedTimer timer;
    {
        SyncRun run(job);
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 10'000, "the driver's own time to wait is 30 s");
}

// A thread left behind in a driver's connect must not meet the destructors of statics.
int main(int argc, char **argv)
{
    int code = 0;
    {
        QCoreApplication application(argc, argv);
        TestSyncRun test;
        code = QTest::qExec(&test, argc, argv);
    }
    std::fflush(nullptr);
    std::_Exit(code);
}

#include "tst_syncrun.moc"
