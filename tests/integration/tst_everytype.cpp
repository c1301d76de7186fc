#include "foldedtable.h"
#include "syncsite.h"

#include <QFile>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray golden(const QString &name)
{
    return contentOf(QStringLiteral(TIDEMARK_GOLDEN_DIR "/") + name);
}

/// A file without the three SYS_CHANGE_ columns, whose texts hold no comma.
QByteArray withoutVersions(const QByteArray &csv)
{
    // Quoted fields may hold line ends, so lines are told apart by what begins them.
    QByteArray out;
    bool quoted = false;
    bool lineBegins = true;
    int commas = 0;
    for (const char c : csv) {
        if (lineBegins) {
            commas = 0;
            lineBegins = false;
        }
        if (c == '"')
            quoted = !quoted;
        if (commas >= 3)
            out += c;
        if (c == ',' && !quoted && commas < 3)
            ++commas;
        if (c == '\n' && !quoted)
            lineBegins = true;
    }
    return out;
}

} // namespace

/// The second promise, through each driver: every type and its edge values arrive exactly as the golden file
/// has them, in a full load and as changes; so the drivers give the same bytes.
class TestEveryType : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arrivesExactly_data() { drivers(); }
    void arrivesExactly();
    void hugeCellsArriveWhole_data() { drivers(); }
    void hugeCellsArriveWhole();
    void blocksEndAnywhere_data() { drivers(); }
    void blocksEndAnywhere();

private:
    static void drivers();
};

void TestEveryType::drivers()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testSites())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestEveryType::arrivesExactly()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    QCOMPARE(site.run(QString::fromUtf8(golden(u"every_type.sql"_s))), QString());
    const QByteArray expected = golden(u"every_type.csv"_s);
    QVERIFY(!expected.isEmpty());

    const TableReport load = site.syncOne(u"dbo.every_type"_s);
    QVERIFY2(!load.error, load.error ? qPrintable(describe(*load.error)) : "");
    QCOMPARE(load.files.size(), 1);
    const QByteArray loaded = withoutVersions(contentOf(load.files.constFirst()));
    if (loaded != expected)
        QCOMPARE(QString::fromUtf8(loaded), QString::fromUtf8(expected));
    QVERIFY(load.warnings.join(u' ').contains(u"U+FFFD"_s)); // the unpaired surrogate is said

    QCOMPARE(site.run(u"UPDATE dbo.every_type SET c_int = c_int"_s), QString());
    const TableReport changes = site.syncOne(u"dbo.every_type"_s);
    QCOMPARE(changes.mode, SyncMode::Incremental);
    QCOMPARE(changes.rowsWritten, 9);
    QCOMPARE(QString::fromUtf8(withoutVersions(contentOf(changes.files.constFirst()))),
        QString::fromUtf8(expected));
}

/// 64 MB in one cell, beside short ones.
void TestEveryType::hugeCellsArriveWhole()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    QCOMPARE(
        site.run(u"CREATE TABLE dbo.huge (id int NOT NULL PRIMARY KEY, body nvarchar(max), tail varchar(10),"
                 " raw varbinary(max));"
                 "ALTER TABLE dbo.huge ENABLE CHANGE_TRACKING;"
                 "INSERT INTO dbo.huge VALUES (1, N'short', 'one', 0x01);"
                 "INSERT INTO dbo.huge VALUES (2, REPLICATE(CONVERT(nvarchar(max), N'é,\"'), 11184811), "
                 "'two', 0x02);"
                 "INSERT INTO dbo.huge VALUES (3, NULL, 'three', NULL)"_s),
        QString());
    const TableReport load = site.syncOne(u"dbo.huge"_s);
    QVERIFY2(!load.error, load.error ? qPrintable(describe(*load.error)) : "");
    const auto folded = foldTable(site.outputDir(), load.table, { u"id"_s });
    QVERIFY(folded.has_value());
    QCOMPARE(folded->rows.size(), 3);
    const CsvRow row = folded->rows[{ u"2"_s }];
    QCOMPARE(row[1]->size(), 3 * 11184811);
    QCOMPARE(*row[1] == u"é,\""_s.repeated(11184811), true);
    QCOMPARE(*row[2], u"two"_s);
    QCOMPARE(*row[3], u"0x02"_s);
    QVERIFY(!folded->rows[{ u"3"_s }][1]);
    QCOMPARE(*folded->rows[{ u"3"_s }][2], u"three"_s);
}

/// T9: what is changed by one transaction has one version, and is more than a block holds.
void TestEveryType::blocksEndAnywhere()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    QCOMPARE(site.run(u"CREATE TABLE dbo.many (id int NOT NULL PRIMARY KEY, text nvarchar(20));"
                      "ALTER TABLE dbo.many ENABLE CHANGE_TRACKING;"
                      "INSERT INTO dbo.many VALUES (0, N'seed')"_s),
        QString());
    for (int rows = 1; rows < 4096; rows *= 2) {
        QCOMPARE(
            site.run(u"INSERT INTO dbo.many SELECT id + %1, N'row' FROM dbo.many"_s.arg(rows)), QString());
    }
    QCOMPARE(site.syncOne(u"dbo.many"_s).rowsWritten, 4096);
    QCOMPARE(site.run(u"UPDATE dbo.many SET text = N'changed' WHERE id % 2 = 1"_s), QString());
    QCOMPARE(site.syncOne(u"dbo.many"_s).rowsWritten, 2048);
    const auto folded = foldTable(site.outputDir(), siteTable(u"dbo.many"_s).table, { u"id"_s });
    QVERIFY(folded.has_value());
    QCOMPARE(folded->rows.size(), 4096);
    for (int id = 0; id < 4096; ++id) {
        QCOMPARE(*folded->rows[{ QString::number(id) }][1],
            id % 2 == 1   ? u"changed"_s
                : id == 0 ? u"seed"_s
                          : u"row"_s);
    }
}

QTEST_GUILESS_MAIN(TestEveryType)
#include "tst_everytype.moc"
