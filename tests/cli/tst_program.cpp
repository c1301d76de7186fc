#include "appservices.h"
#include "programsite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QMap>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// Runs the program itself: what a person or a script meets, exit codes and messages included.
class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void helpAndVersion();
    void withoutDisplaySaysWhatToDo();
    void wrongJobIsRefused_data();
    void wrongJobIsRefused();
    void noDriverIsNamed();
    void serverDown();
    void stopWhileConnecting_data();
    void stopWhileConnecting();
    void stopWhileAServerStarts_data();
    void stopWhileAServerStarts();
    void windowEndsOnASignal();
    void killedServersAreClearedAway();

    void practiceTellsHowToReachIt();
    void practiceRunsAScript();
    void syncsThroughEachDriver_data();
    void syncsThroughEachDriver();
    void surroundingsChangeNothing_data();
    void surroundingsChangeNothing();
    void badInputIsNamed_data();
    void badInputIsNamed();
    void lockedTablesAreTold();
    void folderThatCannotBeMade_data();
    void folderThatCannotBeMade();
    void fullOutputIsTold();
    void listAndCheck();
    void checkPrintsTheScript();
    void missingGrantIsNamed();
    void aClosedDatabaseHidesNoOther();
    void quietPrintsOnlyWhatIsWrong_data();
    void quietPrintsOnlyWhatIsWrong();
    void filterThatFitsNothingIsTheCause_data();
    void filterThatFitsNothingIsTheCause();
    void demoShowsThreeSyncs_data();
    void demoShowsThreeSyncs();

private:
    void driverRows();
    static bool catchesSignals(const QProcess &process);
    ProgramOutcome run(const QStringList &arguments) { return m_site->run(arguments); }
    QJsonObject startPractice() { return m_site->startPractice({ u"--rows"_s, u"20"_s }); }
    QString path(const QString &name) const { return m_site->path(name); }

    std::unique_ptr<ProgramSite> m_site;
};

/// True once a signal no longer just kills it. Until it has become the program it is a copy of this test,
/// which catches signals as well.
bool TestProgram::catchesSignals(const QProcess &process)
{
    const QFileInfo running(u"/proc/%1/exe"_s.arg(process.processId()));
    QFile status(u"/proc/%1/status"_s.arg(process.processId()));
    if (running.canonicalFilePath() != QFileInfo(QStringLiteral(TIDEMARK_PROGRAM)).canonicalFilePath()
        || !status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    const QByteArray caught = text.mid(text.indexOf("SigCgt:") + 7).split('\n').value(0).trimmed();
    return (caught.toULongLong(nullptr, 16) >> (SIGTERM - 1) & 1) != 0;
}

void TestProgram::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(TIDEMARK_PROGRAM)), TIDEMARK_PROGRAM);
}

void TestProgram::init()
{
    m_site = std::make_unique<ProgramSite>();
    QVERIFY(m_site->isValid());
}

void TestProgram::cleanup()
{
    QVERIFY(m_site->stopPractice());
    const QStringList left = QDir(path(u"tmp"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' '))); // whatever ended the program
    m_site.reset();
}

void TestProgram::helpAndVersion()
{
    const ProgramOutcome version = run({ u"--version"_s });
    QCOMPARE(version.code, 0);
    QVERIFY2(version.output.startsWith(u"tidemark "_s), version.all().constData());
    const ProgramOutcome help = run({ u"--help"_s });
    QCOMPARE(help.code, 0);
    for (const QString &verb :
        { u"sync"_s, u"list"_s, u"check"_s, u"preview"_s, u"status"_s, u"practice"_s, u"demo"_s })
        QVERIFY2(help.output.contains(u"  "_s + verb + u' '), help.all().constData());
    const ProgramOutcome wrong = run({ u"snyc"_s });
    QCOMPARE(wrong.code, 2);
    QCOMPARE(wrong.output, QString());
    QVERIFY2(wrong.errors.contains(u"snyc"_s), wrong.all().constData());
}

void TestProgram::withoutDisplaySaysWhatToDo()
{
    const ProgramOutcome outcome = run({});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.output, QString());
    for (const QString &part : { u"display"_s, u"--config"_s, u"--help"_s, u"demo"_s })
        QVERIFY2(outcome.errors.contains(part), outcome.all().constData());
}

void TestProgram::wrongJobIsRefused_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QStringList>("named");
    const auto withTables = [](const QByteArray &tables) {
        return QByteArray(R"({"server": "h", "user": "u", "password": "p", "tables": )") + tables + '}';
    };
    QTest::newRow("no file") << QByteArray() << QStringList{ u"job.json"_s };
    QTest::newRow("broken") << QByteArray("{\"server\": \"h\",\n \"tables\": [}")
                            << QStringList{ u"job.json"_s };
    QTest::newRow("unset variable") << QByteArray(R"({"server": "${NOT_SET}", "user": "u", "password": "p",
            "tables": [{"database": "d", "table": "dbo.t"}]})")
                                    << QStringList{ u"job.json"_s, u"NOT_SET"_s, u"server"_s };
    QTest::newRow("unknown mode") << withTables(R"([{"database": "d", "table": "dbo.t", "mode": "fast"}])")
                                  << QStringList{ u"job.json"_s, u"fast"_s, u"full_incremental"_s };
    QTest::newRow("wrong type") << withTables("7") << QStringList{ u"job.json"_s, u"tables"_s };
    QTest::newRow("table twice") << withTables(
        R"([{"database": "d", "table": "dbo.t"}, {"database": "d", "table": "dbo.t"}])")
                                 << QStringList{ u"job.json"_s, u"dbo.t"_s };
    QTest::newRow("no tables") << QByteArray(R"({"server": "h", "user": "u", "password": "p"})")
                               << QStringList{ u"tables"_s };
    QTest::newRow("no server") << QByteArray(R"({"user": "u", "password": "p",
        "tables": [{"database": "d", "table": "dbo.t"}]})")
                               << QStringList{ u"server"_s };
    QTest::newRow("no password") << QByteArray(R"({"server": "h", "user": "u",
        "tables": [{"database": "d", "table": "dbo.t"}]})")
                                 << QStringList{ u"u@h"_s, u"TIDEMARK_PASSWORD"_s };
    QTest::newRow("options that do not fit")
        << QByteArray(R"({"server": "h", "user": "u", "password": "p", "csv": {"delimiter": "\""},
            "tables": [{"database": "d", "table": "dbo.t"}]})")
        << QStringList{ u"d.dbo.t"_s };
}

void TestProgram::wrongJobIsRefused()
{
    QFETCH(QByteArray, job);
    QFETCH(QStringList, named);
    if (!job.isEmpty())
        QVERIFY(m_site->write(u"job.json"_s, job));
    const ProgramOutcome outcome = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(outcome.code == 2, outcome.all().constData());
    QCOMPARE(outcome.output, QString());
    for (const QString &part : named)
        QVERIFY2(outcome.errors.contains(part), outcome.all().constData());
    QVERIFY2(!QDir(path(u"data"_s)).exists(), "nothing may be made for a job that is refused");
}

void TestProgram::noDriverIsNamed()
{
    QVERIFY(m_site->write(u"odbcinst.ini"_s, ""));
    QVERIFY(m_site->write(u"job.json"_s, R"({"server": "127.0.0.1,1", "user": "u", "password": "p",
        "tables": [{"database": "d", "table": "dbo.t"}]})"));
    m_site->environment.insert(u"ODBCSYSINI"_s, m_site->folder());
    const ProgramOutcome outcome = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(outcome.code == 3, outcome.all().constData());
    QCOMPARE(outcome.lines().size(), 1);
    QCOMPARE(outcome.lines()[0][u"kind"_s], u"driver"_s);
    QVERIFY2(outcome.errors.contains(u"tdsodbc"_s), outcome.all().constData());

    const ProgramOutcome demo = run({ u"demo"_s });
    QVERIFY2(demo.code == 3, demo.all().constData());
    QVERIFY2(demo.errors.contains(u"tdsodbc"_s), demo.all().constData());
}

void TestProgram::serverDown()
{
    QTcpServer taken; // a port that nobody listens on
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(taken.serverPort());
    taken.close();
    QVERIFY(m_site->write(
        u"job.json"_s, R"({"connection": {"server": "127.0.0.1,)" + port + R"(", "user": "u", "password": "p",
            "login_timeout": 1}, "policies": {"retries": 0}, "tables": [{"database": "d", "table": "dbo.a"},
            {"database": "d", "table": "dbo.b"}]})"));
    const ProgramOutcome outcome = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(outcome.code == 3, outcome.all().constData());
    QCOMPARE(outcome.lines().size(), 2);
    QCOMPARE(outcome.lines()[0][u"table"_s], u"dbo.a"_s);
    QCOMPARE(outcome.lines()[1][u"table"_s], u"dbo.b"_s);
    for (const QJsonObject &line : outcome.lines()) {
        QCOMPARE(line[u"status"_s], u"error"_s);
        QCOMPARE(line[u"kind"_s], u"connection"_s);
    }
    QVERIFY2(outcome.errors.contains(QString::fromLatin1(port)), outcome.all().constData());

    const ProgramOutcome check = run({ u"check"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(check.code == 5, check.all().constData());
    QVERIFY2(check.output.contains(u"wrong"_s), check.all().constData());
    const ProgramOutcome preview = run({ u"preview"_s, u"--config"_s, u"job.json"_s, u"--json"_s });
    QVERIFY2(preview.code == 3, preview.all().constData());
    QCOMPARE(preview.lines()[1][u"action"_s], u"error"_s);
    const ProgramOutcome status = run({ u"status"_s, u"--config"_s, u"job.json"_s, u"--json"_s });
    QVERIFY2(status.code == 3, status.all().constData());
    QCOMPARE(status.lines()[1][u"state"_s], u"never-synced"_s);
    QVERIFY2(status.errors.contains(QString::fromLatin1(port)), status.all().constData());
    const ProgramOutcome list = run({ u"list"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(list.code == 3, list.all().constData());
    QCOMPARE(list.output, QString());
}

void TestProgram::stopWhileConnecting_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

/// A server that takes the connection and never says a word: nothing interrupts a driver that waits for it.
void TestProgram::stopWhileConnecting()
{
    QFETCH(int, signal);
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QVERIFY(m_site->write(u"job.json"_s,
        R"({"connection": {"server": "127.0.0.1,)" + QByteArray::number(silent.serverPort())
            + R"(", "user": "u", "password": "p", "login_timeout": 30},
            "tables": [{"database": "d", "table": "dbo.t"}, {"database": "e", "table": "dbo.*"}]})"));
    const auto process = m_site->start({ u"--config"_s, u"job.json"_s });
    QVERIFY(silent.waitForNewConnection(ProgramSite::patience));
    QElapsedTimer timer;
    timer.start();
    ::kill(pid_t(process->processId()), signal);
    const ProgramOutcome outcome = ProgramSite::finish(*process);
    QVERIFY2(outcome.code == 128 + signal, outcome.all().constData());
    QVERIFY2(timer.elapsed() < 10'000, "the driver's own time to wait is 30 s");
    QVERIFY2(!outcome.lines().isEmpty(), outcome.all().constData());
    for (const QJsonObject &line : outcome.lines())
        QCOMPARE(line[u"status"_s], u"cancelled"_s);
    QVERIFY(!QDir(path(u"data"_s)).exists());
}

void TestProgram::stopWhileAServerStarts_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("tables") << QStringList{ u"practice"_s, u"--tables"_s, u"20000"_s };
    QTest::newRow("rows") << QStringList{ u"practice"_s, u"--rows"_s, u"10000000"_s };
}

void TestProgram::stopWhileAServerStarts()
{
    QFETCH(QStringList, arguments);
    const auto process = m_site->start(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(catchesSignals(*process), ProgramSite::patience);
    QVERIFY(!process->waitForFinished(500));
    QElapsedTimer timer;
    timer.start();
    process->terminate();
    const ProgramOutcome outcome = ProgramSite::finish(*process);
    QVERIFY2(outcome.code == 128 + SIGTERM, outcome.all().constData());
    QVERIFY2(timer.elapsed() < 10'000, "it goes on");
}

/// As when a session ends: it asks nobody.
void TestProgram::windowEndsOnASignal()
{
    m_site->environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    const auto process = m_site->start(QStringList());
    QTRY_VERIFY_WITH_TIMEOUT(
        process->state() == QProcess::NotRunning || catchesSignals(*process), ProgramSite::patience);
    process->terminate();
    const ProgramOutcome outcome = ProgramSite::finish(*process);
    if (outcome.code == 2)
        QSKIP("This build has no window.");
    QVERIFY2(outcome.code == 128 + SIGTERM, outcome.all().constData());
}

void TestProgram::driverRows()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : tidemark::AppServices().driverNames())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestProgram::killedServersAreClearedAway()
{
    const QDir temporary(path(u"tmp"_s));
    const auto folders = [&] { return temporary.entryList(QDir::Dirs | QDir::NoDotAndDotDot); };
    QVERIFY(!startPractice().isEmpty());
    const QStringList killed = folders();
    QCOMPARE(killed.size(), 1);
    m_site->practice().kill();
    ProgramSite::finish(m_site->practice());
    QCOMPARE(folders(), killed);
    QVERIFY(!startPractice().isEmpty());
    const QStringList running = folders();
    QCOMPARE(running.size(), 1);
    QVERIFY(running != killed);
    const auto another = m_site->start({ u"practice"_s, u"--rows"_s, u"20"_s });
    QVERIFY(another->waitForReadyRead(ProgramSite::patience));
    QCOMPARE(folders().size(), 2); // the one that runs is left alone
    another->terminate();
    QCOMPARE(ProgramSite::finish(*another).code, 0);
}

void TestProgram::practiceTellsHowToReachIt()
{
    const QJsonObject practice = startPractice();
    QVERIFY(practice[u"server"_s].toString().startsWith(u"127.0.0.1,"_s));
    QVERIFY(!practice[u"password"_s].toString().isEmpty());
    QCOMPARE(practice[u"databases"_s].toArray(), QJsonArray{ u"shop"_s });
    QVERIFY(QFile::exists(practice[u"certificate"_s].toString()));
    const ProgramOutcome taken =
        run({ u"practice"_s, u"--port"_s, practice[u"server"_s].toString().section(u',', 1) });
    QVERIFY2(taken.code == 2, taken.all().constData());
    QCOMPARE(taken.output, QString());

    QVERIFY(m_site->stopPractice());
}

void TestProgram::practiceRunsAScript()
{
    QVERIFY(m_site->write(u"more.sql"_s,
        "CREATE TABLE dbo.more (id int PRIMARY KEY, note nvarchar(20))\n"
        "ALTER TABLE dbo.more ENABLE CHANGE_TRACKING\nGO\n"
        "INSERT dbo.more VALUES (1, N'Zürich'), (2, NULL)\ngo\n"));
    const QJsonObject practice = m_site->startPractice({ u"--script"_s, u"more.sql"_s });
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(practice, { u"dbo.more"_s })));
    const ProgramOutcome sync = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(sync.code == 0, sync.all().constData());
    QCOMPARE(sync.lines()[0][u"rows_written"_s], 2);

    QVERIFY(m_site->write(u"bad.sql"_s, "SELECT 1\nGO\n\nSELECT 1\nSELECT 1 FROM nowhere\nGO\n"));
    const ProgramOutcome bad = run({ u"practice"_s, u"--script"_s, u"bad.sql"_s });
    QVERIFY2(bad.code == 2, bad.all().constData());
    QCOMPARE(bad.output, QString());
    for (const QString &part : { u"bad.sql, line 5"_s, u"nowhere"_s, u"208"_s })
        QVERIFY2(bad.errors.contains(part), bad.all().constData());
    const ProgramOutcome none = run({ u"practice"_s, u"--script"_s, u"none.sql"_s });
    QVERIFY2(none.code == 2 && none.errors.contains(u"none.sql"_s), none.all().constData());
}

void TestProgram::syncsThroughEachDriver_data()
{
    driverRows();
}

void TestProgram::syncsThroughEachDriver()
{
    QFETCH(QString, driver);
    QJsonObject job =
        ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s, u"DBO.Customers"_s, u"dbo.order_lines"_s });
    QJsonObject connection = job[u"connection"_s].toObject();
    connection.insert(u"driver"_s, driver);
    job.insert(u"connection"_s, connection);
    QJsonArray tables = job[u"tables"_s].toArray();
    QJsonObject customers = tables[1].toObject();
    customers.insert(u"database"_s, u"SHOP"_s); // typed so, called shop
    tables[1] = customers;
    job.insert(u"tables"_s, tables);
    QVERIFY(m_site->writeJob(job));

    const ProgramOutcome first = run({ u"--config"_s, u"job.json"_s, u"--workers"_s, u"3"_s });
    QVERIFY2(first.code == 0, first.all().constData());
    const QStringList names{ u"dbo.orders"_s, u"dbo.customers"_s, u"dbo.order_lines"_s };
    QCOMPARE(first.lines().size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QJsonObject line = first.lines()[i];
        QCOMPARE(line[u"database"_s], u"shop"_s);
        QCOMPARE(line[u"table"_s].toString(), names[i]);
        QCOMPARE(line[u"status"_s], u"done"_s);
        QCOMPARE(line[u"mode"_s], u"full"_s);
        QVERIFY(line[u"rows_written"_s].toInteger() > 0);
        QVERIFY(QFile::exists(line[u"files"_s].toArray().at(0).toString()));
        QCOMPARE(line[u"warnings"_s].toArray(), QJsonArray());
    }
    QVERIFY2(first.errors.contains(u"3 tables: 3 done"_s), first.all().constData());
    QVERIFY2(!first.errors.contains(u'\r'), first.all().constData());

    const ProgramOutcome second = run({ u"sync"_s, u"--config"_s, u"job.json"_s, u"--table"_s, u"dbo.*"_s });
    QVERIFY2(second.code == 0, second.all().constData());
    for (const QJsonObject &line : second.lines())
        QCOMPARE(line[u"status"_s], u"nothing-new"_s);

    const ProgramOutcome one = run({ u"--config"_s, u"job.json"_s, u"--table"_s, u"customers"_s, u"--mode"_s,
        u"full"_s, u"--quiet"_s, u"--output-dir"_s, u"data"_s });
    QVERIFY2(one.code == 0, one.all().constData());
    QCOMPARE(one.lines().size(), 1);
    QCOMPARE(one.errors, QString());
}

void TestProgram::surroundingsChangeNothing_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("locale");
    QTest::newRow("west, half hours, German") << u"America/St_Johns"_s << u"de_DE.UTF-8"_s;
    QTest::newRow("east, quarter hours, Arabic") << u"Asia/Kathmandu"_s << u"ar_EG.UTF-8"_s;
    QTest::newRow("the far side, Turkish") << u"Pacific/Kiritimati"_s << u"tr_TR.UTF-8"_s;
}

/// Another time zone and locale: the same bytes in the files, the same words for scripts.
void TestProgram::surroundingsChangeNothing()
{
    QFETCH(QString, zone);
    QFETCH(QString, locale);
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.every_type"_s, u"dbo.orders"_s })));
    const auto synced = [this](const QString &folder) {
        const ProgramOutcome outcome = run({ u"--config"_s, u"job.json"_s, u"--output-dir"_s, folder,
            u"--watermark-dir"_s, folder + u"-marks"_s });
        QStringList seen{ QString::number(outcome.code) };
        for (QJsonObject line : outcome.lines()) {
            for (const QJsonValue &name : line[u"files"_s].toArray()) {
                QFile file(name.toString());
                if (file.open(QIODevice::ReadOnly))
                    seen += QString::fromUtf8(file.readAll());
            }
            for (const QString &changing : { u"files"_s, u"duration_seconds"_s, u"time_seconds"_s })
                line.remove(changing);
            seen += QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
        }
        return seen;
    };
    m_site->environment.insert(u"TZ"_s, u"UTC"_s);
    m_site->environment.insert(u"LC_ALL"_s, u"C"_s);
    const QStringList plain = synced(u"plain"_s);
    m_site->environment.insert(u"TZ"_s, zone);
    m_site->environment.insert(u"LC_ALL"_s, locale);
    m_site->environment.insert(u"LANG"_s, locale);
    const QStringList other = synced(u"other"_s);
    QCOMPARE(plain.size(), 5);
    QCOMPARE(plain.constFirst(), u"0"_s);
    QCOMPARE(other, plain);
}

void TestProgram::badInputIsNamed_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("named");
    QTest::newRow("no such table") << u"dbo.nowhere"_s << QStringList() << QString() << 1 << u"not-found"_s
                                   << u"dbo.nowhere"_s;
    QTest::newRow("not tracked") << u"dbo.suppliers"_s << QStringList() << QString() << 1 << u"not-tracked"_s
                                 << u"ENABLE CHANGE_TRACKING"_s;
    QTest::newRow("no key") << u"dbo.web_visits"_s << QStringList() << QString() << 1 << u"no-key"_s
                            << u"primary key"_s;
    QTest::newRow("no watermark") << u"dbo.orders"_s << QStringList{ u"--mode"_s, u"incremental"_s }
                                  << QString() << 1 << u"no-watermark"_s << u"full"_s;
    QTest::newRow("pattern without table")
        << u"dbo.zz*"_s << QStringList() << QString() << 1 << u"not-found"_s << u"dbo.zz*"_s;
    QTest::newRow("filter without table") << u"dbo.orders"_s << QStringList{ u"--table"_s, u"dbo.oders"_s }
                                          << QString() << 2 << u"configuration"_s << u"dbo.oders"_s;
    QTest::newRow("wrong password") << u"dbo.orders"_s << QStringList() << u"not-the-password"_s << 3
                                    << u"login"_s << u"refused"_s;
}

void TestProgram::badInputIsNamed()
{
    QFETCH(QString, table);
    QFETCH(QStringList, options);
    QFETCH(QString, password);
    QFETCH(int, code);
    QFETCH(QString, kind);
    QFETCH(QString, named);
    QJsonObject practice = startPractice();
    if (!password.isEmpty())
        practice.insert(u"password"_s, password);
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(practice, { table })));
    const ProgramOutcome outcome = run(QStringList{ u"--config"_s, u"job.json"_s } + options);
    QVERIFY2(outcome.code == code, outcome.all().constData());
    QCOMPARE(outcome.lines().size(), 1);
    QCOMPARE(outcome.lines()[0][u"status"_s], u"error"_s);
    QCOMPARE(outcome.lines()[0][u"kind"_s].toString(), kind);
    QVERIFY2(outcome.errors.contains(named), outcome.all().constData());
    if (!password.isEmpty())
        QVERIFY2(!outcome.all().contains(password.toUtf8()), outcome.all().constData());
    QVERIFY2(!QDir(path(u"data/shop/dbo"_s)).exists()
            || QDir(path(u"data/shop/dbo"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty(),
        "nothing may be published");
}

void TestProgram::lockedTablesAreTold()
{
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s })));
    QCOMPARE(run({ u"--config"_s, u"job.json"_s }).code, 0);
    QLockFile lock(path(u"watermarks/shop/dbo/orders/.sync.lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    const ProgramOutcome outcome = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(outcome.code == 4, outcome.all().constData());
    QCOMPARE(outcome.lines()[0][u"kind"_s], u"locked"_s);
    QVERIFY2(outcome.errors.contains(QString::number(QCoreApplication::applicationPid())),
        outcome.all().constData());
}

void TestProgram::folderThatCannotBeMade_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("folder");
    QTest::newRow("output below a file") << u"--output-dir"_s << u"plain/data"_s;
    QTest::newRow("watermarks below a file") << u"--watermark-dir"_s << u"plain/marks"_s;
    QTest::newRow("output is a file") << u"--output-dir"_s << u"plain"_s;
    QTest::newRow("nobody may write there") << u"--output-dir"_s << u"/proc/tidemark"_s;
}

void TestProgram::folderThatCannotBeMade()
{
    QFETCH(QString, option);
    QFETCH(QString, folder);
    QVERIFY(m_site->write(u"plain"_s, "a file"));
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s })));
    const ProgramOutcome outcome = run({ u"--config"_s, u"job.json"_s, option, folder });
    QVERIFY2(outcome.code == 1, outcome.all().constData());
    QCOMPARE(outcome.lines().size(), 1);
    QCOMPARE(outcome.lines()[0][u"kind"_s], u"storage"_s);
    QVERIFY2(outcome.errors.contains(folder.section(u'/', 0, 0)), outcome.all().constData());
    QFile plain(path(u"plain"_s));
    QVERIFY(plain.open(QIODevice::ReadOnly));
    QCOMPARE(plain.readAll(), QByteArray("a file"));
}

void TestProgram::fullOutputIsTold()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("this system has no /dev/full");
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s })));
    QProcess process;
    process.setProcessEnvironment(m_site->environment);
    process.setWorkingDirectory(m_site->folder());
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(TIDEMARK_PROGRAM), { u"--config"_s, u"job.json"_s });
    const ProgramOutcome outcome = ProgramSite::finish(process);
    QVERIFY2(outcome.code == 1, outcome.all().constData());
    QVERIFY2(outcome.errors.contains(u"Standard output"_s), outcome.all().constData());
    // The sync itself went on.
    QVERIFY(QFile::exists(path(u"data/shop/dbo/orders/manifest.json"_s)));
}

void TestProgram::listAndCheck()
{
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s, u"dbo.suppliers"_s })));
    const ProgramOutcome list =
        run({ u"list"_s, u"--config"_s, u"job.json"_s, u"--json"_s, u"--table"_s, u"dbo.*"_s });
    QVERIFY2(list.code == 0, list.all().constData());
    QMap<QString, QJsonObject> tables;
    for (const QJsonObject &line : list.lines())
        tables.insert(line[u"table"_s].toString(), line);
    QCOMPARE(tables[u"dbo.orders"_s][u"tracked"_s], true);
    QCOMPARE(tables[u"dbo.suppliers"_s][u"tracked"_s], false);
    QCOMPARE(tables[u"dbo.web_visits"_s][u"primary_key"_s], false);
    const ProgramOutcome text = run({ u"list"_s, u"--config"_s, u"job.json"_s, u"--database"_s, u"shop"_s });
    QVERIFY2(text.code == 0 && text.output.contains(u"shop.dbo.web_visits"_s), text.all().constData());

    const ProgramOutcome wrong = run({ u"check"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(wrong.code == 5, wrong.all().constData());
    QVERIFY2(wrong.output.contains(u"ALTER TABLE [dbo].[suppliers] ENABLE CHANGE_TRACKING"_s),
        wrong.all().constData());
    const ProgramOutcome well =
        run({ u"check"_s, u"--config"_s, u"job.json"_s, u"--table"_s, u"dbo.orders"_s });
    QVERIFY2(well.code == 0, well.all().constData());

    const ProgramOutcome json = run({ u"check"_s, u"--config"_s, u"job.json"_s, u"--json"_s });
    QVERIFY2(json.code == 5, json.all().constData());
    const QList<QJsonObject> lines = json.lines();
    const auto found = std::find_if(lines.cbegin(), lines.cend(), [](const QJsonObject &line) {
        return line[u"step"_s] == u"change tracking of shop.dbo.suppliers"_s;
    });
    QVERIFY2(found != lines.cend(), json.all().constData());
    const QJsonObject &step = *found;
    QCOMPARE(step[u"outcome"_s], u"wrong"_s);
    QCOMPARE(step[u"remedy"_s], u"ALTER TABLE [dbo].[suppliers] ENABLE CHANGE_TRACKING;"_s);
    QCOMPARE(step[u"sql"_s], step[u"remedy"_s]);
    QCOMPARE(step[u"database"_s], u"shop"_s);
    QCOMPARE(step[u"table"_s], u"dbo.suppliers"_s);
    for (const QString &key : { u"text"_s, u"why"_s, u"check"_s })
        QVERIFY2(!step[key].toString().isEmpty(), qPrintable(key));
    QVERIFY(step[u"seconds"_s].isDouble());
}

/// The script that check prints, run by the practice server, makes the check come out well.
void TestProgram::checkPrintsTheScript()
{
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s, u"dbo.suppliers"_s })));
    const ProgramOutcome script = run({ u"check"_s, u"--config"_s, u"job.json"_s, u"--sql"_s });
    QVERIFY2(script.code == 5, script.all().constData());
    QVERIFY2(script.output.contains(u"USE [shop];\nGO\n"_s)
            && script.output.contains(u"\nALTER TABLE [dbo].[suppliers] ENABLE CHANGE_TRACKING;\nGO\n"_s),
        script.all().constData());
    QVERIFY(m_site->stopPractice());

    QVERIFY(m_site->write(u"mend.sql"_s, script.output.toUtf8()));
    QVERIFY(m_site->writeJob(
        ProgramSite::jobFor(m_site->startPractice({ u"--rows"_s, u"20"_s, u"--script"_s, u"mend.sql"_s }),
            { u"dbo.orders"_s, u"dbo.suppliers"_s })));
    const ProgramOutcome again = run({ u"check"_s, u"--config"_s, u"job.json"_s, u"--sql"_s });
    QVERIFY2(again.code == 0, again.all().constData());
    QVERIFY2(again.output.contains(u"There is nothing to run"_s), again.all().constData());
    QVERIFY2(!again.output.contains(u"GO\n"_s), again.all().constData());
    const ProgramOutcome both = run({ u"check"_s, u"--config"_s, u"job.json"_s, u"--sql"_s, u"--json"_s });
    QVERIFY2(both.code == 2 && both.output.isEmpty(), both.all().constData());
}

/// The practice server's login "analyst" may read the tables, but not see their changes.
void TestProgram::missingGrantIsNamed()
{
    QJsonObject practice = startPractice();
    practice.insert(u"user"_s, u"analyst"_s);
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(practice, { u"dbo.orders"_s })));
    const ProgramOutcome check = run({ u"check"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(check.code == 5, check.all().constData());
    const QString grant = u"GRANT VIEW CHANGE TRACKING ON [dbo].[orders] TO [analyst];"_s;
    QVERIFY2(check.output.contains(grant), check.all().constData());
    const ProgramOutcome sync = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(sync.code == 1, sync.all().constData());
    QCOMPARE(sync.lines()[0][u"kind"_s], u"permission"_s);
    QVERIFY2(sync.errors.contains(grant), sync.all().constData());
}

void TestProgram::aClosedDatabaseHidesNoOther()
{
    QJsonObject job = ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s });
    QJsonArray tables = job[u"tables"_s].toArray();
    tables.prepend(QJsonObject{ { u"database"_s, u"nowhere"_s }, { u"table"_s, u"dbo.t"_s } });
    job.insert(u"tables"_s, tables);
    QVERIFY(m_site->writeJob(job));
    const ProgramOutcome status = run({ u"status"_s, u"--config"_s, u"job.json"_s, u"--json"_s });
    QVERIFY2(status.code == 3, status.all().constData());
    QVERIFY2(status.errors.contains(u"nowhere"_s), status.all().constData());
    for (const QJsonObject &line : status.lines())
        QCOMPARE(line[u"asked"_s].toBool(), line[u"database"_s] == u"shop"_s);
    const ProgramOutcome list = run({ u"list"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(list.code == 1, list.all().constData());
    QVERIFY2(list.errors.contains(u"nowhere"_s), list.all().constData());
    QVERIFY2(list.output.contains(u"shop.dbo.orders"_s), list.all().constData());
}

void TestProgram::quietPrintsOnlyWhatIsWrong_data()
{
    QTest::addColumn<QString>("verb");
    for (const QString &verb : { u"check"_s, u"preview"_s, u"status"_s })
        QTest::newRow(qPrintable(verb)) << verb;
}

void TestProgram::quietPrintsOnlyWhatIsWrong()
{
    QFETCH(QString, verb);
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s, u"dbo.suppliers"_s })));
    const QStringList quiet{ verb, u"--config"_s, u"job.json"_s, u"--quiet"_s };
    const ProgramOutcome some = run(quiet);
    QVERIFY2(some.code != 0 && some.errors.isEmpty(), some.all().constData());
    QVERIFY2(some.output.contains(u"dbo.suppliers"_s), some.all().constData());
    QVERIFY2(!some.output.contains(u"dbo.orders"_s), some.all().constData());
    const ProgramOutcome none = run(quiet + QStringList{ u"--table"_s, u"dbo.orders"_s });
    QVERIFY2(none.code == 0 && none.errors.isEmpty() && none.output.isEmpty(), none.all().constData());
    const ProgramOutcome json = run(quiet + QStringList{ u"--json"_s });
    QVERIFY2(json.output.contains(u"dbo.orders"_s), json.all().constData());
}

void TestProgram::filterThatFitsNothingIsTheCause_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("code");
    QTest::newRow("sync") << u"sync"_s << 2;
    QTest::newRow("preview") << u"preview"_s << 2;
    QTest::newRow("status") << u"status"_s << 2;
    QTest::newRow("list") << u"list"_s << 2;
    QTest::newRow("check") << u"check"_s << 5;
}

/// Neither the rights nor anything else.
void TestProgram::filterThatFitsNothingIsTheCause()
{
    QFETCH(QString, verb);
    QFETCH(int, code);
    QVERIFY(m_site->writeJob(ProgramSite::jobFor(startPractice(), { u"dbo.orders"_s })));
    const ProgramOutcome outcome =
        run({ verb, u"--config"_s, u"job.json"_s, u"--table"_s, u"oders"_s, u"--quiet"_s });
    QVERIFY2(outcome.code == code, outcome.all().constData());
    QString said = outcome.output + outcome.errors;
    said.remove(u'\\'); // of JSON
    for (const QString &wrong : { u".oders"_s, u"this login"_s })
        QVERIFY2(!said.contains(wrong), outcome.all().constData());
    QVERIFY2(said.contains(u"fits \"oders\""_s), outcome.all().constData());
}

void TestProgram::demoShowsThreeSyncs_data()
{
    driverRows();
}

void TestProgram::demoShowsThreeSyncs()
{
    QFETCH(QString, driver);
    // A list of drivers with this one alone, since the demo takes the best.
    QFile all(m_site->environment.value(u"ODBCSYSINI"_s, u"/etc"_s) + u"/odbcinst.ini"_s);
    QVERIFY(all.open(QIODevice::ReadOnly));
    const QString sections = QString::fromUtf8(all.readAll());
    const qsizetype begin = sections.indexOf(u'[' + driver + u']');
    QVERIFY2(begin >= 0, qPrintable(driver));
    const qsizetype end = sections.indexOf(u"\n["_s, begin);
    QVERIFY(
        m_site->write(u"odbcinst.ini"_s, sections.mid(begin, end < 0 ? -1 : end - begin).toUtf8() + '\n'));
    m_site->environment.insert(u"ODBCSYSINI"_s, m_site->folder());

    const ProgramOutcome outcome = run({ u"demo"_s, u"--keep"_s, u"kept"_s });
    QVERIFY2(outcome.code == 0, outcome.all().constData());
    QCOMPARE(outcome.errors, QString());
    for (const QString &part : { driver, u"First sync"_s, u"Second sync"_s, u"Third sync"_s, u"1 change "_s,
             u"3 changes"_s, u",U,7,"_s, u",D,2,"_s, u"Zürich"_s })
        QVERIFY2(outcome.output.contains(part), outcome.all().constData());
    QCOMPARE(outcome.output.count(u"nothing new"_s), 5); // one table, then all three and the title
    QVERIFY(QFile::exists(path(u"kept/data/shop/dbo/orders/manifest.json"_s)));
    const ProgramOutcome again = run({ u"demo"_s, u"--keep"_s, u"kept"_s });
    QVERIFY2(again.code == 2, again.all().constData());
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
