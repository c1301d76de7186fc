#include "jobfile.h"

#include "jobsupport.h"
#include "settingstable.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace jobsupport;
using namespace Qt::Literals::StringLiterals;

namespace {

const Variables variables{ { u"PW"_s, u"top secret"_s }, { u"HOST"_s, u"db.example"_s },
    { u"WORKERS"_s, u"6"_s }, { u"TRUST"_s, u"true"_s }, { u"DB"_s, u"shop"_s } };

TableRequest request(const QString &schema, const QString &table, SyncMode mode = SyncMode::FullIncremental,
    const QString &database = u"shop"_s)
{
    TableRequest wanted;
    wanted.table = { database, schema, table };
    wanted.mode = mode;
    return wanted;
}

/// Puts it into a job that is right otherwise.
QByteArray withTables(const QByteArray &rest)
{
    return R"({"tables": [{"database": "shop", "table": "orders"}], )" + rest + "}";
}

// Rows of mistakesAreNamed(): a whole job, a part of a job that is right otherwise, the second table of one.

void mistake(const char *name, const QByteArray &json, const QString &error)
{
    QTest::newRow(name) << json << error;
}

void mistakeBeside(const char *name, const QByteArray &json, const QString &error)
{
    mistake(name, withTables(json), error);
}

void mistakeInTable(const char *name, const QByteArray &json, const QString &error)
{
    mistake(name, R"({"tables": [{"database": "shop", "table": "a"}, )" + json + "]}", error);
}

void mistakesOfTypes()
{
    mistake("not a map", "[1]",
        u"A job file is a map with keys such as \"connection\" and \"tables\"; this one is something else."_s);

    mistakeBeside("text for a number", R"("max_workers": "four")",
        u"max_workers (line 1): expected a whole number from 1 to 64, not \"four\"."_s);
    mistakeBeside("zero workers", R"("max_workers": 0)",
        u"max_workers (line 1): expected a whole number from 1 to 64, not 0."_s);
    mistakeBeside("fraction", R"("connection": {"port": 1.5})",
        u"connection.port (line 1): expected a whole number from 1 to 65535, not 1.5."_s);
    mistakeBeside("list for a number", R"("parallelism": [1])",
        u"parallelism (line 1): expected a whole number from 1 to 64, not a list."_s);
    mistakeBeside("number for a text", R"("server": 5)", u"server (line 1): expected a text in quotes."_s);
    mistakeBeside("map for a text", R"("server": {})", u"server (line 1): expected a text."_s);
    mistakeBeside("text for a map", R"("connection": "Server=h;PWD=x")",
        u"connection (line 1): expected a map, not a text."_s);
    mistakeBeside(
        "list for a map", R"("storage": [])", u"storage (line 1): expected a map, not an empty list."_s);
    mistakeBeside("text for a truth", R"("connection": {"trust_server_certificate": "maybe"})",
        u"connection.trust_server_certificate (line 1): expected true or false, not \"maybe\"."_s);
    mistakeBeside("number for a truth", R"("snapshot_isolation": 1)",
        u"snapshot_isolation (line 1): expected true or false, not 1."_s);
}

void mistakesOfValues()
{
    mistakeBeside("word", R"("connection": {"encrypt": "strickt"})",
        u"connection.encrypt (line 1): expected one of no, yes, strict, optional, mandatory, not "
        u"\"strickt\". "
        "Did you mean strict?"_s);
    mistakeBeside("two characters", R"("csv": {"delimiter": "||"})",
        u"csv.delimiter (line 1): expected one character, not \"||\"."_s);
    mistakeBeside("no character", R"("csv": {"quote": ""})",
        u"csv.quote (line 1): expected one character, not \"\"."_s);
    mistakeBeside("half a character", R"("csv": {"delimiter": "😀"})",
        u"csv.delimiter (line 1): expected one character, not \"😀\"."_s);
    mistakeBeside("null mark", R"("csv": {"null_mark": null})",
        u"csv.null_mark (line 1): null is nothing in JSON and YAML; put the mark in quotes, as in \"NULL\"."_s);
    mistakeBeside("part of nothing", R"("csv": {"part_rows": 0})",
        u"csv.part_rows (line 1): expected a whole number from 1 to 9223372036854775807, not 0."_s);
    mistakeBeside("policy", R"("policies": {"on_expired": "ignore"})",
        u"policies.on_expired (line 1): expected one of default, reload, fail, not \"ignore\"."_s);
    mistakeBeside(
        "empty path", R"("output_dir": " ")", u"output_dir (line 1): expected a path, not an empty text."_s);
    mistakeBeside("password in extra", R"("connection": {"extra": {"PWD": "x"}})",
        u"connection.extra.PWD (line 1): a password does not belong here; use the key \"password\"."_s);
    mistakeBeside("number in extra", R"("connection": {"extra": {"MARS": 1}})",
        u"connection.extra.MARS (line 1): expected a text in quotes."_s);
    mistakeBeside("exclude empty", R"("exclude": [])",
        u"exclude (line 1): expected a list with at least one name or pattern, not an empty list."_s);
    mistakeBeside("exclude text", R"("exclude": "a")",
        u"exclude (line 1): expected a list with at least one name or pattern, not a text."_s);
    mistakeBeside("exclude form", R"("exclude": ["a..b"])",
        u"exclude[0] (line 1): this is not the name of a table: a name is empty."_s);
}

void mistakesOfVariables()
{
    mistakeBeside("unset variable", R"("connection": {"password": "${NOT_SET}"})",
        u"connection.password (line 1): the variable NOT_SET is not set, neither in the environment nor in "
        u"an "
        ".env file."_s);
    mistakeBeside("open variable", R"("server": "${HOST")",
        u"server (line 1): ${ is not closed by }; $${ stands for the text ${."_s);
    mistakeBeside("bad variable", R"("server": "${A B}")",
        u"server (line 1): after ${ the name of a variable and } are expected; $${ stands for the text ${."_s);
    mistakeInTable("unset variable in a table", R"("${NOT_SET}.dbo.x")",
        u"tables[1] (line 1): the variable NOT_SET is not set, neither in the environment nor in an .env file."_s);
}

void mistakesOfNames()
{
    mistake("tables empty", R"({"tables": []})",
        u"tables (line 1): expected a list with at least one table, not an empty list."_s);
    mistake("tables a text", R"({"tables": "orders"})",
        u"tables (line 1): expected a list with at least one table, not a text."_s);
    mistakeInTable("mode", R"({"database": "shop", "table": "b", "mode": "incremantal"})",
        u"tables[1].mode (line 1): expected one of full, incremental, full_incremental, not \"incremantal\". "
        u"Did "
        "you mean incremental?"_s);
    mistakeInTable("mode not a text", R"({"database": "shop", "table": "b", "mode": 1})",
        u"tables[1].mode (line 1): expected one of full, incremental, full_incremental, not 1."_s);
    mistakeInTable("twice", R"({"database": "shop", "table": "[dbo].[a]"})",
        u"tables[1] (line 1): the table shop.dbo.a is named twice, first at tables[0]."_s);
    mistake("twice over two shapes",
        R"({"tables": ["shop.dbo.a"], "databases": {"shop": {"dbo": ["b", "a"]}}})",
        u"databases.shop.dbo[1] (line 1): the table shop.dbo.a is named twice, first at tables[0]."_s);
    mistakeInTable("no table", R"({"database": "shop"})",
        u"tables[1].table (line 1): is missing; expected the name of a table, as in dbo.orders."_s);
    mistakeInTable("no database", R"({"table": "dbo.b"})",
        u"tables[1] (line 1): no database is named; expected database.schema.table or a key \"database\"."_s);
    mistakeInTable("no database, schema apart", R"({"schema": "dbo", "table": "b"})",
        u"tables[1] (line 1): no database is named; expected database.schema.table or a key \"database\"."_s);
    mistakeInTable("text without database", R"("dbo.b")",
        u"tables[1] (line 1): no database is named; expected database.schema.table or a key \"database\"."_s);
    mistakeInTable("two databases", R"({"database": "shop", "table": "store.dbo.b"})",
        u"tables[1].table (line 1): it names the database store, but the key \"database\" says shop."_s);
    mistakeInTable("form of the name", R"({"database": "shop", "table": "[dbo.b"})",
        u"tables[1].table (line 1): this is not the name of a table: a [ is not closed by ]."_s);
    mistakeInTable("form of the database", R"({"database": "[shop]x", "table": "b"})",
        u"tables[1].database (line 1): this is not a name: text follows the closing ]."_s);
    mistakeInTable("empty database", R"({"database": "", "table": "b"})",
        u"tables[1].database (line 1): this is not a name: a name is empty."_s);
    mistakeInTable("number for a table", R"(5)",
        u"tables[1] (line 1): expected a map with the keys database and table, or \"database.schema.table\", "
        u"not "
        "a number."_s);
    mistakeInTable("empty table", R"({})",
        u"tables[1] (line 1): expected a map with the keys database and table, or \"database.schema.table\", "
        u"not "
        "an empty map."_s);
}

void mistakesOfTableOptions()
{
    mistakeInTable("columns empty", R"({"database": "shop", "table": "b", "columns": []})",
        u"tables[1].columns (line 1): expected a list with at least one name, not an empty list."_s);
    mistakeInTable("column twice", R"({"database": "shop", "table": "b", "columns": ["x", "x"]})",
        u"tables[1].columns[1] (line 1): \"x\" stands twice in the list."_s);
    mistakeInTable("column a number", R"({"database": "shop", "table": "b", "columns": ["x", 2]})",
        u"tables[1].columns[1] (line 1): expected a text in quotes."_s);
    mistakeInTable("filter of changes", R"({"database": "shop", "table": "b", "where": "x = 1"})",
        u"tables[1].where (line 1): a filter works with the mode full only: with changes it would hide "
        u"deleted "
        "rows. Set \"mode\": \"full\" or take the filter away."_s);
    mistakeInTable("csv of a table", R"({"database": "shop", "table": "b", "csv": {"header": "no way"}})",
        u"tables[1].csv.header (line 1): expected true or false, not \"no way\"."_s);
}

void mistakesOfDatabases()
{
    mistake("databases empty", R"({"databases": {}})",
        u"databases (line 1): expected a map with at least one database, not an empty map."_s);
    mistake("databases a list", R"({"databases": ["shop"]})",
        u"databases (line 1): expected a map with at least one database, not a list."_s);
    mistake("database empty", R"({"databases": {"shop": {}}})",
        u"databases.shop (line 1): expected a map with at least one schema, not an empty map."_s);
    mistake("schema empty", R"({"databases": {"shop": {"dbo": []}}})",
        u"databases.shop.dbo (line 1): expected a list or map with at least one table, not an empty list."_s);
    mistake("schema a text", R"({"databases": {"shop": {"dbo": "orders"}}})",
        u"databases.shop.dbo (line 1): expected a list or map with at least one table, not a text."_s);
    mistake("mode in a map", R"({"databases": {"my shop": {"dbo": {"order.s": "ful"}}}})",
        u"databases[\"my shop\"].dbo[\"order.s\"] (line 1): expected one of full, incremental, "
        u"full_incremental, "
        "not \"ful\". Did you mean full?"_s);
    mistake("mode deep in a map",
        R"({"databases": {"shop": {"schemas": {"dbo": {"tables": {"a": {"mode": ""}}}}}}})",
        u"databases.shop.schemas.dbo.tables.a.mode (line 1): expected one of full, incremental, "
        "full_incremental, not \"\"."_s);
    mistake("schemas empty", R"({"databases": {"shop": {"schemas": {}}}})",
        u"databases.shop.schemas (line 1): expected a map with at least one schema, not an empty map."_s);
    mistake("tables forgotten", R"({"databases": {"shop": {"schemas": {"dbo": {"orders": "full"}}}}})",
        u"databases.shop.schemas.dbo (line 1): expected the key tables in it.\n"
        "databases.shop.schemas.dbo.orders (line 1): unknown key; it has no effect."_s);
    mistake("name in a list", R"({"databases": {"shop": {"dbo": ["a", ["b"]]}}})",
        u"databases.shop.dbo[1] (line 1): expected a text."_s);
}

} // namespace

class TestJobFile : public QObject {
    Q_OBJECT

private slots:
    void ownShape_data();
    void ownShape();
    void tablesOfEachShape_data();
    void tablesOfEachShape();
    void settingsOfEachShape_data();
    void settingsOfEachShape();
    void optionsOfATableGoBeforeTheJobs();
    void variablesAreExpanded();
    void lettersOfYamlAreTexts();
    void pathsAreRelativeToTheFile();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void allMistakesAreNamedAtOnce();
    void warnings_data();
    void warnings();
    void secretsAreNeverShown_data();
    void secretsAreNeverShown();
    void examplesAreRead_data();
    void examplesAreRead();
    void exampleOfAllOptionsHoldsTheDefaults();
};

void TestJobFile::ownShape_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("JSON") << u"/jobs/a.json"_s;
    QTest::newRow("YAML") << u"/jobs/a.yaml"_s;
}

void TestJobFile::ownShape()
{
    QFETCH(QString, path);
    const auto job = parseJobFile(inFormat(R"({
        "profile": "production",
        "connection": {
            "driver": "FreeTDS", "server": "h", "port": 1433, "database": "b", "authentication": "kerberos", "user": "u",
            "password": "${PW}", "encrypt": "strict", "trust_server_certificate": true,
            "host_name_in_certificate": "n", "ca_file": "ca.pem", "application_intent": "ReadOnly",
            "login_timeout": 5, "query_timeout": 60, "packet_size": 4096, "extra": { "MARS": "no" } },
        "storage": { "data_dir": "d", "watermark_dir": "w" },
        "limits": { "max_workers": 3 },
        "csv": { "delimiter": "tab", "quote": "'", "quoting": "non_numeric", "escape": "backslash",
            "null_mark": "\\N", "line_end": "\r\n", "header": false, "bom": true, "encoding": "UTF-16LE",
            "true_word": "t", "false_word": "f", "date_time_separator": "T", "binary": "base64",
            "guid_case": "lower", "decimal_mark": ",", "guard_formulas": true, "compression": "zstd",
            "part_rows": 10, "part_bytes": 9007199254740993 },
        "policies": { "on_expired": "reload", "on_schema_change": "continue", "snapshot": "never", "retries": 0 },
        "tables": [ { "database": "shop", "table": "dbo.orders", "mode": "full", "columns": ["id", "total"],
            "where": "id > 5" } ],
        "exclude": [ "tmp", "dbo.x*", "shop.[a.b].c", { "database": "s", "schema": "d", "table": "t.u" },
            { "table": "v" } ]
    })",
                                      path),
        path, variables);
    QVERIFY2(job, errorOf(job));
    QCOMPARE(job->warnings, QStringList());
    QCOMPARE(job->profile, u"production"_s);

    ConnectionSpec spec;
    job->connection.applyTo(spec);
    const ConnectionSpec expected{ u"FreeTDS"_s, u"h"_s, 1433, u"b"_s, SignIn::Kerberos, u"u"_s,
        Encryption::Strict, true, u"n"_s, u"/jobs/ca.pem"_s, true, 5, 60, 4096, { { u"MARS"_s, u"no"_s } } };
    QVERIFY(spec == expected);
    QCOMPARE(job->password.reveal(), u"top secret"_s);
    QCOMPARE(job->outputDir, u"/jobs/d"_s);
    QCOMPARE(job->watermarkDir, u"/jobs/w"_s);
    QCOMPARE(job->maxWorkers, 3);

    const CsvDialect dialect{ u'\t', u'\'', QuotePolicy::NonNumeric, QuoteEscape::Backslash, u"\\N"_s,
        u"\r\n"_s, false, true, TextEncoding::Utf16Le, u"t"_s, u"f"_s, u'T', BinaryForm::Base64, true, u',',
        true };
    const FileOptions files{ Compression::Zstd, 10, 9007199254740993 };
    const Policies policies{ OnExpired::Reload, OnSchemaChange::Continue, SnapshotUse::Never, 0 };
    QVERIFY(job->dialect == dialect);
    QVERIFY(job->files == files);
    QVERIFY(job->policies == policies);
    const TableRequest table{ { u"shop"_s, u"dbo"_s, u"orders"_s }, SyncMode::Full, { u"id"_s, u"total"_s },
        u"id > 5"_s, dialect, files, policies };
    QVERIFY(job->tables == QList{ table });
    const QList<TableRef> excludes{ { u"*"_s, u"*"_s, u"tmp"_s }, { u"*"_s, u"dbo"_s, u"x*"_s },
        { u"shop"_s, u"a.b"_s, u"c"_s }, { u"s"_s, u"d"_s, u"t.u"_s }, { u"*"_s, u"*"_s, u"v"_s } };
    QVERIFY(job->excludes == excludes);
}

void TestJobFile::tablesOfEachShape_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QList<TableRequest>>("tables");
    const QList<TableRequest> three{ request(u"dbo"_s, u"orders"_s),
        request(u"dbo"_s, u"customers"_s, SyncMode::Full),
        request(u"sales"_s, u"audit"_s, SyncMode::Incremental) };
    QTest::newRow("flat list") << R"({"tables": [
        {"database": "shop", "table": "orders"},
        {"database": "shop", "table": "dbo.customers", "mode": "full"},
        {"database": "shop", "table": "sales.audit", "mode": "incremental"}]})"_ba
                               << three;
    QTest::newRow("names in pieces") << R"({"tables": [
        {"database": "shop", "schema": "dbo", "table": "orders"},
        {"table": "shop.dbo.customers", "mode": "full"},
        {"database": "[shop]", "schema": "sales", "table": "[audit]", "mode": "incremental"}]})"_ba
                                     << three;
    QTest::newRow("nested") << R"({"databases": {"shop": {"schemas": {
        "dbo": {"tables": {"orders": null, "customers": "full"}},
        "sales": {"tables": {"audit": {"mode": "incremental"}}}}}}})"_ba
                            << three;
    QTest::newRow("older") << R"({"databases": {"shop": {
        "dbo": {"orders": "full_incremental", "customers": "full"},
        "sales": {"audit": "incremental"}}}})"_ba
                           << three;
    QTest::newRow("older, under tables") << R"({"tables": {"shop": {
        "dbo": {"orders": {}, "customers": {"mode": "full"}},
        "sales": {"audit": "incremental"}}}})"_ba
                                         << three;
    const QList<TableRequest> names{ request(u"dbo"_s, u"z"_s), request(u"dbo"_s, u"a"_s),
        request(u"b"_s, u"x"_s, SyncMode::FullIncremental, u"db2"_s) };
    QTest::newRow("older, names") << R"({"databases": {"shop": {"dbo": ["z", "a"]}, "db2": {"b": ["x"]}}})"_ba
                                  << names;
    QTest::newRow("nested, names")
        << R"({"databases": {"shop": {"schemas": {"dbo": {"tables": ["z", "a"]}}}, "db2": {"b": ["x"]}}})"_ba
        << names;
    QTest::newRow("texts in a list") << R"({"tables": ["shop.dbo.z", "shop.dbo.[a]", "[db2].b.x"]})"_ba
                                     << names;
    QTest::newRow("list and map")
        << R"({"tables": ["shop.dbo.z", "shop.dbo.a"], "databases": {"db2": {"b": ["x"]}}})"_ba << names;
    QTest::newRow("odd names") << R"({"tables": [{"database": "my.db", "table": "[my.schema].[odd ]] name]"},
        {"database": "shop", "schema": "a.b", "table": "c.d"}, {"database": "shop", "table": "it's.😀 *"}]})"_ba
                               << QList{ request(u"my.schema"_s, u"odd ] name"_s, SyncMode::FullIncremental,
                                             u"my.db"_s),
                                      request(u"a.b"_s, u"c.d"_s), request(u"it's"_s, u"😀 *"_s) };
    QTest::newRow("odd keys")
        << R"({"databases": {"my.db": {"a.b": {"[order details]": "full", "c.d": null}}}})"_ba
        << QList{ request(u"a.b"_s, u"order details"_s, SyncMode::Full, u"my.db"_s),
               request(u"a.b"_s, u"c.d"_s, SyncMode::FullIncremental, u"my.db"_s) };
    QTest::newRow("a schema called schemas")
        << R"({"databases": {"shop": {"schemas": {"orders": "full", "customers": null}}}})"_ba
        << QList{ request(u"schemas"_s, u"orders"_s, SyncMode::Full), request(u"schemas"_s, u"customers"_s) };
    QTest::newRow("variables in keys")
        << R"({"databases": {"${DB}": {"dbo": ["a"]}}})"_ba << QList{ request(u"dbo"_s, u"a"_s) };
    QTest::newRow("names that differ by case are two")
        << R"({"tables": ["shop.dbo.a", "shop.dbo.A"]})"_ba
        << QList{ request(u"dbo"_s, u"a"_s), request(u"dbo"_s, u"A"_s) };
    QTest::newRow("no tables yet") << R"({"server": "h"})"_ba << QList<TableRequest>();
}

void TestJobFile::tablesOfEachShape()
{
    QFETCH(QByteArray, json);
    QFETCH(QList<TableRequest>, tables);
    for (const QString &path : { u"a.json"_s, u"a.yaml"_s }) {
        const auto job = parseJobFile(inFormat(json, path), path, variables);
        QVERIFY2(job, errorOf(job));
        QCOMPARE(job->warnings, QStringList());
        QCOMPARE(job->tables.size(), tables.size());
        for (qsizetype i = 0; i < tables.size(); ++i) {
            QCOMPARE(job->tables[i].table.display(), tables[i].table.display());
            QVERIFY(job->tables[i] == tables[i]);
        }
    }
}

void TestJobFile::settingsOfEachShape_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("own") << R"({"connection": {"server": "db.example", "user": "u", "password": "${PW}"},
        "storage": {"data_dir": "d", "watermark_dir": "w"}, "max_workers": 6,
        "policies": {"snapshot": "require"}})"_ba;
    QTest::newRow("top") << R"({"server": "${HOST}", "user": "u", "password": "${PW}", "output_dir": "d",
        "watermark_dir": "w", "max_workers": 6, "snapshot_isolation": true})"_ba;
    QTest::newRow("older") << R"({"connection": {"server": "${HOST}", "sql_login": "u", "password": "${PW}"},
        "storage": {"data_dir": "d", "watermark_dir": "w"}, "parallelism": "${WORKERS}",
        "snapshot_isolation": "${TRUST}"})"_ba;
}

void TestJobFile::settingsOfEachShape()
{
    QFETCH(QByteArray, json);
    for (const QString &path : { u"/j/a.json"_s, u"/j/a.yml"_s }) {
        const auto job = parseJobFile(inFormat(json, path), path, variables);
        QVERIFY2(job, errorOf(job));
        QCOMPARE(job->warnings, QStringList());
        QCOMPARE(job->connection.server, u"db.example"_s);
        QCOMPARE(job->connection.user, u"u"_s);
        QCOMPARE(job->connection.port, std::nullopt);
        QCOMPARE(job->password.reveal(), u"top secret"_s);
        QCOMPARE(job->outputDir, u"/j/d"_s);
        QCOMPARE(job->watermarkDir, u"/j/w"_s);
        QCOMPARE(job->maxWorkers, 6);
        QCOMPARE(job->policies.snapshot, SnapshotUse::Require);
    }
}

void TestJobFile::optionsOfATableGoBeforeTheJobs()
{
    const QByteArray csv = R"({"delimiter": "|", "null_mark": "NULL"})";
    const QByteArray policies = R"({"on_expired": "fail"})";
    const QByteArray rest = R"("csv": {"delimiter": ";", "header": false}, "policies": {"retries": 9}, )";
    for (const QByteArray &tables : {
             QByteArray(R"("tables": [{"database": "shop", "table": "orders", "csv": )" + csv
                 + R"(, "policies": )" + policies + R"(}, "shop.dbo.plain"])"),
             QByteArray(R"("databases": {"shop": {"dbo": {"orders": {"csv": )" + csv + R"(, "policies": )"
                 + policies + R"(}, "plain": null}}})"),
         }) {
        const auto job = parseJobFile("{" + rest + tables + "}", u"a.json"_s, {});
        QVERIFY2(job, errorOf(job));
        QCOMPARE(job->tables.size(), 2);
        const TableRequest &own = job->tables[0];
        QCOMPARE(own.dialect.delimiter, u'|');
        QCOMPARE(own.dialect.nullMark, u"NULL"_s);
        QCOMPARE(own.dialect.header, false);
        QCOMPARE(own.policies.onExpired, OnExpired::Fail);
        QCOMPARE(own.policies.retries, 9);
        QVERIFY(job->tables[1].dialect == job->dialect);
        QCOMPARE(job->dialect.delimiter, u';');
        QCOMPARE(job->tables[1].policies.retries, 9);
    }
}

void TestJobFile::variablesAreExpanded()
{
    const auto job = parseJobFile(R"({"connection": {"server": "tcp:${HOST},1433", "user": "$${no}",
        "trust_server_certificate": "${TRUST}", "extra": {"X": "${DB}!"}},
        "max_workers": "${WORKERS}", "storage": {"data_dir": "out/${DB}"},
        "tables": ["${DB}.dbo.orders", {"database": "${DB}", "table": "a", "mode": "full", "where": "x = '${DB}'"}]})",
        u"/jobs/a.json"_s, variables);
    QVERIFY2(job, errorOf(job));
    QCOMPARE(job->connection.server, u"tcp:db.example,1433"_s);
    QCOMPARE(job->connection.user, u"${no}"_s);
    QCOMPARE(job->connection.trustServerCertificate, true);
    QCOMPARE(job->connection.extra->value(u"X"_s), u"shop!"_s);
    QCOMPARE(job->maxWorkers, 6);
    QCOMPARE(job->outputDir, u"/jobs/out/shop"_s);
    QCOMPARE(job->tables[0].table.database, u"shop"_s);
    QCOMPARE(job->tables[1].where, u"x = 'shop'"_s);
}

void TestJobFile::lettersOfYamlAreTexts()
{
    const auto job = parseJobFile("connection: {server: h, user: 0123, password: 007, encrypt: no}\n"
                                  "csv: {true_word: true, false_word: 0, header: off, null_mark: 'NULL'}\n"
                                  "databases: {2024: {dbo: {1: full}}}\n",
        u"a.yaml"_s, {});
    QVERIFY2(job, errorOf(job));
    QCOMPARE(job->connection.user, u"0123"_s);
    QCOMPARE(job->password.reveal(), u"007"_s);
    QCOMPARE(job->connection.encrypt, Encryption::Optional);
    QCOMPARE(job->dialect.trueWord, u"true"_s);
    QCOMPARE(job->dialect.falseWord, u"0"_s);
    QCOMPARE(job->dialect.header, false);
    QCOMPARE(job->dialect.nullMark, u"NULL"_s);
    QCOMPARE(job->tables[0].table.display(), u"2024.dbo.1"_s);
}

void TestJobFile::pathsAreRelativeToTheFile()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"jobs"_s));
    const QString path = folder.filePath(u"jobs/a.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"output_dir": "../data", "watermark_dir": "/abs/w", "connection": {"ca_file": "~/ca.pem"}})");
    file.close();
    const auto job = readJobFile(path, {});
    QVERIFY2(job, errorOf(job));
    QCOMPARE(job->outputDir, folder.filePath(u"data"_s));
    QCOMPARE(job->watermarkDir, u"/abs/w"_s);
    QCOMPARE(job->connection.caFile, QDir::homePath() + u"/ca.pem"_s);
}

void TestJobFile::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    mistakesOfTypes();
    mistakesOfValues();
    mistakesOfVariables();
    mistakesOfNames();
    mistakesOfTableOptions();
    mistakesOfDatabases();
}

void TestJobFile::mistakesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    for (const QString &path : { u"a.json"_s, u"a.yaml"_s }) {
        const auto job = parseJobFile(inFormat(json, path), path, variables);
        if (path.endsWith(u"yaml"_s) && error.endsWith(u"expected a text in quotes."_s)) {
            QVERIFY2(job, errorOf(job)); // a YAML scalar without quotes is a text where one is expected
            continue;
        }
        QVERIFY2(!job, qPrintable(path));
        static const QRegularExpression lines(uR"( \(line [0-9]+\))"_s);
        if (path.endsWith(u"json"_s))
            QCOMPARE(job.error().text, error);
        else
            QCOMPARE(QString(job.error().text).remove(lines), QString(error).remove(lines));
        QCOMPARE(job.error().context, path);
        QCOMPARE(job.error().kind, ErrorKind::Configuration);
    }
}

void TestJobFile::allMistakesAreNamedAtOnce()
{
    const auto job = parseJobFile("max_workers: none\n"
                                  "csv:\n"
                                  "  delimeter: ';'\n"
                                  "tables:\n"
                                  "  - database: shop\n"
                                  "    tabel: orders\n"
                                  "  - database: shop\n"
                                  "    table: b\n"
                                  "    mode: complete\n",
        u"a.yaml"_s, {});
    QVERIFY(!job);
    QCOMPARE(job.error().text,
        u"max_workers (line 1): expected a whole number from 1 to 64, not \"none\".\n"
        "tables[0].table (line 5): is missing; expected the name of a table, as in dbo.orders.\n"
        "tables[1].mode (line 9): expected one of full, incremental, full_incremental, not \"complete\".\n"
        "csv.delimeter (line 3): unknown key; it has no effect. Did you mean delimiter?\n"
        "tables[0].tabel (line 6): unknown key; it has no effect. Did you mean table?"_s);
}

void TestJobFile::warnings_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QStringList>("warnings");
    const auto row = [](const char *name, const QByteArray &rest, const QString &warning) {
        QTest::newRow(name) << rest << QStringList(warning);
    };
    row("mistyped option", R"("csv": {"delimeter": ";"})",
        u"csv.delimeter (line 1): unknown key; it has no effect. Did you mean delimiter?"_s);
    row("mistyped section", R"("conection": {"server": "h"})",
        u"conection (line 1): unknown key; it has no effect. Did you mean connection?"_s);
    row("swapped letters", R"("sevrer": "h")",
        u"sevrer (line 1): unknown key; it has no effect. Did you mean server?"_s);
    row("nothing near", R"("zebra": [1])", u"zebra (line 1): unknown key; it has no effect."_s);
    row("at the wrong place", R"("encrypt": "strict")",
        u"encrypt (line 1): unknown key; it has no effect. Did you mean connection.encrypt?"_s);
    row("csv option at the top", R"("compression": "gzip")",
        u"compression (line 1): unknown key; it has no effect. Did you mean csv.compression?"_s);
    row("odd key", R"("my key": 1)", u"[\"my key\"] (line 1): unknown key; it has no effect."_s);
    row("speed limit", R"("limits": {"rows_per_second": 1000})",
        u"limits.rows_per_second (line 1): this version of Tidemark does not support it; it has no effect."_s);
    row("preset", R"("csv": {"preset": "excel"})",
        u"csv.preset (line 1): this version of Tidemark does not support it; it has no effect."_s);
    row("said twice", R"("server": "a", "connection": {"server": "b"})",
        u"server (line 1): connection.server says the same setting and goes before it."_s);
    row("workers said twice", R"("parallelism": 2, "max_workers": 3)",
        u"parallelism (line 1): max_workers says the same setting and goes before it."_s);
    row("snapshot said twice", R"("snapshot_isolation": true, "policies": {"snapshot": "never"})",
        u"snapshot_isolation (line 1): policies.snapshot says the same setting and goes before it."_s);
    row("plain password", R"("password": "secret")",
        u"password (line 1): the password stands in the file as plain text, for everybody who can read the "
        u"file. "
        "Write ${NAME}, or take it away and use the environment or the keychain."_s);
    QTest::newRow("null says nothing")
        << R"("server": null, "csv": {"header": null}, "policies": null)"_ba << QStringList();
    QTest::newRow("empty password") << R"("password": "")"_ba << QStringList();
}

void TestJobFile::warnings()
{
    QFETCH(QByteArray, rest);
    QFETCH(QStringList, warnings);
    const auto job = parseJobFile(withTables(rest), u"a.json"_s, {});
    QVERIFY2(job, errorOf(job));
    QCOMPARE(job->warnings, warnings);
    if (rest.contains("connection\": {\"server\": \"b"))
        QCOMPARE(job->connection.server, u"b"_s);
    if (rest.contains("parallelism"))
        QCOMPARE(job->maxWorkers, 3);
    if (rest.contains("snapshot_isolation"))
        QCOMPARE(job->policies.snapshot, SnapshotUse::Never);
}

void TestJobFile::secretsAreNeverShown_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("list") << R"({"password": ["s3cr3t"]})"_ba;
    QTest::newRow("map") << R"({"connection": {"password": {"s": "s3cr3t"}}})"_ba;
    QTest::newRow("open variable") << R"({"password": "s3cr3t${x"})"_ba;
    QTest::newRow("bad variable") << R"({"password": "a${s3cr3t!}"})"_ba;
    QTest::newRow("connection string") << R"({"connection": "Server=h;PWD=s3cr3t"})"_ba;
    QTest::newRow("in extra") << R"({"connection": {"extra": {"Password": "s3cr3t"}}})"_ba;
    QTest::newRow("variable in a wrong place") << R"({"max_workers": "${SECRET}"})"_ba;
    QTest::newRow("variable as mode") << R"({"databases": {"a": {"b": {"c": "${SECRET}"}}}})"_ba;
    QTest::newRow("broken json") << R"({"password": "s3cr3t" "x"})"_ba;
    QTest::newRow("number") << R"({"password": 5, "tables": "s3cr3t"})"_ba;
}

void TestJobFile::secretsAreNeverShown()
{
    QFETCH(QByteArray, json);
    const auto job = parseJobFile(json, u"a.json"_s, { { u"SECRET"_s, u"s3cr3t"_s } });
    QVERIFY(!job);
    QVERIFY2(!describe(job.error()).contains(u"s3cr3t"_s), errorOf(job));
}

void TestJobFile::examplesAreRead_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(EXAMPLES));
    const QStringList files = folder.entryList({ u"*.json"_s, u"*.yaml"_s, u"*.yml"_s }, QDir::Files);
    QVERIFY(files.contains(u"job-all-options.yaml"_s));
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestJobFile::examplesAreRead()
{
    QFETCH(QString, path);
    const auto job = readJobFile(path,
        { { u"SERVER"_s, u"h"_s }, { u"ADMIN_USER"_s, u"u"_s }, { u"ADMIN_PASSWORD"_s, u"p"_s },
            { u"TIDEMARK_PASSWORD"_s, u"p"_s } });
    QVERIFY2(job, errorOf(job));
    QCOMPARE(job->warnings, QStringList());
    QVERIFY(!job->tables.isEmpty());
    QVERIFY(job->connection.server && job->connection.user);
    QCOMPARE(job->password.reveal(), u"p"_s);
    QCOMPARE(job->outputDir, QFileInfo(path).absoluteDir().filePath(u"data"_s));
}

/// The example that lists every option shows its default, and leaves none out.
void TestJobFile::exampleOfAllOptionsHoldsTheDefaults()
{
    const QString path = QStringLiteral(EXAMPLES "/job-all-options.yaml");
    const auto job = readJobFile(path, { { u"TIDEMARK_PASSWORD"_s, u"p"_s } });
    QVERIFY2(job, errorOf(job));
    ConnectionSpec spec;
    job->connection.applyTo(spec);
    ConnectionSpec defaults;
    defaults.server = spec.server;
    defaults.user = spec.user;
    QVERIFY(spec == defaults);
    QVERIFY(job->dialect == CsvDialect());
    QVERIFY(job->files == FileOptions());
    QVERIFY(job->policies == Policies());

    const QString text = QString::fromUtf8(readConfigFile(path).value_or(QByteArray()));
    const auto mentions = [&text](const auto &setting, auto...) {
        QVERIFY2(
            text.contains(QRegularExpression(u"\\b"_s + setting.key + u": "_s)), qPrintable(setting.key));
    };
    visitConnectionSettings(mentions);
    visitDialectSettings(mentions);
    visitFileSettings(mentions);
    visitPolicySettings(mentions);
    visitTableSettings(mentions);
    visitJobSettings([&](const QString &, const auto &setting, auto) { mentions(setting); });
}

QTEST_APPLESS_MAIN(TestJobFile)
#include "tst_jobfile.moc"
