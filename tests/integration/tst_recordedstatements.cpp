#include "appservices.h"
#include "syncsite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// QODBC's own words at opening, and a driver's.
bool isOurs(const QString &statement)
{
    return !statement.contains(u"sp_datatype_info"_s) && statement != u"SET QUOTED_IDENTIFIER ON"_s
        && !statement.startsWith(u"RPC"_s) && !statement.contains(u"attention"_s, Qt::CaseInsensitive);
}

} // namespace

/// Every statement that a list, a check and syncs send is recorded by the server and judged by
/// check_statements.py: T-SQL that SQL Server takes, with nothing that only the practice server would.
class TestRecordedStatements : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areTSql_data();
    void areTSql();

private:
    static void useEverything(SyncSite &site);
};

void TestRecordedStatements::areTSql_data()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestRecordedStatements::useEverything(SyncSite &site)
{
    QFile types(QStringLiteral(TIDEMARK_GOLDEN_DIR "/every_type.sql"));
    QVERIFY(types.open(QIODevice::ReadOnly));
    QCOMPARE(site.run(QString::fromUtf8(types.readAll())), QString());
    QCOMPARE(
        site.run(u"CREATE TABLE dbo.[a]]b] ([x'y] int NOT NULL PRIMARY KEY, [two words] nvarchar(max));"
                 "ALTER TABLE dbo.[a]]b] ENABLE CHANGE_TRACKING; INSERT INTO dbo.[a]]b] VALUES (1, N'1');"
                 "CREATE TABLE dbo.pair (a int NOT NULL, b nvarchar(10) NOT NULL, PRIMARY KEY (a, b));"
                 "ALTER TABLE dbo.pair ENABLE CHANGE_TRACKING; INSERT INTO dbo.pair VALUES (1, N'1')"_s),
        QString());
    site.server().resetStatements();

    AppServices services;
    SyncJob job = site.job({ u"dbo.every_type"_s, u"dbo.a]b"_s, u"dbo.pair"_s });
    (void)services.databases(job.connection, job.password).result();
    (void)services.tables(job.connection, job.password, u"site"_s).result();
    (void)services.testConnection(job.connection, job.password).result();
    ConnectionSpec begun = job.connection;
    begun.database = u"site"_s;
    (void)services.testConnection(begun, job.password).result();
    (void)services.check(job).result();
    job.tables[2].where = u"[a] > 0"_s;
    job.tables[2].mode = SyncMode::Full;
    for (const SnapshotUse snapshot : { SnapshotUse::Auto, SnapshotUse::Never }) {
        for (TableRequest &table : job.tables)
            table.policies.snapshot = snapshot;
        (void)site.sync(job);
        QCOMPARE(
            site.run(u"UPDATE dbo.every_type SET c_int = c_int; UPDATE dbo.[a]]b] SET [two words] = N'2'"_s),
            QString());
        for (const TableReport &report : site.sync(job).tables)
            QVERIFY2(!report.error, report.error ? qPrintable(describe(*report.error)) : "");
        QCOMPARE(site.run(u"INSERT INTO dbo.pair VALUES (%1, N'2')"_s.arg(int(snapshot) + 10)), QString());
        (void)site.sync(job); // unchanged tables beside a changed one
    }
}

void TestRecordedStatements::areTSql()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    useEverything(site);
    if (QTest::currentTestFailed())
        return;

    const QString folder = site.folder(u"statements"_s);
    QVERIFY(QDir().mkpath(folder));
    QSet<QString> seen;
    for (const QString &statement : site.server().statements()) {
        if (!isOurs(statement) || seen.contains(statement))
            continue;
        seen += statement;
        QFile file(folder + u"/%1.sql"_s.arg(seen.size(), 3, 10, QLatin1Char('0')));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(statement.toUtf8());
    }
    QVERIFY2(seen.size() >= 12, qPrintable(QString::number(seen.size())));
    const auto sent = [&seen](const QString &part) {
        return std::any_of(
            seen.begin(), seen.end(), [&](const QString &each) { return each.contains(part); });
    };
    for (const QString &part :
        { u"CHANGETABLE"_s, u"[a]]b]"_s, u"SNAPSHOT"_s, u"sys.databases"_s, u"SQL_VARIANT_PROPERTY"_s })
        QVERIFY2(sent(part), qPrintable(part));

    QProcess judge;
    judge.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"LD_PRELOAD"_s);
    judge.setProcessEnvironment(environment);
    judge.start(u"python3"_s, { QStringLiteral(TIDEMARK_STATEMENT_JUDGE), folder });
    QVERIFY(judge.waitForFinished(200'000));
    const QByteArray verdict = judge.readAll();
    if (judge.exitCode() == 77)
        QSKIP(("the grammar is not judged: " + verdict.trimmed()).constData());
    QVERIFY2(judge.exitCode() == 0, verdict.constData());
}

QTEST_GUILESS_MAIN(TestRecordedStatements)
#include "tst_recordedstatements.moc"
