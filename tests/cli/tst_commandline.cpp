#include "commandline.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void verbIsFound_data();
    void verbIsFound();
    void syncOptionsAreRead();
    void practiceOptionsAreRead();
    void watermarkOptionsAreRead();
    void wrongArgumentsAreNamed_data();
    void wrongArgumentsAreNamed();
    void helpNamesEveryOption();
};

void TestCommandLine::verbIsFound_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Verb>("verb");
    QTest::newRow("none opens the window") << QStringList{} << Verb::Window;
    QTest::newRow("gui with job") << QStringList{ u"--gui"_s, u"--config"_s, u"a.json"_s } << Verb::Window;
    QTest::newRow("config alone syncs") << QStringList{ u"--config"_s, u"a.json"_s } << Verb::Sync;
    QTest::newRow("config with =") << QStringList{ u"--config=a.json"_s, u"-v"_s } << Verb::Sync;
    QTest::newRow("sync") << QStringList{ u"sync"_s, u"-c"_s, u"a.json"_s } << Verb::Sync;
    QTest::newRow("list") << QStringList{ u"list"_s } << Verb::List;
    QTest::newRow("preview") << QStringList{ u"preview"_s, u"-c"_s, u"a.json"_s, u"--mode"_s, u"full"_s,
        u"--json"_s } << Verb::Preview;
    QTest::newRow("status") << QStringList{ u"status"_s, u"-c"_s, u"a.json"_s, u"--json"_s }
                            << Verb::Freshness;
    QTest::newRow("check") << QStringList{ u"check"_s, u"--server"_s, u"h"_s } << Verb::Check;
    QTest::newRow("practice") << QStringList{ u"practice"_s } << Verb::Practice;
    QTest::newRow("demo") << QStringList{ u"demo"_s } << Verb::Demo;
    QTest::newRow("verify") << QStringList{ u"verify"_s, u"--json"_s } << Verb::Verify;
    QTest::newRow("watermark") << QStringList{ u"watermark"_s, u"show"_s } << Verb::Watermark;
    QTest::newRow("help of watermark") << QStringList{ u"watermark"_s, u"--help"_s } << Verb::Help;
    QTest::newRow("version") << QStringList{ u"--version"_s } << Verb::Version;
    QTest::newRow("help") << QStringList{ u"--help"_s } << Verb::Help;
    QTest::newRow("help of a verb") << QStringList{ u"sync"_s, u"--help"_s } << Verb::Help;
}

void TestCommandLine::verbIsFound()
{
    QFETCH(QStringList, arguments);
    QFETCH(Verb, verb);
    const auto line = parseCommandLine(arguments);
    QVERIFY2(line, line ? "" : qPrintable(line.error().text));
    QCOMPARE(line->verb, verb);
}

void TestCommandLine::syncOptionsAreRead()
{
    const auto line = parseCommandLine(
        { u"sync"_s, u"--config"_s, u"job.yaml"_s, u"--output-dir"_s, u"out"_s, u"--watermark-dir"_s,
            u"marks"_s, u"--mode"_s, u"incremental"_s, u"--table"_s, u"dbo.*"_s, u"--table"_s, u"x.y"_s,
            u"--workers"_s, u"8"_s, u"--password-fd"_s, u"3"_s, u"--encrypt"_s, u"strict"_s, u"-q"_s });
    QVERIFY(line);
    QCOMPARE(line->config, u"job.yaml"_s);
    QCOMPARE(line->outputDir, u"out"_s);
    QCOMPARE(line->watermarkDir, u"marks"_s);
    QCOMPARE(line->mode, SyncMode::Incremental);
    QCOMPARE(line->tables, (QStringList{ u"dbo.*"_s, u"x.y"_s }));
    QCOMPARE(line->workers, 8);
    QCOMPARE(line->connection.passwordFd, 3);
    QCOMPARE(line->connection.encrypt, u"strict"_s);
    QVERIFY(line->quiet);
    QVERIFY(!line->verbose);
}

void TestCommandLine::practiceOptionsAreRead()
{
    const auto line =
        parseCommandLine({ u"practice"_s, u"--port"_s, u"1500"_s, u"--seed"_s, u"4294967295"_s, u"--rows"_s,
            u"0"_s, u"--churn"_s, u"2.5"_s, u"--tls"_s, u"required"_s, u"--password"_s, u"p"_s, u"--fault"_s,
            u"kind=close"_s, u"--fault"_s, u"kind=stall row=3"_s, u"--log"_s, u"a.log"_s, u"--read-only"_s });
    QVERIFY(line);
    QCOMPARE(line->practice.faults, (QStringList{ u"kind=close"_s, u"kind=stall row=3"_s }));
    QCOMPARE(line->practice.logFile, u"a.log"_s);
    QVERIFY(line->practice.readOnly);
    QCOMPARE(line->practice.port, 1500);
    QCOMPARE(line->practice.seed, 4294967295U);
    QCOMPARE(line->practice.rows, 0);
    QCOMPARE(line->practice.churn, 2.5);
    QCOMPARE(line->practice.tls, u"required"_s);
    QCOMPARE(line->practice.databases, 1);
}

void TestCommandLine::watermarkOptionsAreRead()
{
    const auto line = parseCommandLine({ u"watermark"_s, u"set"_s, u"--table"_s, u"dbo.orders"_s,
        u"--version"_s, u"0"_s, u"--watermark-dir"_s, u"marks"_s, u"--yes"_s });
    QVERIFY2(line, line ? "" : qPrintable(line.error().text));
    QCOMPARE(line->watermark.action, u"set"_s);
    QCOMPARE(line->watermark.version, std::optional<qint64>(0));
    QVERIFY(line->watermark.yes);
    QCOMPARE(line->tables, QStringList{ u"dbo.orders"_s });
    QCOMPARE(line->watermarkDir, u"marks"_s);
}

void TestCommandLine::wrongArgumentsAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown verb") << QStringList{ u"snyc"_s } << u"snyc"_s;
    QTest::newRow("unknown option") << QStringList{ u"sync"_s, u"--confg"_s, u"x"_s } << u"confg"_s;
    QTest::newRow("options of another verb")
        << QStringList{ u"practice"_s, u"--json"_s, u"--sql"_s } << u"See tidemark practice --help."_s;
    QTest::newRow("value missing") << QStringList{ u"list"_s, u"--database"_s } << u"--database"_s;
    QTest::newRow("preview without job") << QStringList{ u"preview"_s } << u"preview needs a job"_s;
    QTest::newRow("sync without job") << QStringList{ u"sync"_s } << u"--config"_s;
    QTest::newRow("mode") << QStringList{ u"--config"_s, u"a"_s, u"--mode"_s, u"fast"_s } << u"fast"_s;
    QTest::newRow("workers 0") << QStringList{ u"--config"_s, u"a"_s, u"--workers"_s, u"0"_s }
                               << u"--workers"_s;
    QTest::newRow("workers text") << QStringList{ u"--config"_s, u"a"_s, u"--workers"_s, u"two"_s }
                                  << u"two"_s;
    QTest::newRow("port") << QStringList{ u"practice"_s, u"--port"_s, u"65536"_s } << u"65536"_s;
    QTest::newRow("fraction of a row") << QStringList{ u"practice"_s, u"--rows"_s, u"1.5"_s } << u"1.5"_s;
    QTest::newRow("stray word") << QStringList{ u"demo"_s, u"now"_s } << u"now"_s;
    QTest::newRow("watermark without action") << QStringList{ u"watermark"_s } << u"show, reset"_s;
    QTest::newRow("unknown action") << QStringList{ u"watermark"_s, u"rest"_s } << u"rest"_s;
    QTest::newRow("reset without table") << QStringList{ u"watermark"_s, u"reset"_s } << u"--table"_s;
    const QStringList set{ u"watermark"_s, u"set"_s, u"--table"_s, u"dbo.a"_s };
    QTest::newRow("set without version") << set << u"--version"_s;
    QTest::newRow("negative version") << set + QStringList{ u"--version=-1"_s } << u"-1"_s;
    QTest::newRow("version of a reset") << QStringList{ u"watermark"_s, u"reset"_s, u"--table"_s, u"a"_s,
        u"--version"_s, u"3"_s } << u"--version"_s;
    QTest::newRow("password as argument")
        << QStringList{ u"list"_s, u"--password"_s, u"x"_s } << u"password"_s;
}

void TestCommandLine::wrongArgumentsAreNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto line = parseCommandLine(arguments);
    QVERIFY(!line);
    QCOMPARE(line.error().kind, ErrorKind::Configuration);
    QVERIFY2(line.error().text.contains(named), qPrintable(line.error().text));
    QVERIFY(line.error().text.endsWith(u" --help."_s));
    QVERIFY2(!line.error().text.contains(u".."_s), qPrintable(line.error().text));
}

void TestCommandLine::helpNamesEveryOption()
{
    const auto line = parseCommandLine({ u"sync"_s, u"--help"_s });
    QVERIFY(line);
    for (const QString &option : { u"--config"_s, u"--output-dir"_s, u"--watermark-dir"_s, u"--mode"_s,
             u"--table"_s, u"--workers"_s, u"--verbose"_s, u"--quiet"_s })
        QVERIFY2(line->helpText.contains(option), qPrintable(option));
    QVERIFY2(line->helpText.contains(u"Usage: tidemark sync"_s), qPrintable(line->helpText));
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
