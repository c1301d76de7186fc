#include "appservices.h"
#include "csvreader.h"
#include "filesbelow.h"
#include "syncsite.h"

#include <QFile>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The rows of a table's files by operation.
QMap<QString, qint64> operationsIn(const QStringList &files)
{
    QMap<QString, qint64> counts;
    for (const QString &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return { { u"cannot read "_s + path, 1 } };
        CsvReader reader(file, {});
        CsvRow row;
        bool header = true;
        while (reader.read(row).value_or(false)) {
            if (!header)
                ++counts[row[2].value_or(QString())];
            header = false;
        }
    }
    return counts;
}

/// Empty folders too.
QStringList tracesOf(const SyncSite &site)
{
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    return filesBelow(site.outputDir(), {}, all) + filesBelow(site.watermarkDir(), {}, all);
}

bool isOwnOfDriver(const QString &statement)
{
    return statement.contains(u"sp_datatype_info"_s) || statement.contains(u"SET QUOTED_IDENTIFIER ON"_s)
        || statement.contains(u"attention"_s, Qt::CaseInsensitive) || statement.contains(u"sp_cursor"_s);
}

} // namespace

/// Previews through each driver: they say what the sync that follows does, and leave no trace.
class TestPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheSync_data() { addSiteRows(); }
    void agreesWithTheSync();
    void takesTwoRoundTripsAndLeavesNoTrace_data() { addSiteRows(); }
    void takesTwoRoundTripsAndLeavesNoTrace();
    void aServerThatIsGoneIsSaid();

private:
    QList<TablePreview> preview(const SyncJob &job) { return m_services.preview(job).result(); }

    AppServices m_services;
};

#define RUN(sql) QCOMPARE(site.run(sql), QString())

void TestPreview::agreesWithTheSync()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    for (const QString &name : { u"orders"_s, u"quiet"_s, u"cut"_s, u"late"_s }) {
        RUN(u"CREATE TABLE dbo.%1 (id int NOT NULL PRIMARY KEY, SYS_CHANGE_OPERATION nvarchar(20));"
            "ALTER TABLE dbo.%1 ENABLE CHANGE_TRACKING;"
            "INSERT INTO dbo.%1 VALUES (1, N'a'), (2, N'b'), (3, N'c'), (4, N'd'), (5, N'e')"_s.arg(name));
    }
    RUN(u"CREATE TABLE dbo.[two keys] (SYS_CHANGE_VERSION nvarchar(20) NOT NULL, b int NOT NULL, text "
        "nvarchar(20), PRIMARY KEY (b, SYS_CHANGE_VERSION));"
        "ALTER TABLE dbo.[two keys] ENABLE CHANGE_TRACKING;"
        "INSERT INTO dbo.[two keys] VALUES (N'x', 1, N'a'), (N'y', 1, N'b')"_s);
    RUN(u"CREATE TABLE dbo.untracked (id int NOT NULL PRIMARY KEY)"_s);
    const SyncJob before = site.job({ u"dbo.orders"_s, u"dbo.quiet"_s, u"dbo.cut"_s, u"dbo.two keys"_s });
    for (const TableReport &report : site.sync(before).tables)
        QCOMPARE(report.status, TableStatus::Done);
    RUN(u"INSERT INTO dbo.orders VALUES (6, N'f'), (7, N'g'), (8, N'h')"_s);
    RUN(u"UPDATE dbo.orders SET SYS_CHANGE_OPERATION = N'B' WHERE id IN (2, 6)"_s); // 6 stays an insert
    RUN(u"DELETE FROM dbo.orders WHERE id IN (1, 8)"_s); // 8 came and went
    RUN(u"DELETE FROM dbo.orders WHERE id = 3; INSERT INTO dbo.orders VALUES (3, N'again')"_s);
    RUN(u"UPDATE dbo.[two keys] SET b = 2 WHERE b = 1 AND SYS_CHANGE_VERSION = N'x'"_s);
    RUN(u"TRUNCATE TABLE dbo.cut; INSERT INTO dbo.cut VALUES (9, N'z')"_s);

    SyncJob job = before;
    job.tables += siteTable(u"dbo.late"_s);
    job.tables += siteTable(u"dbo.unt*"_s); // a pattern skips what is not tracked
    job.tables += siteTable(u"dbo.late"_s, SyncMode::Incremental); // twice
    const QList<TablePreview> tables = preview(job);
    const RunReport report = site.sync(job);
    QCOMPARE(tables.size(), report.tables.size());
    QCOMPARE(tables.size(), 7);
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const TablePreview &said = tables[i];
        const TableReport &done = report.tables[i];
        QCOMPARE(said.table, done.table);
        QCOMPARE(said.action == PreviewAction::Failed, done.status == TableStatus::Failed);
        QCOMPARE(said.action == PreviewAction::Skipped, done.status == TableStatus::Skipped);
        QCOMPARE(said.action == PreviewAction::NothingNew, done.status == TableStatus::NothingNew);
        QCOMPARE(said.reload, done.reloaded);
        QCOMPARE(said.reason, done.reason);
        QCOMPARE(said.sinceVersion, done.sinceVersion);
        if (done.status != TableStatus::Done)
            continue;
        const QMap<QString, qint64> written = operationsIn(done.files);
        if (said.action == PreviewAction::Full) {
            QCOMPARE(written, (QMap<QString, qint64>{ { u"L"_s, *said.rows } }));
            continue;
        }
        QCOMPARE(said.currentVersion, done.currentVersion);
        QCOMPARE(said.inserts, written.value(u"I"_s));
        QCOMPARE(said.updates, written.value(u"U"_s));
        QCOMPARE(said.deletes, written.value(u"D"_s));
        QCOMPARE(*said.rows, done.rowsWritten);
        QVERIFY(*said.bytes > 0);
        QVERIFY(*said.seconds > 0);
    }
    QCOMPARE(tables[0].inserts, 2); // and what is folded is counted as it is folded
    QCOMPARE(tables[0].updates, 2);
    QCOMPARE(tables[0].deletes, 2);
    QCOMPARE(tables[1].action, PreviewAction::NothingNew);
    QVERIFY(tables[2].reload);
    QCOMPARE(tables[3].deletes, 1);
    QCOMPARE(tables[4].action, PreviewAction::Full);
    QCOMPARE(tables[5].action, PreviewAction::Skipped);
    QCOMPARE(tables[6].error->kind, ErrorKind::Configuration);
}

void TestPreview::takesTwoRoundTripsAndLeavesNoTrace()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    QStringList tables;
    for (int i = 0; i < 20; ++i) {
        tables += u"dbo.t%1"_s.arg(i);
        QCOMPARE(site.run(u"CREATE TABLE %1 (id int NOT NULL PRIMARY KEY);"
                          "ALTER TABLE %1 ENABLE CHANGE_TRACKING;"
                          "INSERT INTO %1 VALUES (1)"_s.arg(tables.constLast())),
            QString());
    }
    const SyncJob job = site.job(tables);
    QCOMPARE(preview(job).constFirst().action, PreviewAction::Full);
    QCOMPARE(tracesOf(site), QStringList());
    QCOMPARE(site.sync(job).tables.size(), 20);
    QCOMPARE(site.run(u"INSERT INTO dbo.t3 VALUES (2)"_s), QString());
    const QStringList files = tracesOf(site);
    QVERIFY(!files.isEmpty());
    if (driver != u"live server")
        site.server().resetStatements();
    const QList<TablePreview> previews = preview(job);
    QCOMPARE(previews[3].inserts, 1);
    QCOMPARE(previews[4].action, PreviewAction::NothingNew);
    QCOMPARE(tracesOf(site), files);
    if (driver == u"live server")
        return;
    QStringList sent = site.server().statements();
    sent.removeIf(isOwnOfDriver);
    QVERIFY2(sent.size() == 2, qPrintable(sent.join(u"\n---\n"_s).left(4000)));
}

void TestPreview::aServerThatIsGoneIsSaid()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    SyncSite server(testDrivers().constFirst());
    SyncJob job = server.job({ u"dbo.t"_s });
    job.connection.server = u"127.0.0.1,1"_s;
    job.connection.loginTimeoutSeconds = 1;
    for (TableRequest &request : job.tables)
        request.policies.retries = 0;
    const QList<TablePreview> tables = preview(job);
    QCOMPARE(tables.size(), 1);
    QCOMPARE(tables[0].action, PreviewAction::Failed);
    QCOMPARE(tables[0].error->kind, ErrorKind::Connection);
}

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
