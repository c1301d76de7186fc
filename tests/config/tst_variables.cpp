#include "variables.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestVariables : public QObject {
    Q_OBJECT

private slots:
    void envLines_data();
    void envLines();
    void envWarnings_data();
    void envWarnings();
    void envFileIsFoundInAFolder();
    void expansion_data();
    void expansion();
    void expansionFails_data();
    void expansionFails();
    void escapedTextExpandsToItself_data();
    void escapedTextExpandsToItself();
    void environmentOfTheProcess();
};

void TestVariables::envLines_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("value"); // of NAME
    QTest::newRow("plain") << "NAME=value\n"_ba << u"value"_s;
    QTest::newRow("no line end") << "NAME=value"_ba << u"value"_s;
    QTest::newRow("CR LF") << "A=1\r\nNAME=value\r\nB=2\r\n"_ba << u"value"_s;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFNAME=value\n"_ba << u"value"_s;
    QTest::newRow("export") << "export NAME=value\n"_ba << u"value"_s;
    QTest::newRow("blanks") << "  NAME =  a value  \n"_ba << u"a value"_s;
    QTest::newRow("comment after") << "NAME=value # no\n"_ba << u"value"_s;
    QTest::newRow("# inside") << "NAME=pass#word\n"_ba << u"pass#word"_s;
    QTest::newRow("equals inside") << "NAME=a=b==\n"_ba << u"a=b=="_s;
    QTest::newRow("empty") << "NAME=\n"_ba << u""_s;
    QTest::newRow("only a comment") << "NAME= # nothing\n"_ba << u""_s;
    QTest::newRow("single quotes") << R"(NAME='a\n "b" # c ${X}' # no)"_ba << uR"(a\n "b" # c ${X})"_s;
    QTest::newRow("double quotes") << R"(NAME="a\n\"b\" \\ \$ \q # c")"_ba << u"a\n\"b\" \\ $ \\q # c"_s;
    QTest::newRow("several lines") << "A=1\nNAME=\"one\ntwo\"\nB=2\n"_ba << u"one\ntwo"_s;
    QTest::newRow("apostrophe inside") << "NAME=it's\n"_ba << u"it's"_s;
    QTest::newRow("the last counts") << "NAME=old\nNAME=new\n"_ba << u"new"_s;
    QTest::newRow("after a comment") << "# NAME=no\n\n   # no\nNAME=yes\n"_ba << u"yes"_s;
    QTest::newRow("angle brackets") << "NAME=<your-password>\n"_ba << u"<your-password>"_s;
}

void TestVariables::envLines()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, value);
    const EnvFile file = parseEnvFile(content, u"x.env"_s);
    QCOMPARE(file.warnings, QStringList());
    QVERIFY(file.values.contains(u"NAME"_s));
    QCOMPARE(file.values.value(u"NAME"_s), value);
}

void TestVariables::envWarnings_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("warning");
    QTest::newRow("no equals") << "A=1\nsecret words\nB=2\n"_ba
                               << u"x.env, line 2: this is not NAME=value; the line is ignored."_s;
    QTest::newRow("bad name") << "A=1\nB=2\n\n1X=secret\n"_ba
                              << u"x.env, line 4: this is not NAME=value; the line is ignored."_s;
    QTest::newRow("open quote") << "A=1\nX=\"secret\nB=2\n"_ba
                                << u"x.env, line 2: the quote of X is not closed; the line is ignored."_s;
    QTest::newRow("text after quote") << "A=1\n\nX='a' secret\nB=2\n"_ba
                                      << u"x.env, line 3: text after the closing quote of X is ignored."_s;
    QTest::newRow("line after a text of two lines")
        << "A=\"1\n\"\nsecret\nB=2\n"_ba << u"x.env, line 3: this is not NAME=value; the line is ignored."_s;
}

void TestVariables::envWarnings()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, warning);
    const EnvFile file = parseEnvFile(content, u"x.env"_s);
    QCOMPARE(file.warnings, QStringList(warning));
    QVERIFY(!file.warnings.join(u' ').contains(u"secret"_s));
    QVERIFY(file.values.contains(u"A"_s));
    QCOMPARE(file.values.value(u"B"_s), u"2"_s);
}

void TestVariables::envFileIsFoundInAFolder()
{
    const QTemporaryDir folder;
    QVERIFY(readEnvFile(folder.path()).values.isEmpty());
    QFile file(folder.filePath(u".env"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("SERVER=here\nwrong\n");
    file.close();
    const EnvFile read = readEnvFile(folder.path());
    QCOMPARE(read.values, (Variables{ { u"SERVER"_s, u"here"_s } }));
    QCOMPARE(read.warnings.size(), 1);
    QVERIFY(read.warnings.constFirst().startsWith(file.fileName()));
}

void TestVariables::expansion_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expanded");
    QTest::newRow("none") << u"a $b {c} $$"_s << u"a $b {c} $$"_s;
    QTest::newRow("alone") << u"${A}"_s << u"1"_s;
    QTest::newRow("inside") << u"x${A}y${B}z"_s << u"x1ytwoz"_s;
    QTest::newRow("empty value") << u"<${EMPTY}>"_s << u"<>"_s;
    QTest::newRow("not twice") << u"${DOLLAR}"_s << u"${A}"_s;
    QTest::newRow("escaped") << u"$${A} ${A}"_s << u"${A} 1"_s;
    QTest::newRow("escaped, open") << u"$${"_s << u"${"_s;
    QTest::newRow("dollar before escape") << u"$$${A}"_s << u"$${A}"_s;
}

void TestVariables::expansion()
{
    QFETCH(QString, text);
    QFETCH(QString, expanded);
    const Variables variables{ { u"A"_s, u"1"_s }, { u"B"_s, u"two"_s }, { u"EMPTY"_s, u""_s },
        { u"DOLLAR"_s, u"${A}"_s } };
    const auto result = expandVariables(text, variables);
    QVERIFY(result);
    QCOMPARE(*result, expanded);
}

void TestVariables::expansionFails_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ExpansionError::Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("unset") << u"a${NOT_SET}"_s << ExpansionError::Kind::Unset << u"NOT_SET"_s;
    QTest::newRow("second unset") << u"${A}${NOT_SET}"_s << ExpansionError::Kind::Unset << u"NOT_SET"_s;
    QTest::newRow("open") << u"${A"_s << ExpansionError::Kind::NotClosed << u""_s;
    QTest::newRow("empty") << u"${}"_s << ExpansionError::Kind::BadName << u""_s;
    QTest::newRow("default") << u"${A:-x}"_s << ExpansionError::Kind::BadName << u"A:-x"_s;
}

void TestVariables::expansionFails()
{
    QFETCH(QString, text);
    QFETCH(ExpansionError::Kind, kind);
    QFETCH(QString, name);
    const auto result = expandVariables(text, { { u"A"_s, u"1"_s } });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().name, name);
}

void TestVariables::escapedTextExpandsToItself_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : { u"plain"_s, u"${A}"_s, u"$${A}"_s, u"$$${"_s, u"a$"_s, u"${${"_s, u"$"_s })
        QTest::newRow(qPrintable(text)) << text;
}

void TestVariables::escapedTextExpandsToItself()
{
    QFETCH(QString, text);
    const auto result = expandVariables(escapeVariables(text), {});
    QVERIFY(result);
    QCOMPARE(*result, text);
}

void TestVariables::environmentOfTheProcess()
{
    qputenv("TIDEMARK_TEST_VARIABLE", "häßlich");
    QCOMPARE(
        systemVariables().value(u"TIDEMARK_TEST_VARIABLE"_s), qEnvironmentVariable("TIDEMARK_TEST_VARIABLE"));
    QVERIFY(!systemVariables().value(u"TIDEMARK_TEST_VARIABLE"_s).isEmpty());
}

QTEST_APPLESS_MAIN(TestVariables)
#include "tst_variables.moc"
