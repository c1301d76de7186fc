#include "storedvalue.h"

#include "literals.h"
#include "sqlfunctions.h"
#include "sqlmoments.h"

#include <QTest>

#include <sqlite3.h>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

/// A database in memory with one column without a type.
class Store {
public:
    Store()
    {
        FunctionContext *context = &m_context;
        if (sqlite3_open(":memory:", &m_connection) != SQLITE_OK || !registerFunctions(m_connection, *context)
            || sqlite3_exec(m_connection, "CREATE TABLE t (c1)", nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("The database in memory cannot be opened.");
    }
    ~Store() { sqlite3_close(m_connection); }
    Q_DISABLE_COPY_MOVE(Store)

    void insert(const SqlValue &value, const SqlType &type)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_connection, "INSERT INTO t VALUES (?)", -1, &statement, nullptr);
        bindStored(statement, 1, value, type);
        sqlite3_step(statement);
        sqlite3_finalize(statement);
    }

    std::vector<SqlValue> read(const QString &sql, const SqlType &type)
    {
        sqlite3_stmt *statement = nullptr;
        std::vector<SqlValue> values;
        if (sqlite3_prepare_v2(m_connection, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
            return values;
        while (sqlite3_step(statement) == SQLITE_ROW)
            values.push_back(storedColumn(statement, 0, type));
        sqlite3_finalize(statement);
        return values;
    }

private:
    sqlite3 *m_connection = nullptr;
    FunctionContext m_context;
};

DecimalValue decimal(const QString &text)
{
    const bool negative = text.startsWith(u'-');
    DecimalValue value = *parseDecimal(negative ? text.mid(1) : text);
    value.negative = negative;
    return value;
}

GuidValue guid(const QByteArray &hex)
{
    GuidValue value;
    const QByteArray bytes = QByteArray::fromHex(hex);
    std::copy(bytes.begin(), bytes.end(), value.bytes.begin());
    return value;
}

const SqlType small{ TypeId::Decimal, 0, 18, 4 };
const SqlType large{ TypeId::Numeric, 0, 38, 10 };
const SqlType text{ TypeId::NVarChar, -1 };

} // namespace

class TestStoredValue : public QObject {
    Q_OBJECT

private slots:
    void comesBack_data();
    void comesBack();
    void keepsOrder_data();
    void keepsOrder();
    void keepsVariants();
};

Q_DECLARE_METATYPE(SqlType)
Q_DECLARE_METATYPE(SqlValue)

void TestStoredValue::comesBack_data()
{
    QTest::addColumn<SqlType>("type");
    QTest::addColumn<SqlValue>("value");
    const auto row = [](const char *name, const SqlType &type, const SqlValue &value) {
        QTest::newRow(name) << type << value;
    };
    row("null", text, SqlValue());
    row("smallest bigint", { TypeId::BigInt }, std::numeric_limits<qint64>::min());
    row("largest bigint", { TypeId::BigInt }, std::numeric_limits<qint64>::max());
    row("decimal", small, decimal(u"-12345678901234.5678"_s));
    row("decimal of 38 digits", large, decimal(u"-9999999999999999999999999999.9999999999"_s));
    row("smallest money", { TypeId::Money }, DecimalValue{ true, Magnitude(1) << 63, 4 });
    row("float", { TypeId::Float }, 0.1);
    row("smallest float", { TypeId::Float }, 5e-324);
    row("largest float", { TypeId::Float }, std::numeric_limits<double>::max());
    row("negative zero", { TypeId::Float }, -0.0);
    row("whole float", { TypeId::Float }, 3.0);
    row("date", { TypeId::Date }, MomentValue{ 3652058, 0, 0 });
    row("time", { TypeId::Time, 0, 0, 7 }, MomentValue{ 0, ticksPerDay - 1, 0 });
    row("first datetime2", { TypeId::DateTime2, 0, 0, 7 }, MomentValue{ 0, 1, 0 });
    row("last datetime2", { TypeId::DateTime2, 0, 0, 7 }, MomentValue{ 3652058, ticksPerDay - 1, 0 });
    row("offset", { TypeId::DateTimeOffset, 0, 0, 7 }, MomentValue{ 739617, 5, -330 });
    row("offset across midnight", { TypeId::DateTimeOffset, 0, 0, 7 }, MomentValue{ 0, 5, 840 });
    row("guid", { TypeId::UniqueIdentifier }, guid("00112233445566778899aabbccddeeff"));
    row("empty text", text, QString(u""_s));
    row("four bytes", text, u"\xD83D\xDE00é\x4E2D"_s);
    row("unpaired surrogates", text,
        QString(u"a\xD83D"
                u"b\xDE00\xD83D"_s));
    row("byte-order mark", text, u"\xFEFFx\xFEFF"_s);
    row("embedded NUL", text, QString::fromUtf16(u"a\0b\0", 4));
    row("quotes", text, u"it's \"x\""_s);
    row("binary", { TypeId::VarBinary, -1 }, QByteArray("\0\xFF\x80", 3));
    row("empty binary", { TypeId::VarBinary, -1 }, QByteArray(""));
    row("hierarchyid", { TypeId::HierarchyId }, QByteArray("\x58"));
}

void TestStoredValue::comesBack()
{
    QFETCH(SqlType, type);
    QFETCH(SqlValue, value);
    Store store;
    store.insert(value, type);
    const std::vector<SqlValue> stored = store.read(u"SELECT c1 FROM t"_s, type);
    QCOMPARE(stored.size(), std::size_t(1));
    QVERIFY(stored[0] == value);
    const std::vector<SqlValue> literal = store.read(u"SELECT "_s + storedLiteral(value, type), type);
    QCOMPARE(literal.size(), std::size_t(1));
    QVERIFY(literal[0] == value);
    if (const auto *real = std::get_if<double>(&value))
        QCOMPARE(std::signbit(std::get<double>(stored[0])), std::signbit(*real));
}

void TestStoredValue::keepsOrder_data()
{
    QTest::addColumn<SqlType>("type");
    QTest::addColumn<QList<SqlValue>>("rising");

    QTest::newRow("small decimals") << small
                                    << QList<SqlValue>{ decimal(u"-2.0000"_s), decimal(u"-1.9999"_s),
                                           decimal(u"0.0000"_s), decimal(u"10.0000"_s),
                                           decimal(u"9999.0000"_s) };
    QTest::newRow("large decimals") << large
                                    << QList<SqlValue>{ decimal(
                                                            u"-9999999999999999999999999999.0000000000"_s),
                                           decimal(u"-1.0000000000"_s), decimal(u"0.0000000000"_s),
                                           decimal(u"0.0000000001"_s),
                                           decimal(u"5000000000000000000000.0000000000"_s) };
    QTest::newRow("instants") << SqlType{ TypeId::DateTimeOffset, 0, 0, 7 }
                              << QList<SqlValue>{ MomentValue{ 10, 0, 60 }, MomentValue{ 10, 0, 0 },
                                     MomentValue{ 10, 0, -60 } };
    // SQL Server compares the last six bytes first.
    QTest::newRow("guids") << SqlType{ TypeId::UniqueIdentifier }
                           << QList<SqlValue>{ guid("ff000000000000000000000000000000"),
                                  guid("00000000ff0000000000000000000000"),
                                  guid("0000000000ff00000000000000000000"),
                                  guid("00000000000000ff0000000000000000"),
                                  guid("00000000000000000000000000000001"),
                                  guid("00000000000000000000010000000000") };
}

void TestStoredValue::keepsOrder()
{
    QFETCH(SqlType, type);
    QFETCH(QList<SqlValue>, rising);
    Store store;
    for (auto value = rising.crbegin(); value != rising.crend(); ++value)
        store.insert(*value, type);
    const std::vector<SqlValue> sorted = store.read(u"SELECT c1 FROM t ORDER BY c1"_s, type);
    QCOMPARE(sorted.size(), std::size_t(rising.size()));
    for (qsizetype i = 0; i < rising.size(); ++i)
        QVERIFY2(sorted[std::size_t(i)] == rising[i], qPrintable(QString::number(i)));
}

void TestStoredValue::keepsVariants()
{
    const SqlType type{ TypeId::SqlVariant };
    const VariantValue inner{ { TypeId::DateTimeOffset, 0, 0, 7 }, MomentValue{ 739617, 5, -330 } };
    Store store;
    store.insert(std::make_shared<const VariantValue>(inner), type);
    const std::vector<SqlValue> stored = store.read(u"SELECT c1 FROM t"_s, type);
    QCOMPARE(stored.size(), std::size_t(1));
    const auto value = std::get<std::shared_ptr<const VariantValue>>(stored[0]);
    QVERIFY(value->type == inner.type);
    QVERIFY(value->value == inner.value);
}

QTEST_GUILESS_MAIN(TestStoredValue)
#include "tst_storedvalue.moc"
