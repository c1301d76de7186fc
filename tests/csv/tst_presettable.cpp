#include "blockbuilder.h"
#include "csvreader.h"
#include "csvwriter.h"
#include "dialectcheck.h"
#include "presettable.h"

#include <QBuffer>
#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The dialects of other programs: each stands for itself and brings back what it was given.
class TestPresetTable : public QObject {
    Q_OBJECT

private slots:
    void theDefaultComesFirst();
    void eachHasANameAndADialectOfItsOwn();
    void aRow_data();
    void aRow();
    void nullAndEmptyTextsComeBack_data();
    void nullAndEmptyTextsComeBack();

private:
    static void presetRows();
    static QByteArray written(
        const CsvDialect &dialect, const QList<BlockColumn> &columns, const CellRow &row);
};

void TestPresetTable::theDefaultComesFirst()
{
    QCOMPARE(presetTable().constFirst().name, u"default"_s);
    QCOMPARE(presetTable().constFirst().dialect, CsvDialect());
    QVERIFY(presetTable().constFirst().note.isEmpty());
}

void TestPresetTable::eachHasANameAndADialectOfItsOwn()
{
    QSet<QString> names;
    for (const DialectPreset &preset : presetTable()) {
        names += preset.name;
        QVERIFY(!preset.title.isEmpty());
        QVERIFY2(checkDialect(preset.dialect).has_value(), qPrintable(preset.name));
        QVERIFY2(!preset.dialect.guardFormulas, qPrintable(preset.name)); // values are never changed unasked
        QCOMPARE(preset.note.isEmpty(), preset.name == u"default");
    }
    QCOMPARE(names.size(), presetTable().size());
}

void TestPresetTable::presetRows()
{
    QTest::addColumn<DialectPreset>("preset");
    for (const DialectPreset &preset : presetTable())
        QTest::newRow(qPrintable(preset.name)) << preset;
}

QByteArray TestPresetTable::written(
    const CsvDialect &dialect, const QList<BlockColumn> &columns, const CellRow &row)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, dialect, columns);
    const auto block = blockOf(columns, { row });
    const bool done = writer.begin() && writer.writeRows(*block, 0, 1) && writer.finish();
    return done ? buffer.data() : QByteArray("not written");
}

void TestPresetTable::aRow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("default") << u"default"_s << QByteArray("b,x,t,n\n1,0xAB,2026-01-02 03:04:05,\n");
    QTest::newRow("rfc4180") << u"rfc4180"_s << QByteArray("b,x,t,n\r\n1,0xAB,2026-01-02 03:04:05,\r\n");
    QTest::newRow("excel") << u"excel"_s
                           << QByteArray("\xEF\xBB\xBF"
                                         "b,x,t,n\r\n1,0xAB,2026-01-02 03:04:05,\r\n");
    QTest::newRow("postgres") << u"postgres"_s << QByteArray("b,x,t,n\ntrue,\\xAB,2026-01-02 03:04:05,\n");
    QTest::newRow("bulk-insert") << u"bulk-insert"_s
                                 << QByteArray("b,x,t,n\r\n1,AB,2026-01-02T03:04:05,\r\n");
    QTest::newRow("snowflake") << u"snowflake"_s << QByteArray("b,x,t,n\ntrue,AB,2026-01-02 03:04:05,\n");
    QTest::newRow("duckdb") << u"duckdb"_s << QByteArray("b,x,t,n\ntrue,AB,2026-01-02 03:04:05,\n");
    QTest::newRow("pandas") << u"pandas"_s << QByteArray("b,x,t,n\nTrue,AB,2026-01-02 03:04:05,\\N\n");
}

void TestPresetTable::aRow()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    const QList<BlockColumn> columns{ blockColumn(u"b"_s, CellKind::Bit),
        blockColumn(u"x"_s, CellKind::Binary, 10), blockColumn(u"t"_s, CellKind::Timestamp),
        blockColumn(u"n"_s, CellKind::Int32) };
    const TimestampCell moment{ 2026, 1, 2, 3, 4, 5, 0 };
    int found = 0;
    for (const DialectPreset &preset : presetTable()) {
        if (preset.name != name)
            continue;
        ++found;
        QCOMPARE(written(preset.dialect, columns, { true, QByteArray("\xAB"), moment, {} }), text);
    }
    QCOMPARE(found, 1);
}

void TestPresetTable::nullAndEmptyTextsComeBack_data()
{
    presetRows();
}

void TestPresetTable::nullAndEmptyTextsComeBack()
{
    QFETCH(DialectPreset, preset);
    const QList<std::optional<QString>> texts{ std::nullopt, QString(), u"\\N"_s, u"a,\"b\"\r\n"_s,
        u"NULL"_s };
    QList<BlockColumn> columns;
    CellRow row;
    for (const auto &text : texts) {
        columns += blockColumn(u"c"_s, CellKind::Text, 100);
        row += text ? CellValue(*text) : CellValue();
    }
    QByteArray content = written(preset.dialect, columns, row);
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, preset.dialect);
    CsvRow read;
    QVERIFY(reader.read(read).value_or(false)); // the header
    QVERIFY(reader.read(read).value_or(false));
    QCOMPARE(read, texts);
}

QTEST_APPLESS_MAIN(TestPresetTable)
#include "tst_presettable.moc"
