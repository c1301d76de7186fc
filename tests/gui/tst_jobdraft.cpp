#include "fakebackend.h"
#include "growth.h"
#include "jobdraft.h"

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

template <typename T>
QStringList names(const QList<T> &tables)
{
    QStringList names;
    for (const T &each : tables)
        names += each.table.display();
    return names;
}

} // namespace

class TestJobDraft : public QObject {
    Q_OBJECT

private slots:
    void takesTheSpellingOfTheCatalog();
    void namesThatDifferByCaseAreNotGuessed();
    void keepsWhatIsNotThere();
    void patternsTakeTrackedTables();
    void excludesNarrowPatterns();
    void aTableByNameGoesBeforeAPattern();
    void ticksKeepTheOptionsOfTheJob();
    void newTicksTakeTheDefaults();
    void databasesThatAreNotLoadedKeepTheirRequests();
    void unticksAreLeftOut();
    void otherOptionsReachTablesWithoutTheirOwn();
    void aNameWithAStarIsFoundAsItIs();
    void manyNamesAreFoundAsFastAsFew();
};

void TestJobDraft::takesTheSpellingOfTheCatalog()
{
    SyncJob job;
    job.tables = { request(u"SHOP"_s, u"dbo"_s, u"Orders"_s, SyncMode::Incremental) };
    const JobDraft draft(job);
    QVERIFY(draft.names(u"shop"_s));
    QVERIFY(!draft.names(u"archive"_s));
    const auto chosen = draft.chosen(u"shop"_s, { catalogTable(u"shop"_s, u"orders"_s) });
    QCOMPARE(names(chosen), QStringList{ u"shop.dbo.orders"_s });
    QCOMPARE(chosen.constFirst().mode, SyncMode::Incremental);
}

void TestJobDraft::namesThatDifferByCaseAreNotGuessed()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"ORDERS"_s) };
    const QList<CatalogTable> two{ catalogTable(u"shop"_s, u"orders"_s),
        catalogTable(u"shop"_s, u"Orders"_s) };
    QCOMPARE(names(JobDraft(job).chosen(u"shop"_s, two)), QStringList{ u"shop.dbo.ORDERS"_s });
    job.tables = { request(u"shop"_s, u"dbo"_s, u"Orders"_s) };
    QCOMPARE(names(JobDraft(job).chosen(u"shop"_s, two)), QStringList{ u"shop.dbo.Orders"_s });
}

void TestJobDraft::keepsWhatIsNotThere()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"gone"_s) };
    QCOMPARE(names(JobDraft(job).chosen(u"shop"_s, { catalogTable(u"shop"_s, u"orders"_s) })),
        QStringList{ u"shop.dbo.gone"_s });
}

void TestJobDraft::patternsTakeTrackedTables()
{
    const QList<CatalogTable> tables{ catalogTable(u"shop"_s, u"orders"_s),
        catalogTable(u"shop"_s, u"audit"_s, false) };
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s) };
    QCOMPARE(names(JobDraft(job).chosen(u"shop"_s, tables)), QStringList{ u"shop.dbo.orders"_s });
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s, SyncMode::Full) };
    QCOMPARE(names(JobDraft(job).chosen(u"shop"_s, tables)),
        (QStringList{ u"shop.dbo.orders"_s, u"shop.dbo.audit"_s }));
}

void TestJobDraft::excludesNarrowPatterns()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s) };
    job.excludes = { { u"*"_s, u"*"_s, u"tmp_*"_s } };
    QCOMPARE(names(JobDraft(job).chosen(
                 u"shop"_s, { catalogTable(u"shop"_s, u"orders"_s), catalogTable(u"shop"_s, u"tmp_a"_s) })),
        QStringList{ u"shop.dbo.orders"_s });
}

void TestJobDraft::aTableByNameGoesBeforeAPattern()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s),
        request(u"shop"_s, u"dbo"_s, u"orders"_s, SyncMode::Full) };
    const auto chosen = JobDraft(job).chosen(u"shop"_s, { catalogTable(u"shop"_s, u"orders"_s) });
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().mode, SyncMode::Full);
}

void TestJobDraft::ticksKeepTheOptionsOfTheJob()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"Orders"_s) };
    job.tables[0].columns = QStringList{ u"id"_s };
    job.tables[0].dialect.delimiter = u';';
    const auto requests =
        JobDraft(job).requests({ { { u"shop"_s, u"dbo"_s, u"orders"_s }, SyncMode::Full, {} } });
    QCOMPARE(names(requests), QStringList{ u"shop.dbo.orders"_s });
    QCOMPARE(requests[0].mode, SyncMode::Full);
    QCOMPARE(requests[0].columns, QStringList{ u"id"_s });
    QCOMPARE(requests[0].dialect.delimiter, QChar(u';'));
}

void TestJobDraft::newTicksTakeTheDefaults()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"orders"_s) };
    TableRequest defaults;
    defaults.files.compression = Compression::Gzip;
    const auto requests =
        JobDraft(job, defaults).requests({ { { u"shop"_s, u"dbo"_s, u"lines"_s }, SyncMode::Full, {} } });
    QCOMPARE(names(requests), QStringList{ u"shop.dbo.lines"_s });
    QCOMPARE(requests[0].files.compression, Compression::Gzip);
    QCOMPARE(requests[0].mode, SyncMode::Full);
}

void TestJobDraft::databasesThatAreNotLoadedKeepTheirRequests()
{
    SyncJob job;
    job.tables = { request(u"s*"_s, u"dbo"_s, u"orders"_s), request(u"nowhere"_s, u"dbo"_s, u"a"_s) };
    const auto requests =
        JobDraft(job).requestsElsewhere({ u"shop"_s, u"stock"_s, u"other"_s }, { u"shop"_s });
    QCOMPARE(names(requests), (QStringList{ u"stock.dbo.orders"_s, u"nowhere.dbo.a"_s }));
}

void TestJobDraft::unticksAreLeftOut()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"a"_s), request(u"shop"_s, u"dbo"_s, u"b"_s) };
    const JobDraft draft(job);
    const auto requests =
        draft.requests({ { { u"shop"_s, u"dbo"_s, u"b"_s }, SyncMode::FullIncremental, {} } });
    QCOMPARE(names(requests), QStringList{ u"shop.dbo.b"_s });
    QVERIFY(draft.requestsElsewhere({ u"shop"_s }, { u"shop"_s }).isEmpty());
}

void TestJobDraft::otherOptionsReachTablesWithoutTheirOwn()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"orders"_s), request(u"shop"_s, u"dbo"_s, u"lines"_s) };
    job.tables[1].dialect.delimiter = u'|';
    job.tables[1].policies.retries = 0;
    JobDraft draft(job);
    TableRequest options;
    options.dialect.delimiter = u';';
    options.dialect.nullMark = u"NULL"_s;
    options.files.compression = Compression::Gzip;
    options.policies.retries = 7;
    draft.setDefaults(options);
    const QList<TableRequest> &tables = draft.job().tables;
    QCOMPARE(draft.defaults(), options);
    QCOMPARE(tables[0].dialect, options.dialect);
    QCOMPARE(tables[0].files, options.files);
    QCOMPARE(tables[0].policies.retries, 7);
    QCOMPARE(tables[1].dialect.delimiter, u'|');
    QCOMPARE(tables[1].dialect.nullMark, u"NULL"_s);
    QCOMPARE(tables[1].policies.retries, 0);
    QCOMPARE(tables[1].table, job.tables[1].table);
}

void TestJobDraft::aNameWithAStarIsFoundAsItIs()
{
    SyncJob job;
    job.tables = { request(u"shop"_s, u"dbo"_s, u"*"_s), request(u"shop"_s, u"dbo"_s, u"a*"_s) };
    JobDraft draft(job);
    draft.setTableOptions({ u"shop"_s, u"dbo"_s, u"a*"_s }, { u"id"_s }, {});
    QCOMPARE(draft.job().tables.size(), 2);
    QCOMPARE(draft.request({ u"shop"_s, u"dbo"_s, u"a*"_s }).columns, QStringList{ u"id"_s });
    QVERIFY(draft.request({ u"shop"_s, u"dbo"_s, u"A*"_s }).columns.isEmpty());
}

void TestJobDraft::manyNamesAreFoundAsFastAsFew()
{
    const auto work = [](int count) {
        SyncJob job;
        QList<CatalogTable> tables;
        for (int i = 0; i < count; ++i) {
            job.tables += request(u"shop"_s, u"dbo"_s, u"T%1"_s.arg(i));
            tables += catalogTable(u"shop"_s, u"t%1"_s.arg(i));
        }
        const JobDraft draft(job);
        const QList<ChosenTable> chosen = draft.chosen(u"shop"_s, tables);
        QCOMPARE(chosen.size(), count);
        QCOMPARE(draft.requests(chosen).size(), count);
        QVERIFY(draft.requestsElsewhere({ u"shop"_s }, { u"shop"_s }).isEmpty());
    };
    const double growth = growthOf(work, 10'000);
    QVERIFY2(growth < mostGrowth, qPrintable(QString::number(growth)));
}

QTEST_GUILESS_MAIN(TestJobDraft)
#include "tst_jobdraft.moc"
