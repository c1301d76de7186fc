#include "dialectjson.h"
#include "manifest.h"
#include "schemafile.h"
#include "storesite.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The records that describe files are read back as they were written.
class TestSchemaFile : public QObject {
    Q_OBJECT

private slots:
    void dialects_data();
    void dialects();
    void entries();
    void manifest();
    void pathsOfFiles_data();
    void pathsOfFiles();
};

void TestSchemaFile::dialects_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    QTest::newRow("default") << CsvDialect();
    CsvDialect d;
    d.delimiter = u';';
    d.quote = u'\'';
    d.quoting = QuotePolicy::All;
    d.escape = QuoteEscape::Backslash;
    d.nullMark = u"\\N"_s;
    d.lineEnd = u"\r\n"_s;
    d.header = false;
    d.byteOrderMark = true;
    d.encoding = TextEncoding::Utf16Le;
    d.trueWord = u"t"_s;
    d.falseWord = u"f"_s;
    d.dateTimeSeparator = u'T';
    d.binary = BinaryForm::PostgresHex;
    d.guidLowerCase = true;
    d.decimalMark = u',';
    d.guardFormulas = true;
    QTest::newRow("nothing is the default") << d;
    d.quoting = QuotePolicy::NonNumeric;
    d.encoding = TextEncoding::Latin1;
    d.binary = BinaryForm::Base64;
    QTest::newRow("other words") << d;
    d.binary = BinaryForm::Hex;
    QTest::newRow("hex") << d;
}

void TestSchemaFile::dialects()
{
    QFETCH(CsvDialect, dialect);
    const QByteArray text = QJsonDocument(dialectToJson(dialect)).toJson();
    QCOMPARE(dialectFromJson(QJsonDocument::fromJson(text).object()), dialect);
}

void TestSchemaFile::entries()
{
    QTemporaryDir dir;
    auto file = SchemaFile::read(dir.path());
    QVERIFY(file);
    QCOMPARE(file->idFor(StoreSite::schema(), {}, u"run-1"_s), 1);
    QCOMPARE(file->idFor(StoreSite::schema(), {}, u"run-2"_s), 1);
    TableSchema wider = StoreSite::schema();
    wider.columns += { u"price"_s, u"decimal"_s, 9, 18, 4, true, true, 0, {} };
    QCOMPARE(file->idFor(wider, {}, u"run-3"_s), 2);
    StoreSite::write(SchemaFile::pathIn(dir.path()),
        QJsonDocument(file->toJson({ u"shop"_s, u"dbo"_s, u"orders"_s })).toJson());
    const auto back = SchemaFile::read(dir.path());
    QVERIFY(back);
    QCOMPARE(back->entries(), file->entries());
    QCOMPARE(back->find(2)->schema, wider);
    QCOMPARE(back->find(2)->run, u"run-3"_s);
    QVERIFY(!back->find(0));
    QVERIFY(!back->find(3));
}

void TestSchemaFile::manifest()
{
    QTemporaryDir dir;
    auto none = Manifest::read(dir.path());
    QVERIFY(none);
    QVERIFY(!*none);
    Manifest manifest;
    manifest.id = u"id"_s;
    manifest.table = { u"shop"_s, u"dbo"_s, u"or\"ders"_s };
    manifest.source = { u"s"_s, u"shop"_s, u"x"_s };
    manifest.watermarkFolder = u"/marks"_s;
    manifest.files = { { u"2026-01-02/a_20260102T030405006Z_part1.csv"_s, 3, 100, u"ab"_s, SyncMode::Full,
                           std::nullopt, std::nullopt, u"r1"_s, 1 },
        { u"2026-01-01/a_20260101T030405006Z_part1.csv"_s, 1, 9'007'199'254'740'993, u"cd"_s,
            SyncMode::Incremental, ChangeVersion(0), ChangeVersion(9'007'199'254'740'993), u"r2"_s,
            std::nullopt } };
    StoreSite::write(Manifest::pathIn(dir.path()), QJsonDocument(manifest.toJson()).toJson());
    const auto back = Manifest::read(dir.path());
    QVERIFY(back && *back);
    QCOMPARE(**back, manifest);
    QCOMPARE((*back)->lastVersion(), std::optional(ChangeVersion(9'007'199'254'740'993)));
    QCOMPARE((*back)->lastRun(), u"r2"_s);
    QCOMPARE((*back)->lastStamp(), std::optional(QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC)));
}

void TestSchemaFile::pathsOfFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("good");
    QTest::newRow("part") << u"2026-01-02/a.csv"_s << true;
    QTest::newRow("no day") << u"a.csv"_s << false;
    QTest::newRow("other folder") << u"x/a.csv"_s << false;
    QTest::newRow("absolute") << u"/2026-01-02/a.csv"_s << false;
    QTest::newRow("folder above") << u"2026-01-02/.."_s << false;
    QTest::newRow("deeper") << u"2026-01-02/../a.csv"_s << false;
    QTest::newRow("the folder itself") << u"2026-01-02/"_s << false;
    QTest::newRow("empty") << u""_s << false;
}

void TestSchemaFile::pathsOfFiles()
{
    QFETCH(QString, path);
    QFETCH(bool, good);
    QCOMPARE(isFileOfTable(path), good);
}

QTEST_APPLESS_MAIN(TestSchemaFile)
#include "tst_schemafile.moc"
