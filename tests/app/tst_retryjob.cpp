#include "retryjob.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// Which entry of the job a table of its run came from.
class TestRetryJob : public QObject {
    Q_OBJECT

private slots:
    void keepsEverythingElse();
    void tablesHaveTheOptionsOfTheirEntries();
    void whatNoEntryNamesIsLeftOut();

private:
    static TableRef ref(const QString &table) { return { u"shop"_s, u"dbo"_s, table }; }
    static TableRequest request(const QString &table, SyncMode mode)
    {
        TableRequest request;
        request.table = ref(table);
        request.mode = mode;
        return request;
    }
};

void TestRetryJob::keepsEverythingElse()
{
    SyncJob job;
    job.connection.server = u"db"_s;
    job.outputDir = u"/data"_s;
    job.watermarkDir = u"/marks"_s;
    job.maxWorkers = 5;
    job.only = { u"o*"_s };
    job.excludes = { ref(u"x*"_s) };
    job.tables = { request(u"orders"_s, SyncMode::Full), request(u"other"_s, SyncMode::Full) };
    const SyncJob again = retryJob(job, { ref(u"orders"_s) });
    QCOMPARE(again.connection.server, u"db"_s);
    QCOMPARE(again.outputDir, u"/data"_s);
    QCOMPARE(again.watermarkDir, u"/marks"_s);
    QCOMPARE(again.maxWorkers, 5);
    QCOMPARE(again.excludes, job.excludes);
    QCOMPARE(again.tables, QList<TableRequest>{ job.tables.constFirst() });
    QVERIFY(again.only.isEmpty());
}

void TestRetryJob::tablesHaveTheOptionsOfTheirEntries()
{
    SyncJob job;
    job.tables = { request(u"o*"_s, SyncMode::FullIncremental), request(u"Orders"_s, SyncMode::Incremental),
        request(u"*"_s, SyncMode::Full) };
    const SyncJob again = retryJob(job, { ref(u"things"_s), ref(u"offers"_s), ref(u"orders"_s) });
    QCOMPARE(again.tables,
        (QList<TableRequest>{ request(u"things"_s, SyncMode::Full),
            request(u"offers"_s, SyncMode::FullIncremental), request(u"orders"_s, SyncMode::Incremental) }));
}

void TestRetryJob::whatNoEntryNamesIsLeftOut()
{
    SyncJob job;
    job.tables = { request(u"orders"_s, SyncMode::Full) };
    QVERIFY(retryJob(job, { ref(u"people"_s) }).tables.isEmpty());
}

QTEST_APPLESS_MAIN(TestRetryJob)
#include "tst_retryjob.moc"
