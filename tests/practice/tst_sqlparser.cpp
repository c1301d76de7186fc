#include "sqlparser.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

template <typename Body>
const Body *body(const SqlResult<ast::Batch> &batch, std::size_t index = 0)
{
    return batch && index < batch->statements.size() ? std::get_if<Body>(&batch->statements[index].body)
                                                     : nullptr;
}

} // namespace

class TestSqlParser : public QObject {
    Q_OBJECT

private slots:
    void takesGoldenStatements_data();
    void takesGoldenStatements();
    void takes_data();
    void takes();
    void namesTheWordAtFault_data();
    void namesTheWordAtFault();
    void keepsPositions();
    void keepsPrecedence();
    void readsTables();
    void readsTracking();
    void readsPermissions();
    void readsCalls();
    void readsParameters();
    void readsObjectNames();
    void stopsAtDeepNesting();
};

void TestSqlParser::takesGoldenStatements_data()
{
    QTest::addColumn<QString>("text");
    const QDir folder(QStringLiteral(STATEMENT_DATA "/statements"));
    QStringList files = folder.entryList({ u"*.sql"_s });
    for (QString &file : files)
        file = folder.filePath(file);
    files += QStringLiteral(STATEMENT_DATA "/statements_setup.sql");
    for (const QString &name : files) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList batches = QString::fromUtf8(file.readAll()).split(u"\nGO\n"_s);
        for (qsizetype i = 0; i < batches.size(); ++i)
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(name.section(u'/', -1), QString::number(i))))
                << batches[i];
    }
}

void TestSqlParser::takesGoldenStatements()
{
    QFETCH(QString, text);
    const auto batch = parseBatch(text);
    QVERIFY2(batch, batch ? "" : qPrintable(batch.error().text));
    qsizetype changes = text.count(u"CHANGETABLE("_s);
    QCOMPARE(qsizetype(batch->changeTables.size()), changes);
}

void TestSqlParser::takes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("statements");

    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("semicolons") << u";;SELECT 1;;"_s << 1;
    QTest::newRow("procedure alone") << u"sp_who 5"_s << 1;
    QTest::newRow("options, one a line")
        << u"set ansi_nulls on\nset textsize 2147483647\nset language us_english"_s << 3;
    QTest::newRow("options together") << u"SET ANSI_NULLS, QUOTED_IDENTIFIER ON"_s << 1;
    QTest::newRow("lock timeout") << u"SET LOCK_TIMEOUT -1"_s << 1;
    QTest::newRow("isolation") << u"set transaction isolation level  snapshot "_s << 1;
    QTest::newRow("jdbc's commit") << u"IF @@TRANCOUNT > 0 COMMIT TRAN"_s << 1;
    QTest::newRow("jdbc's way back") << u"set implicit_transactions off IF @@TRANCOUNT > 0 COMMIT TRAN "_s
                                     << 2;
    QTest::newRow("if else") << u"IF 1 = 1 SELECT 1; ELSE BEGIN SELECT 2; SELECT 3 END"_s << 1;
    QTest::newRow("alias first") << u"SELECT a = b, [c d] = 1, 'e' = 2 FROM t"_s << 1;
    QTest::newRow("alias behind") << u"SELECT a b, c AS 'd', e [f] FROM t u, v AS w"_s << 1;
    QTest::newRow("joins")
        << u"SELECT 1 FROM a JOIN b ON 1=1 LEFT OUTER JOIN (c CROSS JOIN d) ON a.x = c.x FULL JOIN e ON 1=1"_s
        << 1;
    QTest::newRow("nested joins") << u"SELECT 1 FROM a LEFT JOIN b JOIN c ON b.x = c.x ON a.x = b.x"_s << 1;
    QTest::newRow("predicates")
        << u"SELECT 1 WHERE a NOT IN (1, 2) AND b IS NOT NULL AND (c BETWEEN 1 AND 2 OR NOT d LIKE 'x%' ESCAPE '!')"_s
        << 1;
    QTest::newRow("hints") << u"SELECT 1 FROM t WITH (NOLOCK) OPTION (RECOMPILE, MAXDOP 1)"_s << 1;
    QTest::newRow("paging")
        << u"SELECT TOP (5) a FROM t ORDER BY a DESC, 1 OFFSET 5 ROWS FETCH NEXT @n ROWS ONLY"_s << 1;
    QTest::newRow("common tables") << u"WITH a AS (SELECT 1 x), b (y) AS (SELECT x FROM a) SELECT * FROM b"_s
                                   << 1;
    QTest::newRow("context")
        << u"DECLARE @c varbinary(128) = 0x01; WITH CHANGE_TRACKING_CONTEXT (@c) UPDATE t SET a = 1"_s << 2;
    QTest::newRow("insert forms")
        << u"INSERT t VALUES (1, DEFAULT), (2, NULL) INSERT INTO t (a, b) SELECT 1, 2 INSERT t DEFAULT VALUES"_s
        << 3;
    QTest::newRow("update with from")
        << u"UPDATE a SET x = b.y, a.z += 1 FROM t a JOIN u b ON a.i = b.i WHERE b.y > 1"_s << 1;
    QTest::newRow("delete with from") << u"DELETE FROM t DELETE TOP (1) a FROM t a WHERE a.x = 1"_s << 2;
    QTest::newRow("change table") << u"SELECT 1 FROM CHANGETABLE(CHANGES d.s.t, -1, FORCESEEK) AS c (a, b)"_s
                                  << 1;
    QTest::newRow("version of a row") << u"SELECT 1 FROM CHANGETABLE(VERSION t, (a, b), (1, @b)) c"_s << 1;
    QTest::newRow("transactions") << u"BEGIN TRAN t1 SAVE TRANSACTION s ROLLBACK TRAN s COMMIT WORK"_s << 4;
    QTest::newRow("methods")
        << u"SELECT t.a.ToString(), geometry::Point(1, 2, 0), CAST(a AS hierarchyid).ToString() FROM t"_s
        << 1;
    QTest::newRow("principals")
        << u"CREATE LOGIN l WITH PASSWORD = 'x', CHECK_POLICY = OFF CREATE USER u FOR LOGIN l ALTER ROLE r ADD MEMBER u"_s
        << 3;
}

void TestSqlParser::takes()
{
    QFETCH(QString, text);
    QFETCH(int, statements);
    const auto batch = parseBatch(text);
    QVERIFY2(batch, batch ? "" : qPrintable(batch.error().text));
    QCOMPARE(int(batch->statements.size()), statements);
}

void TestSqlParser::namesTheWordAtFault_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("word");

    QTest::newRow("keyword") << u"SELECT 1\nWHILE 1 = 1"_s << 156 << 2 << u"'WHILE'"_s;
    QTest::newRow("missing list") << u"SELECT FROM t"_s << 156 << 1 << u"'FROM'"_s;
    QTest::newRow("word") << u"SELECT 1\nfoo bar baz"_s << 102 << 2 << u"'bar'"_s;
    QTest::newRow("end") << u"SELECT 1 +"_s << 102 << 1 << u"'+'"_s;
    QTest::newRow("condition as value") << u"SELECT (a > b)"_s << 102 << 1 << u"'>'"_s;
    QTest::newRow("value as condition") << u"SELECT 1 WHERE a + 1\nORDER BY 1"_s << 4145 << 1 << u"'ORDER'"_s;
    QTest::newRow("expression as version")
        << u"SELECT 1 FROM CHANGETABLE(CHANGES t, @x + 1) AS c"_s << 102 << 1 << u"'+'"_s;
    QTest::newRow("decimal as version")
        << u"SELECT 1 FROM CHANGETABLE(CHANGES t, 1.5) AS c"_s << 102 << 1 << u"'1.5'"_s;
    QTest::newRow("no alias") << u"SELECT 1\nFROM CHANGETABLE(CHANGES t, 1)"_s << 22104 << 2 << u"aliased"_s;
    QTest::newRow("apply") << u"SELECT 1 FROM a CROSS APPLY b"_s << 102 << 1 << u"'APPLY'"_s;
    QTest::newRow("percent") << u"SELECT TOP 5 PERCENT a FROM t"_s << 156 << 1 << u"'PERCENT'"_s;
    QTest::newRow("into") << u"SELECT a INTO b FROM t"_s << 156 << 1 << u"'INTO'"_s;
    QTest::newRow("merge") << u"MERGE t USING u ON 1 = 1"_s << 156 << 1 << u"'MERGE'"_s;
    QTest::newRow("view") << u"CREATE VIEW v AS SELECT 1"_s << 156 << 1 << u"'VIEW'"_s;
    QTest::newRow("try") << u"BEGIN TRY SELECT 1 END TRY"_s << 102 << 1 << u"'TRY'"_s;
    QTest::newRow("option") << u"SET\nNOTHING ON"_s << 195 << 2 << u"'NOTHING'"_s;
    QTest::newRow("type of a variable")
        << u"DECLARE @a int, @b thing"_s << 2715 << 1 << u"#2: Cannot find data type thing"_s;
    QTest::newRow("type of a cast") << u"SELECT CAST(1 AS thing)"_s << 243 << 1 << u"thing"_s;
    QTest::newRow("long varchar") << u"DECLARE @a varchar(8001)"_s << 131 << 1 << u"(8001)"_s;
    QTest::newRow("long nvarchar") << u"DECLARE @a nvarchar(4001)"_s << 131 << 1 << u"(4000)"_s;
    QTest::newRow("precision") << u"DECLARE @a decimal(39)"_s << 2750 << 1 << u"39"_s;
    QTest::newRow("scale") << u"DECLARE @a decimal(5, 6)"_s << 2751 << 1 << u"6"_s;
    QTest::newRow("fraction") << u"DECLARE @a time(8)"_s << 1002 << 1 << u"8"_s;
    QTest::newRow("digits") << u"SELECT 123456789012345678901234567890123456789"_s << 1007 << 1 << u"123"_s;
    QTest::newRow("option twice")
        << u"ALTER DATABASE d SET CHANGE_TRACKING = ON (AUTO_CLEANUP = ON, AUTO_CLEANUP = OFF)"_s << 5091 << 1
        << u"'AUTO_CLEANUP'"_s;
    QTest::newRow("rows of different length")
        << u"INSERT t VALUES (1), (1, 2)"_s << 10709 << 1 << u"table value"_s;
    QTest::newRow("four parts") << u"SELECT 1 FROM s.d.o.t"_s << 7202 << 1 << u"'s'"_s;
}

void TestSqlParser::namesTheWordAtFault()
{
    QFETCH(QString, text);
    QFETCH(int, number);
    QFETCH(int, line);
    QFETCH(QString, word);
    const auto batch = parseBatch(text);
    QVERIFY(!batch);
    QCOMPARE(batch.error().number, number);
    QCOMPARE(batch.error().line, line);
    QVERIFY2(batch.error().text.contains(word), qPrintable(batch.error().text));
}

void TestSqlParser::keepsPositions()
{
    const auto batch = parseBatch(u"SELECT 1;\n\n  UPDATE t\nSET a = b"_s);
    QVERIFY(batch);
    QCOMPARE(batch->statements[1].at.line, 3);
    QCOMPARE(batch->statements[1].at.offset, 13);
    const auto *update = body<ast::Update>(batch, 1);
    QVERIFY(update != nullptr);
    QCOMPARE(update->assignments[0].value->at.line, 4);
}

void TestSqlParser::keepsPrecedence()
{
    const auto sum = parseExpression(u"1 + 2 * 3 - 4"_s);
    QVERIFY(sum);
    QCOMPARE((*sum)->name, u"-"_s);
    QCOMPARE((*sum)->arguments[0]->name, u"+"_s);
    QCOMPARE((*sum)->arguments[0]->arguments[1]->name, u"*"_s);
    const auto logic = parseCondition(u"NOT a = 1 AND b = 2 OR c = 3"_s);
    QVERIFY(logic);
    QCOMPARE((*logic)->name, u"OR"_s);
    QCOMPARE((*logic)->arguments[0]->name, u"AND"_s);
    QCOMPARE((*logic)->arguments[0]->arguments[0]->name, u"NOT"_s);
    const auto negative = parseExpression(u"-5"_s);
    QVERIFY(negative);
    QCOMPARE(std::get<qint64>((*negative)->value), -5);
    QVERIFY(!parseExpression(u"1 2"_s));
}

void TestSqlParser::readsTables()
{
    const auto batch = parseBatch(uR"(CREATE TABLE [s].[t] (
  [id] int IDENTITY(10, 5) NOT NULL CONSTRAINT pk PRIMARY KEY CLUSTERED,
  a decimal(9, 2) NULL DEFAULT (1 + 2),
  b nvarchar(max) COLLATE Latin1_General_100_BIN2,
  c AS (id * 2) PERSISTED,
  CONSTRAINT u UNIQUE NONCLUSTERED (a ASC, b DESC),
  CHECK (a > 0)) ON [PRIMARY])"_s);
    const auto *table = body<ast::CreateTable>(batch);
    QVERIFY(table != nullptr);
    QCOMPARE(table->table.written(), u"s.t"_s);
    QCOMPARE(table->columns.size(), std::size_t(4));
    QCOMPARE(table->columns[0].identity->seed, 10);
    QCOMPARE(table->columns[0].identity->increment, 5);
    QCOMPARE(table->columns[0].nullable, std::optional(false));
    QCOMPARE(table->columns[1].type.precision, 9);
    QCOMPARE(table->columns[1].defaultText, u"(1 + 2)"_s);
    QVERIFY(table->columns[2].type.isMax());
    QCOMPARE(table->columns[2].collation, std::optional(u"Latin1_General_100_BIN2"_s));
    QCOMPARE(table->columns[3].computedText, u"(id * 2)"_s);
    QVERIFY(table->columns[3].persisted);
    QCOMPARE(table->constraints.size(), std::size_t(3));
    QCOMPARE(table->constraints[0].name, u"pk"_s);
    QCOMPARE(table->constraints[0].columns, QStringList{ u"id"_s });
    QCOMPARE(table->constraints[1].columns, (QStringList{ u"a"_s, u"b"_s }));
    QCOMPARE(table->constraints[2].expressionText, u"a > 0"_s);
}

void TestSqlParser::readsTracking()
{
    const auto batch = parseBatch(
        uR"(ALTER DATABASE CURRENT SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = OFF);
ALTER DATABASE [a b] SET CHANGE_TRACKING (CHANGE_RETENTION = 5 MINUTES);
ALTER DATABASE x SET ALLOW_SNAPSHOT_ISOLATION ON;
ALTER TABLE t ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
ALTER TABLE t DISABLE CHANGE_TRACKING;)"_s);
    const auto *first = body<ast::AlterDatabase>(batch, 0);
    QVERIFY(first != nullptr);
    QVERIFY(first->name.isEmpty());
    const auto &tracking = std::get<ast::DatabaseTracking>(first->options[0]);
    QCOMPARE(tracking.on, std::optional(true));
    QCOMPARE(tracking.retention, std::optional(2));
    QCOMPARE(tracking.retentionUnit, u"DAYS"_s);
    QCOMPARE(tracking.autoCleanup, std::optional(false));
    const auto *second = body<ast::AlterDatabase>(batch, 1);
    QCOMPARE(second->name, u"a b"_s);
    QVERIFY(!std::get<ast::DatabaseTracking>(second->options[0]).on);
    const auto &option = std::get<ast::DatabaseOption>(body<ast::AlterDatabase>(batch, 2)->options[0]);
    QCOMPARE(option.name, u"ALLOW_SNAPSHOT_ISOLATION"_s);
    QCOMPARE(option.value, u"ON"_s);
    const auto &on = std::get<ast::TableTracking>(body<ast::AlterTable>(batch, 3)->action);
    QVERIFY(on.enable);
    QCOMPARE(on.columnsUpdated, std::optional(true));
    QVERIFY(!std::get<ast::TableTracking>(body<ast::AlterTable>(batch, 4)->action).enable);
}

void TestSqlParser::readsPermissions()
{
    const auto batch = parseBatch(
        u"GRANT SELECT (a, b), VIEW CHANGE TRACKING ON SCHEMA::s TO u, public; REVOKE INSERT ON s.t FROM u"_s);
    const auto *grant = body<ast::Permission>(batch);
    QVERIFY(grant != nullptr);
    QCOMPARE(grant->permissions, (QStringList{ u"SELECT"_s, u"VIEW CHANGE TRACKING"_s }));
    QCOMPARE(grant->columns, (QStringList{ u"a"_s, u"b"_s }));
    QVERIFY(grant->securableClass == ast::Permission::Class::Schema);
    QCOMPARE(grant->securable.name, u"s"_s);
    QCOMPARE(grant->principals, (QStringList{ u"u"_s, u"public"_s }));
    const auto *revoke = body<ast::Permission>(batch, 1);
    QVERIFY(revoke->action == ast::Permission::Action::Revoke);
    QCOMPARE(revoke->securable.written(), u"s.t"_s);
}

void TestSqlParser::readsCalls()
{
    const auto batch = parseBatch(u"EXEC @r = practice.fault @kind = error, @row = -5, 'x', @v OUTPUT"_s);
    const auto *call = body<ast::Execute>(batch);
    QVERIFY(call != nullptr);
    QCOMPARE(call->returnVariable, u"@r"_s);
    QCOMPARE(call->procedure.written(), u"practice.fault"_s);
    QCOMPARE(call->arguments.size(), std::size_t(4));
    QCOMPARE(call->arguments[0].name, u"@kind"_s);
    QCOMPARE(std::get<QString>(call->arguments[0].value->value), u"error"_s);
    QCOMPARE(std::get<qint64>(call->arguments[1].value->value), -5);
    QVERIFY(call->arguments[3].output);
}

void TestSqlParser::readsParameters()
{
    const auto parameters = parseParameters(u"@a int, @b nvarchar(10) = N'x' OUTPUT"_s);
    QVERIFY(parameters);
    QCOMPARE(parameters->size(), std::size_t(2));
    QCOMPARE((*parameters)[1].name, u"@b"_s);
    QCOMPARE((*parameters)[1].type.length, 10);
    QVERIFY((*parameters)[1].output);
    QVERIFY(!parseParameters(u"@a int @b int"_s));
}

void TestSqlParser::readsObjectNames()
{
    const auto name = parseObjectName(u"[a b].[c]]d]"_s);
    QVERIFY(name);
    QCOMPARE(name->schema, u"a b"_s);
    QCOMPARE(name->name, u"c]d"_s);
    const auto far = parseObjectName(u"d..t"_s);
    QVERIFY(far);
    QCOMPARE(far->database, u"d"_s);
    QVERIFY(far->schema.isEmpty());
    QVERIFY(!parseObjectName(u"a b"_s));
    QVERIFY(!parseObjectName(QString()));
}

void TestSqlParser::stopsAtDeepNesting()
{
    const auto deep = parseBatch(u"SELECT "_s + QString(5000, u'(') + u'1' + QString(5000, u')'));
    QVERIFY(!deep);
    QCOMPARE(deep.error().number, 191);
    QString chain = u"SELECT 1"_s;
    for (int i = 0; i < 5000; ++i)
        chain += u" + 1"_s;
    QVERIFY(!parseBatch(chain));
}

QTEST_GUILESS_MAIN(TestSqlParser)
#include "tst_sqlparser.moc"
