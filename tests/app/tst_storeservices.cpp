#include "storeservices.h"

#include "foldedtable.h"
#include "syncsite.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

const TableRef orders{ u"site"_s, u"dbo"_s, u"orders"_s };

} // namespace

/// The folders of real syncs, looked at and changed by hand, and synced on.
class TestStoreServices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void syncGoesOnAfterSettingBack();
    void syncLoadsAfterReset();
    void historyAndFilesOfRealRuns();
    void noFolderGivesNoTable();

private:
    StorePlace place() const { return { m_site->outputDir(), m_site->watermarkDir() }; }
    TableReport syncAfter(const QString &sql);
    void checkFolded(const QStringList &names);
    Result<WatermarkState> change(WatermarkChange::Kind kind, const WatermarkState &state);
    WatermarkState mark();

    std::unique_ptr<SyncSite> m_site;
    StoreServices m_services;
};

void TestStoreServices::init()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    m_site = std::make_unique<SyncSite>(testDrivers().constFirst());
    QVERIFY2(m_site->problem().isEmpty(), qPrintable(m_site->problem()));
    QCOMPARE(m_site->run(u"CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY, name nvarchar(20))"_s),
        QString());
    QCOMPARE(m_site->run(u"ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING"_s), QString());
    QCOMPARE(syncAfter(u"INSERT INTO dbo.orders VALUES (1, 'a'), (2, 'b')"_s).mode, SyncMode::Full);
    QCOMPARE(syncAfter(u"UPDATE dbo.orders SET name = 'B' WHERE id = 2"_s).mode, SyncMode::Incremental);
    QCOMPARE(syncAfter(u"INSERT INTO dbo.orders VALUES (3, 'c')"_s).mode, SyncMode::Incremental);
}

TableReport TestStoreServices::syncAfter(const QString &sql)
{
    const QString problem = m_site->run(sql);
    if (!problem.isEmpty())
        qFatal("%s", qPrintable(problem));
    return m_site->syncOne(u"dbo.orders"_s);
}

/// Nothing lost, and no (key, version) in two incremental sets.
void TestStoreServices::checkFolded(const QStringList &names)
{
    const auto folded = foldTable(m_site->outputDir(), orders, { u"id"_s });
    QVERIFY2(folded, folded ? "" : qPrintable(folded.error().text));
    QCOMPARE(folded->repeated, 0);
    QStringList found;
    for (const CsvRow &row : folded->rows)
        found += row[1].value_or(QString());
    QCOMPARE(found, names);
}

WatermarkState TestStoreServices::mark()
{
    const auto states = m_services.watermarks(place()).result();
    if (!states || states->size() != 1)
        qFatal("one watermark expected");
    return states->constFirst();
}

Result<WatermarkState> TestStoreServices::change(WatermarkChange::Kind kind, const WatermarkState &state)
{
    WatermarkChange change{ kind, {}, false };
    if (kind == WatermarkChange::Kind::SetBack)
        change.version = state.boundaries.constLast().version;
    return m_services.changeWatermark(place(), state.table, change).result();
}

void TestStoreServices::syncGoesOnAfterSettingBack()
{
    const WatermarkState before = mark();
    QCOMPARE(before.table, orders);
    QCOMPARE(before.boundaries.size(), 2);
    const auto after = change(WatermarkChange::Kind::SetBack, before);
    QVERIFY2(after, after ? "" : qPrintable(after.error().text));
    checkFolded({ u"a"_s, u"b"_s });
    const TableReport report = syncAfter(u"DELETE FROM dbo.orders WHERE id = 1"_s);
    QCOMPARE(report.status, TableStatus::Done);
    QCOMPARE(report.mode, SyncMode::Incremental);
    QCOMPARE(report.sinceVersion, std::optional(before.boundaries.constLast().version));
    checkFolded({ u"B"_s, u"c"_s });
    QVERIFY(!mark().undoVersion);
}

void TestStoreServices::syncLoadsAfterReset()
{
    QVERIFY(change(WatermarkChange::Kind::Reset, mark()));
    QVERIFY(change(WatermarkChange::Kind::Undo, mark()));
    QCOMPARE(syncAfter(u"INSERT INTO dbo.orders VALUES (4, 'd')"_s).mode, SyncMode::Incremental);
    QVERIFY(change(WatermarkChange::Kind::Reset, mark()));
    QCOMPARE(syncAfter(u"INSERT INTO dbo.orders VALUES (5, 'e')"_s).mode, SyncMode::Full);
    checkFolded({ u"a"_s, u"B"_s, u"c"_s, u"d"_s, u"e"_s });
}

void TestStoreServices::historyAndFilesOfRealRuns()
{
    const auto history = m_services.history(place()).result();
    QVERIFY(history);
    QCOMPARE(history->problems, QStringList());
    QCOMPARE(history->runs.size(), 3);
    QCOMPARE(history->runs[0].table, orders);
    QCOMPARE(history->runs[0].rows, 1);
    const QStringList one{ history->runs[0].files[0].path };
    const auto some = m_services.verify({ place(), { u"dbo.orders"_s }, one }).results();
    QCOMPARE(some.size(), 1);
    QCOMPARE(some[0].files.size(), 1);
    QVERIFY(some[0].isGood());

    QVERIFY(QFile::remove(one[0]));
    auto future = m_services.verify({ place(), {}, {} });
    future.waitForFinished();
    QCOMPARE(future.progressValue(), future.progressMaximum());
    QCOMPARE(future.resultCount(), 1);
    QVERIFY(!future.result().isGood());
    QCOMPARE(future.result().files.size(), 3);
    const auto other = m_services.verify({ place(), { u"dbo.other"_s }, {} }).results();
    QCOMPARE(other.size(), 1);
    QCOMPARE(other[0].table.display(), u"dbo.other"_s);
    QCOMPARE(other[0].error->kind, ErrorKind::Configuration);
}

void TestStoreServices::noFolderGivesNoTable()
{
    const StorePlace nowhere{ m_site->folder(u"no"_s), m_site->folder(u"nothing"_s) };
    QCOMPARE(m_services.verify({ nowhere, {}, {} }).results().size(), 0);
    QVERIFY(m_services.watermarks(nowhere).result()->isEmpty());
    QVERIFY(m_services.history(nowhere).result()->runs.isEmpty());
    QVERIFY(!QFile::exists(nowhere.watermarkDir));
}

QTEST_GUILESS_MAIN(TestStoreServices)
#include "tst_storeservices.moc"
