#include "foldedtable.h"
#include "syncsite.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tableCount = 4;
constexpr int writers = 3;
constexpr int transactionsOfAWriter = 80; // at least; they go on until enough runs have met them
constexpr int mostTransactions = 5000;
constexpr int enoughRuns = 6;

QString tableName(int number)
{
    return u"dbo.t%1"_s.arg(number);
}

/// One transaction of one to four changes on small key ranges, so that keys come, go and come back.
QString randomTransaction(QRandomGenerator &random)
{
    QString sql = u"BEGIN TRANSACTION;\n"_s;
    for (int i = random.bounded(1, 5); i > 0; --i) {
        const QString table = tableName(random.bounded(tableCount));
        const int id = random.bounded(60);
        const QString text = u"N'v%1 ö, \"%2\"'"_s.arg(random.bounded(1000)).arg(id);
        switch (random.bounded(5)) {
        case 0:
            sql += u"DELETE FROM %1 WHERE id = %2;\n"_s.arg(table).arg(id);
            break;
        case 1:
            sql += u"UPDATE %1 SET text = %2, amount = amount + 0.25 WHERE id BETWEEN %3 AND %4;\n"_s
                       .arg(table, text)
                       .arg(id)
                       .arg(id + 3);
            break;
        case 2: // the key moves
            sql += u"DELETE FROM %1 WHERE id = %2;\nUPDATE %1 SET id = %2 WHERE id = %3;\n"_s.arg(table)
                       .arg(id)
                       .arg(id + 7);
            break;
        default:
            sql +=
                u"DELETE FROM %1 WHERE id = %2;\nINSERT INTO %1 (id, text, amount) VALUES (%2, %3, %4);\n"_s
                    .arg(table)
                    .arg(id)
                    .arg(text)
                    .arg(double(random.bounded(10000)) / 100, 0, 'f', 2);
            break;
        }
    }
    return sql + (random.bounded(8) == 0 ? u"ROLLBACK"_s : u"COMMIT"_s);
}

} // namespace

/// The first promise: whatever writers do while Tidemark syncs, folding all files of a manifest gives exactly
/// the table, and no change of a key stands in two file sets.
class TestRandomTransactions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldingGivesTheTable_data();
    void foldingGivesTheTable();

private:
    static void compareWithTheTable(SyncSite &site, int number);
};

void TestRandomTransactions::foldingGivesTheTable_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<bool>("snapshot");
    for (const QString &driver : testSites()) {
        QTest::addRow("%s, snapshot", qPrintable(driver)) << driver << true;
        QTest::addRow("%s, no snapshot", qPrintable(driver)) << driver << false;
    }
}

void TestRandomTransactions::foldingGivesTheTable()
{
    QFETCH(QString, driver);
    QFETCH(bool, snapshot);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    QCOMPARE(site.run(u"ALTER DATABASE [site] SET ALLOW_SNAPSHOT_ISOLATION %1"_s.arg(
                 snapshot ? u"ON"_s : u"OFF"_s)),
        QString());
    QStringList tables;
    for (int i = 0; i < tableCount; ++i) {
        tables += tableName(i);
        QCOMPARE(
            site.run(
                u"CREATE TABLE %1 (id int NOT NULL PRIMARY KEY, text nvarchar(50), amount decimal(18,2));"
                "ALTER TABLE %1 ENABLE CHANGE_TRACKING"_s.arg(tableName(i))),
            QString());
    }
    const quint32 seed = 20260101;

    std::atomic_int runs = 0;
    std::atomic_int busy = writers;
    std::atomic_int broken = 0;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            QRandomGenerator random(seed + quint32(writer));
            for (int i = 0; i < transactionsOfAWriter || (runs < enoughRuns && i < mostTransactions); ++i) {
                const QString error = site.run(randomTransaction(random));
                // A key that another writer has just made is an honest refusal.
                if (!error.isEmpty() && !error.contains(u"2627"_s) && !error.contains(u"duplicate key"_s))
                    ++broken;
            }
            --busy;
        });
    }

    SyncJob job = site.job(tables);
    job.maxWorkers = 3;
    bool failed = false;
    while (busy > 0 && runs < 400) {
        for (const TableReport &report : site.sync(job).tables)
            failed = failed || report.status == TableStatus::Failed;
        ++runs;
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!failed);
    QCOMPARE(broken, 0);
    QVERIFY2(runs >= enoughRuns, qPrintable(QString::number(runs)));

    (void)site.sync(job); // writers rest: the last changes
    for (const TableReport &report : site.sync(job).tables) {
        QCOMPARE(report.status, TableStatus::NothingNew);
    }
    for (int i = 0; i < tableCount; ++i)
        compareWithTheTable(site, i);
}

void TestRandomTransactions::compareWithTheTable(SyncSite &site, int number)
{
    const TableRef table = siteTable(tableName(number)).table;
    const auto folded = foldTable(site.outputDir(), table, { u"id"_s });
    QVERIFY2(folded.has_value(), folded ? "" : qPrintable(describe(folded.error())));
    QCOMPARE(folded->repeated, 0);
    QVERIFY(folded->changes > 0);

    SyncJob fresh = site.job({ tableName(number) }, SyncMode::Full);
    fresh.outputDir = site.folder(u"fresh"_s);
    fresh.watermarkDir = site.folder(u"fresh-watermarks"_s);
    const RunReport report = site.sync(fresh);
    QCOMPARE(report.tables.constFirst().status, TableStatus::Done);
    const auto whole = foldTable(fresh.outputDir, table, { u"id"_s });
    QVERIFY2(whole.has_value(), whole ? "" : qPrintable(describe(whole.error())));
    QVERIFY(!whole->rows.isEmpty());
    QCOMPARE(folded->rows, whole->rows);
}

QTEST_GUILESS_MAIN(TestRandomTransactions)
#include "tst_randomtransactions.moc"
