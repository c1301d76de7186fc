#include "tableschema.h"

#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableSchema orders()
{
    TableSchema schema;
    schema.columns = { { u"line"_s, u"int"_s, 4, 10, 0, false, false, 2, {} },
        { u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} },
        { u"price"_s, u"decimal"_s, 9, 18, 4, true, false, 0, {} } };
    return schema;
}

} // namespace

/// What two schemas of a table have to say to each other.
class TestTableSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void declares_data();
    void declares();
    void keyIsInKeyOrder();
    void fingerprintTellsSchemasApart();
    void diffNamesWhatChanged();
};

void TestTableSchema::declares_data()
{
    QTest::addColumn<ColumnInfo>("column");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &type, int bytes, int precision, int scale, const QString &text) {
        QTest::newRow(qPrintable(text))
            << ColumnInfo{ u"c"_s, type, bytes, precision, scale, true, false, 0, {} } << text;
    };
    row(u"decimal"_s, 9, 18, 4, u"decimal(18,4)"_s);
    row(u"numeric"_s, 17, 38, 0, u"numeric(38,0)"_s);
    row(u"nvarchar"_s, 100, 0, 0, u"nvarchar(50)"_s);
    row(u"nvarchar"_s, -1, 0, 0, u"nvarchar(max)"_s);
    row(u"varchar"_s, 50, 0, 0, u"varchar(50)"_s);
    row(u"varbinary"_s, -1, 0, 0, u"varbinary(max)"_s);
    row(u"nchar"_s, 6, 0, 0, u"nchar(3)"_s);
    row(u"datetime2"_s, 8, 27, 7, u"datetime2(7)"_s);
    row(u"datetimeoffset"_s, 10, 30, 3, u"datetimeoffset(3)"_s);
    row(u"time"_s, 3, 8, 0, u"time(0)"_s);
    row(u"int"_s, 4, 10, 0, u"int"_s);
    row(u"datetime"_s, 8, 23, 3, u"datetime"_s);
}

void TestTableSchema::declares()
{
    QFETCH(ColumnInfo, column);
    QTEST(column.declaration(), "text");
}

void TestTableSchema::keyIsInKeyOrder()
{
    QCOMPARE(orders().keyColumns(), QStringList({ u"id"_s, u"line"_s }));
}

void TestTableSchema::fingerprintTellsSchemasApart()
{
    QSet<QString> seen{ orders().fingerprint() };
    QCOMPARE(orders().fingerprint(), *seen.constBegin());
    QCOMPARE(orders().fingerprint().size(), 16);
    const auto differs = [&seen](void (*edit)(TableSchema &)) {
        TableSchema schema = orders();
        edit(schema);
        const bool isNew = !seen.contains(schema.fingerprint());
        seen += schema.fingerprint();
        return isNew;
    };
    QVERIFY(differs([](TableSchema &s) { s.columns[2].scale = 2; }));
    QVERIFY(differs([](TableSchema &s) { s.columns[2].nullable = false; }));
    QVERIFY(differs([](TableSchema &s) { s.columns[0].keyOrdinal = 0; }));
    QVERIFY(differs([](TableSchema &s) { s.columns[2].name = u"Price"_s; }));
    QVERIFY(differs([](TableSchema &s) { s.columns.removeLast(); }));
    QVERIFY(differs([](TableSchema &s) { s.columns.swapItemsAt(0, 2); }));
}

void TestTableSchema::diffNamesWhatChanged()
{
    QVERIFY(diffSchemas(orders(), orders()).isEmpty());
    TableSchema after = orders();
    after.columns[2].scale = 2;
    after.columns.removeFirst();
    after.columns += { u"note"_s, u"nvarchar"_s, -1, 0, 0, true, false, 0, {} };
    const SchemaDiff diff = diffSchemas(orders(), after);
    QCOMPARE(diff.added, QStringList({ u"note"_s }));
    QCOMPARE(diff.dropped, QStringList({ u"line"_s }));
    QCOMPARE(diff.retyped, QStringList({ u"price: decimal(18,4) to decimal(18,2)"_s }));
    QVERIFY(diff.keyChanged);
    for (const QString &word : { u"note"_s, u"line"_s, u"decimal(18,2)"_s, u"key"_s })
        QVERIFY(diff.summary().contains(word));
}

QTEST_APPLESS_MAIN(TestTableSchema)
#include "tst_tableschema.moc"
