#include "enginebench.h"
#include "sqllexer.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;
using namespace tidemark::practice::test;

namespace {

QString textOf(const QString &file)
{
    QFile input(QStringLiteral(STATEMENT_DATA "/") + file);
    if (!input.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(file));
    return QString::fromUtf8(input.readAll());
}

const QString rows = uR"(
INSERT INTO dbo.orders (id, note, customer, total, placed_at) VALUES
    (1, N'first', N'Ann', 10.5, '2026-01-02 03:04:05.1234567'), (2, NULL, NULL, 9, '0001-01-01');
UPDATE dbo.orders SET total = 11 WHERE id = 1;
INSERT INTO dbo.orders (id, total, placed_at) VALUES (3, 1, '2026-01-01');
DELETE FROM dbo.orders WHERE id = 3;
INSERT INTO [odd]]schema.].[it's [a]] "table" 100%1 😀] VALUES (N'k', 5, N'<a>x</a>', 1);
INSERT INTO dbo.every_type (id, c_bit, c_decimal, c_float, c_datetimeoffset, c_nvarchar, c_variant, c_hierarchyid, c_geometry)
VALUES ('00112233-4455-6677-8899-AABBCCDDEEFF', 1, 123.5, 0.1, '2026-01-02 03:04:05.1234567 -05:30', N'😀',
    CAST('2026-01-02 03:04:05.1234567' AS datetime2(7)), '/1/2/', 'POINT (1 2)');
)"_s;

} // namespace

/// Every statement that Tidemark sends runs on the practice server and brings what the tables hold.
class TestGoldenStatements : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runs_data();
    void runs();
    void isDescribedAsItRuns_data() { runs_data(); }
    void isDescribedAsItRuns();
    void everyLiteralMayBeAParameter_data() { runs_data(); }
    void everyLiteralMayBeAParameter();
    void surveysTables();
    void surveysColumns();
    void readsChanges();
    void readsEveryType();
    void asksForChanges();

private:
    Answer run(const QString &file) { return m_session->run(textOf(u"statements/"_s + file)); }

    EngineBench m_bench;
    std::unique_ptr<BenchSession> m_session;
};

void TestGoldenStatements::initTestCase()
{
    QVERIFY2(m_bench.isOpen(), qPrintable(m_bench.failure()));
    m_session = m_bench.login(u"master"_s);
    QVERIFY(m_session);
    QCOMPARE(m_session->run(u"CREATE DATABASE shop"_s).errorText(), QString());
    QCOMPARE(m_session->run(u"USE shop"_s).errorText(), QString());
    QCOMPARE(m_session->runScript(textOf(u"statements_setup.sql"_s)).errorText(), QString());
    // json and vector arrive as text: to this server they are text.
    const QString setup = textOf(u"statements_setup.sql"_s);
    const QString head = u"CREATE TABLE [dbo].[every_type] ("_s;
    const qsizetype start = setup.indexOf(head) + head.size();
    const QString columns = setup.mid(start, setup.indexOf(u"\n);"_s, start) - start);
    const QString newest = u"CREATE TABLE [dbo].[newest_types] ("_s + columns
        + u", [c_json] nvarchar(max) NULL, [c_vector] nvarchar(max) NULL);"_s;
    QCOMPARE(m_session->run(newest).errorText(), QString());
    QCOMPARE(m_session->run(rows).errorText(), QString());
}

void TestGoldenStatements::runs_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : QDir(QStringLiteral(STATEMENT_DATA "/statements")).entryList({ u"*.sql"_s }))
        QTest::newRow(qPrintable(file)) << file;
}

void TestGoldenStatements::isDescribedAsItRuns()
{
    QFETCH(QString, file);
    CollectingSink sink;
    m_session->session().describe(textOf(u"statements/"_s + file), {}, sink);
    QCOMPARE(sink.answer.errorText(), QString());
    const Answer ran = run(file);
    QCOMPARE(sink.answer.results.empty(), ran.results.empty());
    if (ran.results.empty())
        return;
    QVERIFY(sink.answer.results.front().rows.empty());
    const QList<ResultColumn> described = sink.answer.results.front().columns;
    const QList<ResultColumn> sent = ran.results.front().columns;
    QCOMPARE(described.size(), sent.size());
    for (qsizetype i = 0; i < sent.size(); ++i) {
        QCOMPARE(described[i].name, sent[i].name);
        QVERIFY(described[i].type == sent[i].type);
        QCOMPARE(described[i].nullable, sent[i].nullable);
    }
}

/// Nothing declares it: its type follows from its place, or that is said.
void TestGoldenStatements::everyLiteralMayBeAParameter()
{
    QFETCH(QString, file);
    const QString text = textOf(u"statements/"_s + file);
    const auto tokens = tokenize(text);
    QVERIFY(tokens);
    for (const Token &token : *tokens) {
        const bool literal = token.kind == Token::Kind::Integer || token.kind == Token::Kind::Text
            || token.kind == Token::Kind::NationalText;
        if (!literal)
            continue;
        QString changed = text;
        changed.replace(token.at.offset, token.end - token.at.offset, u"@p"_s);
        std::vector<Parameter> batch{ { u"@batch"_s, { TypeId::NVarChar, -1 }, SqlValue(changed) } };
        const Answer answer = m_session->run(u"EXEC sp_describe_undeclared_parameters @batch"_s, batch);
        const bool told = answer.firstError() == 0 && answer.results.front().rows.size() == 1;
        // Not everywhere may a variable stand, and not everywhere a type follows.
        static const QList<int> refusals = { 102, 447, 11506 };
        QVERIFY2(told || refusals.contains(answer.firstError()),
            qPrintable(answer.errorText() + u" in "_s + changed.mid(token.at.offset - 60, 120)));
    }
}

void TestGoldenStatements::runs()
{
    QFETCH(QString, file);
    const Answer answer = run(file);
    QVERIFY2(answer.firstError() == 0, qPrintable(answer.errorText()));
}

void TestGoldenStatements::surveysTables()
{
    const Answer answer = run(u"survey.sql"_s);
    QCOMPARE(answer.results.size(), std::size_t(3));
    QCOMPARE(answer.results[0].rows.size(), std::size_t(1));
    QCOMPARE(shown(answer.results[0].rows[0][2], answer.results[0].columns[2].type), u"shop"_s);
    const Answer::ResultSet &tables = answer.results[1];
    QCOMPARE(tables.rows.size(), std::size_t(3));
    for (const SqlRow &row : tables.rows) {
        QCOMPARE(std::get<qint64>(row[4]), 1); // tracked
        QCOMPARE(std::get<qint64>(row[8]), 1); // may be read
        QCOMPARE(std::get<qint64>(row[9]), 1); // and its changes
    }
    const QStringList names{ u"asked"_s, u"schema_name"_s, u"table_name"_s, u"object_id"_s, u"tracked"_s,
        u"columns_tracked"_s, u"begin_version"_s, u"min_valid_version"_s, u"can_select"_s,
        u"can_view_changes"_s, u"row_estimate"_s, u"used_pages"_s };
    QStringList given;
    for (const ResultColumn &column : tables.columns)
        given += column.name;
    QCOMPARE(given, names);
}

void TestGoldenStatements::surveysColumns()
{
    const Answer answer = run(u"survey.sql"_s);
    QCOMPARE(answer.results.size(), std::size_t(3));
    QStringList orders;
    for (const SqlRow &row : answer.results[2].rows) {
        QStringList cells;
        for (const std::size_t i : { 2, 3, 6, 7, 8, 9, 13 })
            cells += shown(row[i], answer.results[2].columns[qsizetype(i)].type);
        orders += cells.join(u'|');
    }
    QCOMPARE(orders.size(), 5 + 4 + 36);
    QVERIFY(orders.contains(u"total|decimal|9|18|4|0|NULL"_s));
    QVERIFY(orders.contains(u"id|int|4|10|0|0|1"_s));
    QVERIFY(orders.contains(u"note|nvarchar|-1|0|0|1|NULL"_s));
    QVERIFY(orders.contains(u"SYS_CHANGE_VERSION|nvarchar|40|0|0|0|2"_s));
    QVERIFY(orders.contains(u"c_rowversion|timestamp|8|0|0|0|NULL"_s));
    QVERIFY(orders.contains(u"c_datetimeoffset|datetimeoffset|10|34|7|1|NULL"_s));
}

void TestGoldenStatements::readsChanges()
{
    const Answer answer = run(u"changes_orders.sql"_s);
    QStringList operations;
    for (const SqlRow &row : answer.results.back().rows)
        operations += shown(row[2], { TypeId::NVarChar, 1 }) + shown(row[3], { TypeId::Int });
    operations.sort();
    QCOMPARE(operations, (QStringList{ u"D3"_s, u"I1"_s, u"I2"_s }));
    const QString awkward = run(u"changes_awkward.sql"_s).table();
    QVERIFY2(awkward.endsWith(u"|I|k|5|1|<a>x</a>"_s), qPrintable(awkward));
}

void TestGoldenStatements::readsEveryType()
{
    const Answer answer = run(u"full_every_type.sql"_s);
    QCOMPARE(answer.results.back().rows.size(), std::size_t(1));
    const QStringList cells = answer.table().split(u'|');
    QVERIFY(cells.contains(u"00112233-4455-6677-8899-AABBCCDDEEFF"_s));
    QVERIFY(cells.contains(u"123.5000000000"_s));
    QVERIFY(cells.contains(u"2026-01-02 03:04:05.1234567 -05:30"_s));
    QVERIFY(cells.contains(u"2026-01-02 03:04:05.1234567"_s)); // the variant's
    QVERIFY(cells.contains(u"/1/2/"_s));
    QVERIFY(cells.contains(u"😀"_s));
}

void TestGoldenStatements::asksForChanges()
{
    const Answer answer = run(u"have_changes.sql"_s);
    QCOMPARE(answer.results.size(), std::size_t(4));
    QCOMPARE(std::get<qint64>(answer.results[0].rows[0][0]), 1);
    QCOMPARE(std::get<qint64>(answer.results[1].rows[0][0]), 0);
    QCOMPARE(std::get<qint64>(answer.results[2].rows[0][0]), 1);
    QCOMPARE(answer.results[3].rows.size(), std::size_t(3));
    for (const SqlRow &row : answer.results[3].rows)
        QVERIFY(!isNull(row[1]));
}

QTEST_GUILESS_MAIN(TestGoldenStatements)
#include "tst_goldenstatements.moc"
