#include "odbcclient.h"
#include "practiceserver.h"

#include <QTest>

#include <cstdint>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;
using namespace tidemark::practice::test;

namespace {

const QString freeTds = u"FreeTDS"_s;
const QString microsoft = u"ODBC Driver 18 for SQL Server"_s;
const QString oddSchema = u"sales ]'east'.2"_s;

/// An argument of a catalog function; a null text is a null pointer.
struct Argument {
    Argument(QString given = QString()) : text(std::move(given)) { }

    SQLWCHAR *data() { return text.isNull() ? nullptr : reinterpret_cast<SQLWCHAR *>(text.data()); }
    SQLSMALLINT size() const { return static_cast<SQLSMALLINT>(text.size()); }

    QString text;
};

QStringList columnsOf(const QStringList &rows, int first, int count)
{
    QStringList cut;
    for (const QString &row : rows)
        cut.append(row.split(u'|').mid(first, count).join(u'|'));
    return cut;
}

} // namespace

/// ODBC's catalog functions through both real drivers, against the demo data.
class TestCatalogProcedures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_client.reset(); }
    void tables_data() { drivers(); }
    void tables();
    void enumerations_data() { drivers(); }
    void enumerations();
    void columnsOfEveryType_data() { drivers(); }
    void columnsOfEveryType();
    void columnsOfTables_data() { drivers(); }
    void columnsOfTables();
    void oddNames_data() { drivers(); }
    void oddNames();
    void primaryKeys_data() { drivers(); }
    void primaryKeys();
    void foreignKeys_data() { drivers(); }
    void foreignKeys();
    void statistics_data() { drivers(); }
    void statistics();
    void specialColumns_data() { drivers(); }
    void specialColumns();
    void typeInfo_data() { drivers(); }
    void typeInfo();
    void calledInABatch_data() { drivers(); }
    void calledInABatch();
    void preparedColumns_data() { drivers(); }
    void preparedColumns();
    void notNullColumns_data() { drivers(); }
    void notNullColumns();
    void runsWhatWasDescribed_data();
    void runsWhatWasDescribed();
    void parameters_data() { drivers(); }
    void parameters();
    void showsWhatTheUserMaySee_data() { drivers(); }
    void showsWhatTheUserMaySee();

private:
    void drivers();
    bool isFreeTds() const;
    std::unique_ptr<OdbcClient> connect(const QString &user = u"practice"_s);
    QStringList tablesLike(Argument catalog, Argument schema, Argument table, Argument types);
    QStringList columnsLike(Argument catalog, Argument schema, Argument table, Argument column);
    QStringList specialColumnsOf(SQLUSMALLINT kind, Argument table);

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<OdbcClient> m_client;
};

void TestCatalogProcedures::initTestCase()
{
    PracticeOptions options;
    options.rows = 20;
    options.databases = 2;
    options.password = u"secret"_s;
    auto server = PracticeServer::start(options);
    QVERIFY2(server.has_value(), server ? "" : qPrintable(server.error().text));
    m_server = std::move(*server);
    QCOMPARE(m_server->execute(u"shop"_s,
                 u"ALTER TABLE dbo.order_lines ADD CONSTRAINT FK_lines_orders FOREIGN KEY (order_id) "
                 "REFERENCES dbo.orders (id)"_s),
        QString());
}

void TestCatalogProcedures::init()
{
    QFETCH(QString, driver);
    if (!OdbcClient::installedDrivers().contains(driver))
        QSKIP(qPrintable(u"the ODBC driver \"%1\" is not in odbcinst.ini"_s.arg(driver)));
    m_client = connect();
    QVERIFY2(m_client->isOpen(), qPrintable(m_client->error()));
}

void TestCatalogProcedures::drivers()
{
    QTest::addColumn<QString>("driver");
    QTest::newRow("FreeTDS") << freeTds;
    QTest::newRow("Microsoft") << microsoft;
}

bool TestCatalogProcedures::isFreeTds() const
{
    return QByteArrayView(QTest::currentDataTag()).startsWith("FreeTDS");
}

std::unique_ptr<OdbcClient> TestCatalogProcedures::connect(const QString &user)
{
    const QString target = isFreeTds()
        ? u"DRIVER={%1};Server=127.0.0.1;Port=%2;TDS_Version=7.4;ClientCharset=UTF-8;"_s.arg(freeTds)
        : u"DRIVER={%1};Server=127.0.0.1,%2;Encrypt=no;ConnectRetryCount=0;"_s.arg(microsoft);
    return std::make_unique<OdbcClient>(
        target.arg(m_server->port()) + u"UID=%1;PWD=secret;Database=shop;"_s.arg(user));
}

QStringList TestCatalogProcedures::tablesLike(
    Argument catalog, Argument schema, Argument table, Argument types)
{
    return m_client->rows([&](SQLHSTMT statement) {
        return SQLTablesW(statement, catalog.data(), catalog.size(), schema.data(), schema.size(),
            table.data(), table.size(), types.data(), types.size());
    });
}

QStringList TestCatalogProcedures::columnsLike(
    Argument catalog, Argument schema, Argument table, Argument column)
{
    return m_client->rows([&](SQLHSTMT statement) {
        return SQLColumnsW(statement, catalog.data(), catalog.size(), schema.data(), schema.size(),
            table.data(), table.size(), column.data(), column.size());
    });
}

QStringList TestCatalogProcedures::specialColumnsOf(SQLUSMALLINT kind, Argument table)
{
    Argument schema(u"dbo"_s);
    return m_client->rows([&](SQLHSTMT statement) {
        return SQLSpecialColumnsW(statement, kind, nullptr, 0, schema.data(), schema.size(), table.data(),
            table.size(), SQL_SCOPE_TRANSACTION, SQL_NULLABLE);
    });
}

void TestCatalogProcedures::tables()
{
    QCOMPARE(tablesLike({}, u"dbo"_s, u"%"_s, u"TABLE"_s),
        (QStringList{ u"shop|dbo|audit_log|TABLE|NULL"_s, u"shop|dbo|customers|TABLE|NULL"_s,
            u"shop|dbo|every_type|TABLE|NULL"_s, u"shop|dbo|orders|TABLE|NULL"_s,
            u"shop|dbo|order_lines|TABLE|NULL"_s, u"shop|dbo|products|TABLE|NULL"_s,
            u"shop|dbo|suppliers|TABLE|NULL"_s, u"shop|dbo|web_visits|TABLE|NULL"_s }));
    // Another database; tables before views; an underscore is any character unless escaped.
    QCOMPARE(tablesLike(u"shop2"_s, {}, u"o%s"_s, u"'TABLE','VIEW'"_s),
        (QStringList{ u"shop2|dbo|orders|TABLE|NULL"_s, u"shop2|dbo|order_lines|TABLE|NULL"_s,
            u"shop2|%1|orders|TABLE|NULL"_s.arg(oddSchema), u"shop2|sys|objects|VIEW|NULL"_s }));
    QCOMPARE(tablesLike({}, u"d_o"_s, u"order_"_s, {}), (QStringList{ u"shop|dbo|orders|TABLE|NULL"_s }));
    QCOMPARE(
        tablesLike({}, u"dbo"_s, u"order\\_%"_s, {}), (QStringList{ u"shop|dbo|order_lines|TABLE|NULL"_s }));
    QCOMPARE(tablesLike({}, {}, u"nosuch"_s, {}), QStringList());
    QCOMPARE(tablesLike({}, u"dbo"_s, u"orders"_s, u"VIEW"_s), QStringList());
}

void TestCatalogProcedures::enumerations()
{
    const QString catalogs = u"%1|NULL|NULL|NULL|NULL"_s;
    QCOMPARE(tablesLike(u"%"_s, u""_s, u""_s, u""_s),
        (QStringList{ catalogs.arg(u"master"_s), catalogs.arg(u"shop"_s), catalogs.arg(u"shop2"_s) }));
    if (isFreeTds())
        QSKIP("FreeTDS does not send empty arguments: it asks for tables instead of schemas and types.");
    const QString schemas = u"NULL|%1|NULL|NULL|NULL"_s;
    QCOMPARE(tablesLike(u""_s, u"%"_s, u""_s, u""_s),
        (QStringList{ schemas.arg(u"dbo"_s), schemas.arg(u"INFORMATION_SCHEMA"_s), schemas.arg(oddSchema),
            schemas.arg(u"sys"_s) }));
    const QString types = u"NULL|NULL|NULL|%1|NULL"_s;
    QCOMPARE(tablesLike(u""_s, u""_s, u""_s, u"%"_s),
        (QStringList{ types.arg(u"SYSTEM TABLE"_s), types.arg(u"TABLE"_s), types.arg(u"VIEW"_s) }));
}

void TestCatalogProcedures::columnsOfEveryType()
{
    // Code, name, size, bytes, digits, radix; sp_columns and sp_columns_100 differ in what is new or long.
    const bool old = isFreeTds();
    const QStringList moments = old
        ? QStringList{ u"-9|date|10|20|NULL|NULL"_s, u"-9|time|16|32|NULL|NULL"_s,
              u"-9|time|8|16|NULL|NULL"_s, u"93|datetime|23|16|3|NULL"_s, u"93|smalldatetime|16|16|0|NULL"_s,
              u"-9|datetime2|27|54|NULL|NULL"_s, u"-9|datetime2|23|46|NULL|NULL"_s,
              u"-9|datetimeoffset|34|68|NULL|NULL"_s }
        : QStringList{ u"91|date|10|6|NULL|NULL"_s, u"-154|time|16|10|7|NULL"_s, u"-154|time|8|10|0|NULL"_s,
              u"93|datetime|23|16|3|NULL"_s, u"93|smalldatetime|16|16|0|NULL"_s,
              u"93|datetime2|27|16|7|NULL"_s, u"93|datetime2|23|16|3|NULL"_s,
              u"-155|datetimeoffset|34|20|7|NULL"_s };
    const QString text = u"-1|text|2147483647|2147483647|NULL|NULL"_s;
    const QString ntext = u"-10|ntext|1073741823|2147483646|NULL|NULL"_s;
    const QString image = u"-4|image|2147483647|2147483647|NULL|NULL"_s;
    const QStringList expected = QStringList{ u"4|int|10|4|0|10"_s, u"-7|bit|1|1|NULL|NULL"_s,
        u"-6|tinyint|3|1|0|10"_s, u"5|smallint|5|2|0|10"_s, u"4|int|10|4|0|10"_s, u"-5|bigint|19|8|0|10"_s,
        u"3|decimal|38|40|10|10"_s, u"2|numeric|38|40|38|10"_s, u"3|decimal|9|11|2|10"_s,
        u"3|money|19|21|4|10"_s, u"3|smallmoney|10|12|4|10"_s, u"7|real|24|4|NULL|2"_s,
        u"6|float|53|8|NULL|2"_s }
        + moments
        + QStringList{ u"1|char|10|10|NULL|NULL"_s, u"12|varchar|8000|8000|NULL|NULL"_s,
              u"12|varchar|100|100|NULL|NULL"_s, old ? text : u"12|varchar|0|0|NULL|NULL"_s, text,
              u"-8|nchar|10|20|NULL|NULL"_s, u"-9|nvarchar|4000|8000|NULL|NULL"_s,
              old ? ntext : u"-9|nvarchar|0|0|NULL|NULL"_s, ntext, u"-2|binary|8|8|NULL|NULL"_s,
              u"-3|varbinary|8000|8000|NULL|NULL"_s, old ? image : u"-3|varbinary|0|0|NULL|NULL"_s, image,
              u"-2|timestamp|8|8|NULL|NULL"_s, u"-11|uniqueidentifier|36|16|NULL|NULL"_s,
              old ? u"-10|xml|1073741823|2147483646|NULL|NULL"_s : u"-152|xml|0|0|NULL|NULL"_s,
              u"-150|sql_variant|8000|8000|NULL|10"_s,
              (old ? u"-3"_s : u"-151"_s) + u"|hierarchyid|892|892|NULL|NULL"_s,
              old ? u"-4|geometry|2147483647|2147483647|NULL|NULL"_s : u"-151|geometry|0|0|NULL|NULL"_s,
              old ? u"-4|geography|2147483647|2147483647|NULL|NULL"_s : u"-151|geography|0|0|NULL|NULL"_s };
    const QStringList rows = columnsLike({}, u"dbo"_s, u"every\\_type"_s, {});
    QCOMPARE(columnsOf(rows, 4, 6), expected);
    QCOMPARE(rows.first().section(u'|', 0, 3), u"shop|dbo|every_type|id"_s);
    QCOMPARE(rows.first().section(u'|', 10, 17), u"0|NULL|NULL|4|NULL|NULL|1|NO"_s);
    QCOMPARE(rows.first().section(u'|', -1), u"56"_s);
    QCOMPARE(rows.at(16).section(u'|', 10, 17), u"1|NULL|NULL|9|3|NULL|17|YES"_s); // datetime
    QCOMPARE(rows.at(16).section(u'|', -1), u"111"_s);
    QCOMPARE(rows.at(27).section(u'|', 10, 17), u"1|NULL|NULL|-9|NULL|8000|28|YES"_s); // nvarchar(4000)
}

void TestCatalogProcedures::columnsOfTables()
{
    const QStringList customers = columnsLike(u"shop2"_s, u"dbo"_s, u"customers"_s, u"%"_s);
    QCOMPARE(customers.size(), 9);
    QCOMPARE(customers.at(0).section(u'|', 0, 9), u"shop2|dbo|customers|id|4|int identity|10|4|0|10"_s);
    QCOMPARE(columnsOf(customers, 12, 1).mid(4, 3), (QStringList{ u"('DE')"_s, u"((1))"_s, u"NULL"_s }));
    const QStringList computed = columnsLike({}, {}, u"order_lines"_s, u"line\\_total"_s);
    QCOMPARE(computed.size(), 1);
    QCOMPARE(computed.first().section(u'|', 3, 5), u"line_total|3|decimal"_s);
    QCOMPARE(computed.first().section(u'|', 16, 16), u"7"_s);
    if (!isFreeTds()) { // computed and identity
        QCOMPARE(computed.first().section(u'|', 18, 21), u"0|0|1|0"_s);
        QCOMPARE(customers.first().section(u'|', 18, 21), u"0|0|0|1"_s);
    }
    QCOMPARE(columnsOf(columnsLike({}, u"sys"_s, u"schemas"_s, {}), 3, 1),
        (QStringList{ u"name"_s, u"schema_id"_s, u"principal_id"_s }));
    QCOMPARE(columnsLike({}, {}, u"nosuch"_s, {}), QStringList());
}

void TestCatalogProcedures::oddNames()
{
    const QString oddTable = u"it's [a] \"table\". 100% \U0001F600"_s;
    const QStringList odd = tablesLike({}, u"sales%"_s, u"it's%"_s, {});
    QCOMPARE(odd, (QStringList{ u"shop|%1|%2|TABLE|NULL"_s.arg(oddSchema, oddTable) }));
    QCOMPARE(columnsOf(columnsLike({}, u"sales%"_s, u"it's%"_s, {}), 3, 1),
        (QStringList{ u"key ] one"_s, u"SYS_CHANGE_VERSION"_s, u"select"_s, u"a 'quoted' \"name\"."_s,
            u"größe \U0001F600"_s }));
    Argument schema(oddSchema);
    Argument table(oddTable);
    const QStringList keys = m_client->rows([&](SQLHSTMT statement) {
        return SQLPrimaryKeysW(
            statement, nullptr, 0, schema.data(), schema.size(), table.data(), table.size());
    });
    QCOMPARE(columnsOf(keys, 1, 4),
        (QStringList{ u"%1|%2|SYS_CHANGE_VERSION|1"_s.arg(oddSchema, oddTable),
            u"%1|%2|key ] one|2"_s.arg(oddSchema, oddTable) }));
}

void TestCatalogProcedures::primaryKeys()
{
    Argument schema(u"dbo"_s);
    Argument table(u"order_lines"_s);
    const auto keys = [&](const QString &name) {
        Argument asked(name);
        return m_client->rows([&](SQLHSTMT statement) {
            return SQLPrimaryKeysW(
                statement, nullptr, 0, schema.data(), schema.size(), asked.data(), asked.size());
        });
    };
    QCOMPARE(keys(u"order_lines"_s),
        (QStringList{ u"shop|dbo|order_lines|order_id|1|PK_order_lines"_s,
            u"shop|dbo|order_lines|line_no|2|PK_order_lines"_s }));
    QCOMPARE(keys(u"web_visits"_s), QStringList());
    QCOMPARE(keys(u"nosuch"_s), QStringList());
}

void TestCatalogProcedures::foreignKeys()
{
    const auto keys = [&](Argument target, Argument source) {
        return m_client->rows([&](SQLHSTMT statement) {
            return SQLForeignKeysW(statement, nullptr, 0, nullptr, 0, target.data(), target.size(), nullptr,
                0, nullptr, 0, source.data(), source.size());
        });
    };
    const QStringList expected{
        u"shop|dbo|orders|id|shop|dbo|order_lines|order_id|1|1|1|FK_lines_orders|PK_orders|7"_s
    };
    QCOMPARE(keys({}, u"order_lines"_s), expected);
    QCOMPARE(keys(u"orders"_s, {}), expected);
    QCOMPARE(keys(u"orders"_s, u"order_lines"_s), expected);
    QCOMPARE(keys(u"customers"_s, {}), QStringList());
}

void TestCatalogProcedures::statistics()
{
    Argument schema(u"dbo"_s);
    const auto statistics = [&](const QString &name, SQLUSMALLINT unique) {
        Argument table(name);
        return m_client->rows([&](SQLHSTMT statement) {
            return SQLStatisticsW(statement, nullptr, 0, schema.data(), schema.size(), table.data(),
                table.size(), unique, SQL_QUICK);
        });
    };
    const QString table = u"shop|dbo|orders|NULL|NULL|NULL|0|NULL|NULL|NULL|20|1|NULL"_s;
    const QString key = u"shop|dbo|orders|0|orders|PK_orders|1|1|id|A|20|1|NULL"_s;
    const QString index = u"shop|dbo|orders|1|orders|IX_orders_customer|3|1|customer_id|A|20|1|NULL"_s;
    QCOMPARE(statistics(u"orders"_s, SQL_INDEX_ALL), (QStringList{ table, key, index }));
    QCOMPARE(statistics(u"orders"_s, SQL_INDEX_UNIQUE), (QStringList{ table, key }));
    QCOMPARE(statistics(u"nosuch"_s, SQL_INDEX_ALL), QStringList());
}

void TestCatalogProcedures::specialColumns()
{
    const QStringList key{ u"1|order_id|-5|bigint|19|8|0|1"_s, u"1|line_no|5|smallint|5|2|0|1"_s };
    // For the best row identity Microsoft's driver 18.6 sends + in place of the table's name.
    if (isFreeTds())
        QCOMPARE(specialColumnsOf(SQL_BEST_ROWID, u"order_lines"_s), key);
    QCOMPARE(m_client->execute(u"EXEC sys.sp_special_columns_100 order_lines, dbo, NULL, 'R'"_s), key);
    QCOMPARE(specialColumnsOf(SQL_ROWVER, u"products"_s),
        (QStringList{ u"NULL|version|-2|timestamp|8|8|NULL|1"_s }));
    QCOMPARE(specialColumnsOf(SQL_BEST_ROWID, u"web_visits"_s), QStringList());
}

void TestCatalogProcedures::typeInfo()
{
    // In a program that links the driver manager FreeTDS 1.3 calls that instead of itself, and fails.
    const QStringList rows = isFreeTds()
        ? m_client->execute(u"sp_datatype_info_100 12, 3"_s)
        : m_client->rows([](SQLHSTMT statement) { return SQLGetTypeInfoW(statement, SQL_VARCHAR); });
    QCOMPARE(columnsOf(rows, 0, 6), (QStringList{ u"varchar|12|8000|'|'|max length"_s }));
}

void TestCatalogProcedures::calledInABatch()
{
    QCOMPARE(m_client->execute(u"EXEC shop2..sp_tables N'order[s]', @table_type = \"'TABLE'\""_s),
        (QStringList{ u"shop2|dbo|orders|TABLE|NULL"_s, u"shop2|%1|orders|TABLE|NULL"_s.arg(oddSchema) }));
    QCOMPARE(
        columnsOf(m_client->execute(u"EXECUTE sys.sp_columns_90 orders, @column_name = 'status'"_s), 3, 25),
        (QStringList{ u"status|12|varchar|12|12|NULL|NULL|0|NULL|('new')|12|NULL|12|4|NO|"
                      "NULL|NULL|NULL|NULL|NULL|NULL|39"_s }));
    QCOMPARE(columnsOf(m_client->execute(u"EXEC sp_databases"_s), 0, 1),
        (QStringList{ u"master"_s, u"shop"_s, u"shop2"_s }));
    const auto fails = [&](const QString &batch, const QString &words) {
        const QString answer = m_client->execute(batch).value(0);
        return answer.contains(words) ? QString() : answer + u" instead of "_s + words;
    };
    QCOMPARE(
        fails(u"EXEC sp_pkeys"_s, u"expects parameter '@table_name', which was not supplied"_s), QString());
    QCOMPARE(fails(u"EXEC sp_columns orders, @table_qualifier = 'shop2'"_s,
                 u"must be the name of the current database"_s),
        QString());
    QCOMPARE(fails(u"EXEC nosuch..sp_tables"_s, u"Database 'nosuch' does not exist"_s), QString());
    QCOMPARE(fails(u"EXEC sp_tables @colour = 'red'"_s, u"@colour is not a parameter"_s), QString());
    QCOMPARE(
        fails(u"EXEC sp_special_columns orders, @scope = 'X'"_s, u"Invalid 'scope' specified"_s), QString());
}

/// SQLDescribeCol between SQLPrepare and SQLExecute: name, type, size, digits, may be NULL.
void TestCatalogProcedures::preparedColumns()
{
    const QString decimal = isFreeTds() ? u"2"_s : u"3"_s; // FreeTDS calls every decimal a numeric
    QCOMPARE(m_client->preparedColumns(
                 u"SELECT id, name, country, credit_limit, created_at, price = 2 * credit_limit "
                 "FROM dbo.customers WHERE id = ? AND name = ?"_s),
        (QStringList{ u"id 4 10 0 0"_s, u"name -9 100 0 0"_s, u"country 1 2 0 0"_s,
            u"credit_limit %1 12 2 1"_s.arg(decimal), u"created_at 93 23 3 0"_s,
            u"price %1 14 2 1"_s.arg(decimal) }));
    const QStringList everything = m_client->preparedColumns(u"SELECT * FROM dbo.every_type"_s);
    QCOMPARE(everything.size(), 41);
    QCOMPARE(everything.mid(13, 8),
        (QStringList{ u"c_date 91 10 0 1"_s, u"c_time -154 16 7 1"_s, u"c_time_0 -154 8 0 1"_s,
            u"c_datetime 93 23 3 1"_s, u"c_smalldatetime 93 16 0 1"_s, u"c_datetime2 93 27 7 1"_s,
            u"c_datetime2_3 93 23 3 1"_s, u"c_datetimeoffset -155 34 7 1"_s }));
    QCOMPARE(everything.mid(24, 5),
        (QStringList{ u"c_varchar_max 12 0 0 1"_s, u"c_text -1 2147483647 0 1"_s, u"c_nchar -8 10 0 1"_s,
            u"c_nvarchar -9 4000 0 1"_s, u"c_nvarchar_max -9 0 0 1"_s }));
    QCOMPARE(everything.at(36), u"c_xml -152 0 0 1"_s);
    // The first result of several statements; none; nothing has run.
    QCOMPARE(m_client->preparedColumns(
                 u"DECLARE @a int = 1; IF @a = 1 SELECT N'x' AS first_one ELSE SELECT 2 AS other"_s),
        (QStringList{ u"first_one -9 1 0 0"_s }));
    QCOMPARE(m_client->preparedColumns(u"UPDATE dbo.customers SET name = ? WHERE id = ?"_s), QStringList());
    QCOMPARE(m_client->preparedColumns(u"DELETE FROM dbo.web_visits"_s), QStringList());
    QCOMPARE(m_client->execute(u"SELECT COUNT(*) FROM dbo.web_visits"_s), (QStringList{ u"10"_s }));
    for (const QString &condition : { QString(), u" WHERE id = ?"_s }) {
        const QStringList failed = m_client->preparedColumns(u"SELECT * FROM dbo.nosuch"_s + condition);
        QVERIFY2(
            failed.value(0).contains(u"Invalid object name 'dbo.nosuch'"_s), qPrintable(failed.value(0)));
    }
    const QStringList unclear = m_client->preparedColumns(u"SELECT FROM dbo.orders"_s);
    const QString words = isFreeTds() ? u"could not be prepared"_s : u"Incorrect syntax near"_s; // of two
    QVERIFY2(unclear.value(0).contains(words), qPrintable(unclear.value(0)));
}

/// The types that look different on the wire where NULL cannot be: described before they are executed and
/// after, and read beside their nullable selves and where an outer join makes them NULL.
void TestCatalogProcedures::notNullColumns()
{
    const QStringList types{ u"bit"_s, u"tinyint"_s, u"smallint"_s, u"int"_s, u"bigint"_s, u"real"_s,
        u"float"_s, u"smallmoney"_s, u"money"_s, u"smalldatetime"_s, u"datetime"_s, u"uniqueidentifier"_s,
        u"decimal(5, 2)"_s, u"date"_s, u"nvarchar(5)"_s };
    QStringList definitions;
    QStringList values;
    QStringList expected;
    for (int i = 0; i < types.size(); ++i) {
        const bool isGuid = types[i].startsWith(u'u');
        const bool isMoment = types[i].contains(u"date"_s);
        definitions += u"n%1 %2 NOT NULL, m%1 %2 NULL"_s.arg(i).arg(types[i]);
        values += isGuid ? u"'0E984725-C51C-4BF4-9960-E1C80E27ABA0', NULL"_s
            : isMoment   ? u"'20260102', NULL"_s
                         : u"1, NULL"_s;
        expected += { u"n%1 0"_s.arg(i), u"m%1 1"_s.arg(i) };
    }
    QCOMPARE(
        m_server->execute(u"shop"_s,
            u"CREATE TABLE dbo.fixed (id int NOT NULL PRIMARY KEY, %1); "
            "INSERT INTO dbo.fixed VALUES (7, %2)"_s.arg(definitions.join(u", "_s), values.join(u", "_s))),
        QString());
    const QString all = u"SELECT * FROM dbo.fixed"_s;
    const auto nullability = [](const QStringList &described) {
        QStringList lines;
        for (const QString &line : described)
            lines += line.section(u' ', 0, 0) + u' ' + line.section(u' ', -1);
        return lines.mid(1);
    };
    QCOMPARE(nullability(m_client->preparedColumns(all)), expected);
    SQLLEN may = SQL_NULLABLE_UNKNOWN;
    const QStringList rows = m_client->rows([&](SQLHSTMT statement) {
        Argument text(all);
        const SQLRETURN result = SQLExecDirectW(statement, text.data(), text.size());
        for (int column = 2; column <= 2 * types.size() + 1; ++column) {
            SQLColAttributeW(statement, SQLUSMALLINT(column), SQL_DESC_NULLABLE, nullptr, 0, nullptr, &may);
            if (may != SQLLEN(column % 2))
                return SQLRETURN(SQL_ERROR);
        }
        return result;
    });
    QCOMPARE(rows.size(), 1);
    const QStringList cells = rows.first().split(u'|');
    for (int i = 0; i < types.size(); ++i) {
        QVERIFY2(cells[2 * i + 1] != u"NULL" && cells[2 * i + 1] != u"?", qPrintable(types[i]));
        QCOMPARE(cells[2 * i + 2], u"NULL"_s);
    }
    QCOMPARE(m_client->execute(u"SELECT o.id, f.* FROM (VALUES (8)) o (id) LEFT JOIN dbo.fixed f ON f.id = "
                               "o.id"_s),
        (QStringList{ u"8"_s + u"|NULL"_s.repeated(2 * types.size() + 1) }));
    QCOMPARE(m_server->execute(u"shop"_s, u"DROP TABLE dbo.fixed"_s), QString());
}

void TestCatalogProcedures::runsWhatWasDescribed_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<int>("cursor");
    QTest::newRow("FreeTDS") << freeTds << int(SQL_CURSOR_FORWARD_ONLY);
    QTest::newRow("FreeTDS, static") << freeTds << int(SQL_CURSOR_STATIC);
    QTest::newRow("Microsoft") << microsoft << int(SQL_CURSOR_FORWARD_ONLY);
    QTest::newRow("Microsoft, static") << microsoft << int(SQL_CURSOR_STATIC);
}

void TestCatalogProcedures::runsWhatWasDescribed()
{
    QFETCH(int, cursor);
    Argument text(u"SELECT id, sku FROM dbo.products WHERE id <= ? ORDER BY id"_s);
    SQLINTEGER last = 0;
    SQLSMALLINT columns = 0;
    const auto run = [&](SQLHSTMT statement) {
        return SQLBindParameter(
                   statement, 1, SQL_PARAM_INPUT, SQL_C_SLONG, SQL_INTEGER, 0, 0, &last, 0, nullptr)
                == SQL_SUCCESS
            ? SQLExecute(statement)
            : SQL_ERROR;
    };
    const QStringList two = m_client->rows([&](SQLHSTMT statement) {
        last = 2;
        SQLSetStmtAttr(statement, SQL_ATTR_CURSOR_TYPE,
            reinterpret_cast<SQLPOINTER>(static_cast<std::intptr_t>(cursor)), 0);
        SQLPrepareW(statement, text.data(), text.size());
        SQLNumResultCols(statement, &columns);
        return run(statement);
    });
    // FreeTDS does not ask before it opens a cursor.
    const bool asks = !isFreeTds() || cursor == int(SQL_CURSOR_FORWARD_ONLY);
    QCOMPARE(columns, SQLSMALLINT(asks ? 2 : 0));
    QCOMPARE(columnsOf(two, 0, 1), (QStringList{ u"1"_s, u"2"_s }));
    last = 3;
    QCOMPARE(m_client->rows(run).size(), 3);
}

/// SQLDescribeParam: type, size, digits.
void TestCatalogProcedures::parameters()
{
    if (isFreeTds())
        QSKIP("FreeTDS has no SQLDescribeParam.");
    // By = a column's own type, otherwise the widest of its kind.
    QCOMPARE(m_client->parameters(u"SELECT id FROM dbo.customers WHERE id = ? AND name = ? AND "
                                  "credit_limit > ? AND email LIKE ? AND created_at BETWEEN ? AND ?"_s),
        (QStringList{
            u"4 10 0"_s, u"-9 100 0"_s, u"2 38 19"_s, u"12 8000 0"_s, u"93 27 7"_s, u"93 27 7"_s }));
    QCOMPARE(m_client->parameters(u"INSERT INTO dbo.suppliers (code, name, rating) VALUES (?, ?, ?)"_s),
        (QStringList{ u"-8 6 0"_s, u"-9 100 0"_s, u"-6 3 0"_s }));
    QCOMPARE(
        m_client->parameters(u"UPDATE dbo.customers SET name = ?, created_at = ? WHERE customer_guid = ?"_s),
        (QStringList{ u"-9 100 0"_s, u"93 23 3"_s, u"-11 36 0"_s }));
    QCOMPARE(m_client->parameters(u"SELECT TOP (?) CAST(? AS xml) FROM CHANGETABLE(CHANGES dbo.orders, ?) AS "
                                  "c WHERE c.id IN (1, ?)"_s),
        (QStringList{ u"-5 19 0"_s, u"-152 0 0"_s, u"-5 19 0"_s, u"-5 19 0"_s }));
    QVERIFY(m_client->parameters(u"SELECT ?"_s).value(0).contains(u"cannot be deduced in this context"_s));
    QVERIFY(m_client->parameters(u"SELECT 1 FROM dbo.orders WHERE ? = ?"_s)
                .value(0)
                .contains(u"two untyped parameters, '@P1' and '@P2'"_s));
    QCOMPARE(m_client->execute(u"EXEC sp_describe_undeclared_parameters N'SELECT @a', N'@a int'"_s),
        QStringList());
    QCOMPARE(columnsOf(m_client->execute(
                           u"EXEC sp_describe_first_result_set N'SELECT @a AS a', N'@a nvarchar(7)'"_s),
                 1, 9),
        (QStringList{ u"1|a|1|231|nvarchar(7)|14|0|0|SQL_Latin1_General_CP1_CI_AS"_s }));
}

void TestCatalogProcedures::showsWhatTheUserMaySee()
{
    m_client = connect(u"visitor"_s);
    QVERIFY2(m_client->isOpen(), qPrintable(m_client->error()));
    QCOMPARE(tablesLike({}, u"dbo"_s, {}, {}), QStringList());
    QCOMPARE(columnsLike({}, u"dbo"_s, u"orders"_s, {}), QStringList());
    QCOMPARE(m_client->execute(u"EXEC sp_pkeys orders"_s), QStringList());
    m_client = connect(u"reader"_s);
    QCOMPARE(tablesLike({}, u"dbo"_s, {}, u"TABLE"_s).size(), 8);
    QCOMPARE(tablesLike({}, {}, {}, u"TABLE"_s).size(), 8);
}

QTEST_GUILESS_MAIN(TestCatalogProcedures)
#include "tst_catalogprocedures.moc"
