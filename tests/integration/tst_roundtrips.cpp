#include "syncsite.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tableCount = 200;

} // namespace

/// Unchanged tables cost a database two round trips, however many they are, besides what QODBC sends when it
/// opens a connection. Counted by the server.
class TestRoundTrips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unchangedTablesTakeTwo_data();
    void unchangedTablesTakeTwo();
};

void TestRoundTrips::unchangedTablesTakeTwo_data()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestRoundTrips::unchangedTablesTakeTwo()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    QStringList tables;
    for (int i = 0; i < tableCount; ++i) {
        const QString table = u"dbo.t%1"_s.arg(i);
        QCOMPARE(site.run(u"CREATE TABLE %1 (id int NOT NULL PRIMARY KEY, text nvarchar(20));"
                          "ALTER TABLE %1 ENABLE CHANGE_TRACKING;"
                          "INSERT INTO %1 VALUES (1, N'one')"_s.arg(table)),
            QString());
        tables += table;
    }
    QCOMPARE(site.run(u"CREATE TABLE dbo.busy (id int NOT NULL PRIMARY KEY);"
                      "ALTER TABLE dbo.busy ENABLE CHANGE_TRACKING"_s),
        QString());
    SyncJob job = site.job(tables);
    job.maxWorkers = 4;
    for (const TableReport &report : site.sync(job).tables)
        QVERIFY2(report.status == TableStatus::Done, report.error ? qPrintable(report.error->text) : "");

    // A neighbour moves the database's version on, so that the tables must be asked.
    QCOMPARE(site.run(u"INSERT INTO dbo.busy VALUES (1)"_s), QString());
    site.server().resetStatements();
    for (const TableReport &report : site.sync(job).tables) {
        QCOMPARE(report.status, TableStatus::NothingNew);
        QCOMPARE(*report.currentVersion, ChangeVersion(tableCount + 1));
    }
    QStringList sent = site.server().statements();
    const QStringList all = sent;
    sent.removeIf([](const QString &statement) {
        return statement.contains(u"sp_datatype_info"_s) || statement.contains(u"SET QUOTED_IDENTIFIER ON"_s)
            || statement.contains(u"attention"_s, Qt::CaseInsensitive) || statement.contains(u"sp_cursor"_s);
    });
    QVERIFY2(sent.size() == 2,
        qPrintable(u"%1 requests:\n"_s.arg(sent.size()) + all.join(u"\n---\n"_s).left(4000)));
    QVERIFY(all.size() > sent.size()); // QODBC's own are there, and are few
    QVERIFY2(all.size() <= 6, qPrintable(all.join(u"\n---\n"_s).left(4000)));
}

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_roundtrips.moc"
