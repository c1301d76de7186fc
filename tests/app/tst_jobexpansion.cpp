#include "jobexpansion.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableRequest request(const QString &database, const QString &schema, const QString &table,
    SyncMode mode = SyncMode::FullIncremental)
{
    TableRequest request;
    request.table = { database, schema, table };
    request.mode = mode;
    return request;
}

CatalogTable table(const QString &schema, const QString &name, bool tracked = true, bool hasKey = true)
{
    return { { u"shop"_s, schema, name }, tracked, hasKey, 0, 0 };
}

/// "orders" or "orders:skipped" for each entry.
QStringList textOf(const QList<JobEntry> &entries)
{
    QStringList texts;
    for (const JobEntry &entry : entries) {
        texts += entry.request.table.table;
        if (entry.settled)
            texts.last() += u':' + tableStatusName(entry.settled->status);
    }
    return texts;
}

} // namespace

class TestJobExpansion : public QObject {
    Q_OBJECT

private slots:
    void namesNeedNoCatalog();
    void patternBecomesTables();
    void untrackedTablesAreSkipped();
    void namedTableKeepsItsOwnEntry();
    void exactSpellingDecidesWhichTableIsNamed();
    void patternsDoNotRepeatTables();
    void patternWithoutTableFails();
    void excludesAreTakenOff();
    void databasesArePatternsToo();
    void unreadableCatalogFailsItsDatabaseOnly();
    void filtersLeaveOver();
    void filterWithoutTableFails();

private:
    static JobCatalog shop(const QList<CatalogTable> &tables)
    {
        JobCatalog catalog;
        catalog.tables.insert(u"shop"_s, tables);
        return catalog;
    }
};

void TestJobExpansion::namesNeedNoCatalog()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"orders"_s), request(u"hr"_s, u"dbo"_s, u"people"_s) };
    const JobExpansion expansion(job);
    QVERIFY(!expansion.needsDatabases());
    QCOMPARE(expansion.databases({}), QStringList());
    QCOMPARE(textOf(expansion.entries({})), (QStringList{ u"orders"_s, u"people"_s }));
}

void TestJobExpansion::patternBecomesTables()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"sales"_s, u"z"_s), request(u"SHOP"_s, u"dbo"_s, u"o*"_s) };
    JobCatalog catalog;
    catalog.tables.insert(u"SHOP"_s,
        QList{ table(u"dbo"_s, u"orders"_s), table(u"dbo"_s, u"Offers"_s), table(u"dbo"_s, u"items"_s),
            table(u"sales"_s, u"o"_s) });
    const JobExpansion expansion(job);
    QCOMPARE(expansion.databases({}), QStringList{ u"SHOP"_s });
    QCOMPARE(textOf(expansion.entries(catalog)), (QStringList{ u"z"_s, u"orders"_s, u"Offers"_s }));
}

void TestJobExpansion::untrackedTablesAreSkipped()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s) };
    const JobCatalog catalog = shop(
        { table(u"dbo"_s, u"a"_s), table(u"dbo"_s, u"b"_s, false), table(u"dbo"_s, u"c"_s, false, false) });
    const QList<JobEntry> entries = JobExpansion(job).entries(catalog);
    QCOMPARE(textOf(entries), (QStringList{ u"a"_s, u"b:skipped"_s, u"c:skipped"_s }));
    QVERIFY(entries[1].settled->reason.contains(u"tracking is off"_s));
    QVERIFY(entries[2].settled->reason.contains(u"no primary key"_s));

    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s, SyncMode::Full) };
    QCOMPARE(textOf(JobExpansion(job).entries(catalog)), (QStringList{ u"a"_s, u"b"_s, u"c"_s }));
}

void TestJobExpansion::namedTableKeepsItsOwnEntry()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s),
        request(u"shop"_s, u"DBO"_s, u"B"_s, SyncMode::Full) };
    const QList<JobEntry> entries =
        JobExpansion(job).entries(shop({ table(u"dbo"_s, u"a"_s), table(u"dbo"_s, u"b"_s) }));
    QCOMPARE(textOf(entries), (QStringList{ u"a"_s, u"B"_s }));
    QCOMPARE(entries[1].request.mode, SyncMode::Full);
}

void TestJobExpansion::exactSpellingDecidesWhichTableIsNamed()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s), request(u"shop"_s, u"dbo"_s, u"Orders"_s) };
    QCOMPARE(textOf(JobExpansion(job).entries(
                 shop({ table(u"dbo"_s, u"Orders"_s), table(u"dbo"_s, u"orders"_s) }))),
        (QStringList{ u"orders"_s, u"Orders"_s }));
}

void TestJobExpansion::patternsDoNotRepeatTables()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"a*"_s, SyncMode::Full),
        request(u"shop"_s, u"*"_s, u"*"_s) };
    const QList<JobEntry> entries =
        JobExpansion(job).entries(shop({ table(u"dbo"_s, u"a"_s), table(u"dbo"_s, u"b"_s) }));
    QCOMPARE(textOf(entries), (QStringList{ u"a"_s, u"b"_s }));
    QCOMPARE(entries[0].request.mode, SyncMode::Full);
}

void TestJobExpansion::patternWithoutTableFails()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"x*"_s) };
    const QList<JobEntry> entries = JobExpansion(job).entries(shop({ table(u"dbo"_s, u"a"_s) }));
    QCOMPARE(textOf(entries), QStringList{ u"x*:error"_s });
    QCOMPARE(entries[0].settled->error->kind, ErrorKind::NotFound);
    QCOMPARE(entries[0].settled->error->context, u"shop.dbo.x*"_s);
}

void TestJobExpansion::excludesAreTakenOff()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s), request(u"shop"_s, u"dbo"_s, u"tmp_named"_s) };
    job.excludes = { { u"*"_s, u"*"_s, u"TMP_*"_s } };
    QCOMPARE(textOf(JobExpansion(job).entries(shop(
                 { table(u"dbo"_s, u"a"_s), table(u"dbo"_s, u"tmp_1"_s), table(u"dbo"_s, u"tmp_named"_s) }))),
        (QStringList{ u"a"_s, u"tmp_named"_s }));
}

void TestJobExpansion::databasesArePatternsToo()
{
    SyncJob job;
    job.tables = { request(u"sh*"_s, u"dbo"_s, u"orders"_s) };
    const JobExpansion expansion(job);
    QVERIFY(expansion.needsDatabases());
    JobCatalog catalog;
    catalog.databases = QList<CatalogDatabase>{ { u"shop"_s, true, true }, { u"shut"_s, false, true },
        { u"hr"_s, true, true } };
    QCOMPARE(expansion.databases(catalog), QStringList{ u"shop"_s });
    catalog.tables.insert(u"shop"_s, QList{ table(u"dbo"_s, u"orders"_s) });
    QCOMPARE(textOf(expansion.entries(catalog)), QStringList{ u"orders"_s });

    catalog.databases = fail(ErrorKind::Login, u"No way in."_s);
    const QList<JobEntry> entries = expansion.entries(catalog);
    QCOMPARE(textOf(entries), QStringList{ u"orders:error"_s });
    QCOMPARE(entries[0].settled->error->kind, ErrorKind::Login);
}

void TestJobExpansion::unreadableCatalogFailsItsDatabaseOnly()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s), request(u"hr"_s, u"dbo"_s, u"*"_s),
        request(u"shop"_s, u"x"_s, u"named"_s) };
    JobCatalog catalog = shop({ table(u"dbo"_s, u"a"_s) });
    catalog.tables.insert(u"hr"_s, fail(ErrorKind::Connection, u"Gone."_s));
    const QList<JobEntry> entries = JobExpansion(job).entries(catalog);
    QCOMPARE(textOf(entries), (QStringList{ u"a"_s, u"*:error"_s, u"named"_s }));
    QCOMPARE(entries[1].settled->table.database, u"hr"_s);
}

void TestJobExpansion::filtersLeaveOver()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s), request(u"hr"_s, u"dbo"_s, u"people"_s) };
    job.only = { u"dbo.b"_s, u"hr.*"_s };
    QCOMPARE(textOf(JobExpansion(job).entries(shop({ table(u"dbo"_s, u"a"_s), table(u"dbo"_s, u"b"_s) }))),
        (QStringList{ u"b"_s, u"people"_s }));
}

void TestJobExpansion::filterWithoutTableFails()
{
    SyncJob job;
    job.tables = { request(u"hr"_s, u"dbo"_s, u"people"_s) };
    job.only = { u"dbo.poeple"_s };
    const QList<JobEntry> entries = JobExpansion(job).entries({});
    QCOMPARE(textOf(entries), QStringList{ u"poeple:error"_s });
    QCOMPARE(entries[0].settled->error->kind, ErrorKind::Configuration);
    QVERIFY(entries[0].settled->error->text.contains(u"dbo.poeple"_s));
    QCOMPARE(entries[0].settled->table.display(), u"dbo.poeple"_s);
}

QTEST_APPLESS_MAIN(TestJobExpansion)
#include "tst_jobexpansion.moc"
