#include "appservices.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QMap>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000;

struct Outcome {
    int code = -1;
    QString output;
    QString errors;

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QString &line : output.split(u'\n', Qt::SkipEmptyParts))
            objects += QJsonDocument::fromJson(line.toUtf8()).object();
        return objects;
    }
    QByteArray all() const
    {
        return (u"code "_s + QString::number(code) + u"\nstdout: "_s + output + u"\nstderr: "_s + errors)
            .toUtf8();
    }
};

} // namespace

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

    void practiceTellsHowToReachIt();
    void syncsThroughEachDriver_data();
    void syncsThroughEachDriver();
    void badInputIsNamed_data();
    void badInputIsNamed();
    void lockedTablesAreTold();
    void folderThatCannotBeMade_data();
    void folderThatCannotBeMade();
    void fullOutputIsTold();
    void listAndCheck();
    void missingGrantIsNamed();
    void demoShowsThreeSyncs_data();
    void demoShowsThreeSyncs();

private:
    void driverRows();
    QJsonObject startPractice();
    QJsonObject jobFor(const QJsonObject &practice, const QStringList &tables) const;
    void writeJob(const QJsonObject &job);
    std::unique_ptr<QProcess> start(const QStringList &arguments, const QProcessEnvironment &environment);
    Outcome finish(QProcess &process);
    Outcome run(const QStringList &arguments);
    Outcome runWith(const QStringList &arguments, const QProcessEnvironment &environment);
    void write(const QString &name, const QByteArray &content);
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_practice;
};

void TestProgram::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(TIDEMARK_PROGRAM)), TIDEMARK_PROGRAM);
}

void TestProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_environment = QProcessEnvironment();
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : { u"PATH"_s, u"ODBCSYSINI"_s, u"ODBCINI"_s, u"ASAN_OPTIONS"_s,
             u"UBSAN_OPTIONS"_s, u"TSAN_OPTIONS"_s, u"LD_LIBRARY_PATH"_s }) {
        if (own.contains(name))
            m_environment.insert(name, own.value(name));
    }
    m_environment.insert(u"HOME"_s, m_folder->path());
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
}

void TestProgram::cleanup()
{
    if (m_practice && m_practice->state() != QProcess::NotRunning) {
        m_practice->terminate();
        QVERIFY(m_practice->waitForFinished(patience));
    }
    m_practice.reset();
    m_folder.reset();
}

std::unique_ptr<QProcess> TestProgram::start(
    const QStringList &arguments, const QProcessEnvironment &environment)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder->path());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QStringLiteral(TIDEMARK_PROGRAM), arguments);
    return process;
}

Outcome TestProgram::finish(QProcess &process)
{
    Outcome outcome;
    if (!process.waitForFinished(patience))
        process.kill();
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

Outcome TestProgram::run(const QStringList &arguments)
{
    return runWith(arguments, m_environment);
}

Outcome TestProgram::runWith(const QStringList &arguments, const QProcessEnvironment &environment)
{
    return finish(*start(arguments, environment));
}

void TestProgram::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestProgram::helpAndVersion()
{
    const Outcome version = run({ u"--version"_s });
    QCOMPARE(version.code, 0);
    QVERIFY2(version.output.startsWith(u"tidemark "_s), version.all().constData());
    const Outcome help = run({ u"--help"_s });
    QCOMPARE(help.code, 0);
    for (const QString &verb : { u"sync"_s, u"list"_s, u"check"_s, u"practice"_s, u"demo"_s })
        QVERIFY2(help.output.contains(u"  "_s + verb + u' '), help.all().constData());
    const Outcome wrong = run({ u"snyc"_s });
    QCOMPARE(wrong.code, 2);
    QCOMPARE(wrong.output, QString());
    QVERIFY2(wrong.errors.contains(u"snyc"_s), wrong.all().constData());
}

void TestProgram::withoutDisplaySaysWhatToDo()
{
    const Outcome outcome = run({});
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
        write(u"job.json"_s, job);
    const Outcome outcome = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(outcome.code == 2, outcome.all().constData());
    QCOMPARE(outcome.output, QString());
    for (const QString &part : named)
        QVERIFY2(outcome.errors.contains(part), outcome.all().constData());
    QVERIFY2(!QDir(path(u"data"_s)).exists(), "nothing may be made for a job that is refused");
}

void TestProgram::noDriverIsNamed()
{
    write(u"odbcinst.ini"_s, "");
    write(u"job.json"_s, R"({"server": "127.0.0.1,1", "user": "u", "password": "p",
        "tables": [{"database": "d", "table": "dbo.t"}]})");
    QProcessEnvironment environment = m_environment;
    environment.insert(u"ODBCSYSINI"_s, m_folder->path());
    const Outcome outcome = runWith({ u"--config"_s, u"job.json"_s }, environment);
    QVERIFY2(outcome.code == 3, outcome.all().constData());
    QCOMPARE(outcome.lines().size(), 1);
    QCOMPARE(outcome.lines()[0][u"kind"_s], u"driver"_s);
    QVERIFY2(outcome.errors.contains(u"tdsodbc"_s), outcome.all().constData());

    const Outcome demo = runWith({ u"demo"_s }, environment);
    QVERIFY2(demo.code == 3, demo.all().constData());
    QVERIFY2(demo.errors.contains(u"tdsodbc"_s), demo.all().constData());
}

void TestProgram::serverDown()
{
    QTcpServer taken; // a port that nobody listens on
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(taken.serverPort());
    taken.close();
    write(
        u"job.json"_s, R"({"connection": {"server": "127.0.0.1,)" + port + R"(", "user": "u", "password": "p",
            "login_timeout": 1}, "policies": {"retries": 0}, "tables": [{"database": "d", "table": "dbo.a"},
            {"database": "d", "table": "dbo.b"}]})");
    const Outcome outcome = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(outcome.code == 3, outcome.all().constData());
    QCOMPARE(outcome.lines().size(), 2);
    QCOMPARE(outcome.lines()[0][u"table"_s], u"dbo.a"_s);
    QCOMPARE(outcome.lines()[1][u"table"_s], u"dbo.b"_s);
    for (const QJsonObject &line : outcome.lines()) {
        QCOMPARE(line[u"status"_s], u"error"_s);
        QCOMPARE(line[u"kind"_s], u"connection"_s);
    }
    QVERIFY2(outcome.errors.contains(QString::fromLatin1(port)), outcome.all().constData());

    const Outcome check = run({ u"check"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(check.code == 5, check.all().constData());
    QVERIFY2(check.output.contains(u"wrong"_s), check.all().constData());
    const Outcome list = run({ u"list"_s, u"--config"_s, u"job.json"_s });
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
    write(u"job.json"_s,
        R"({"connection": {"server": "127.0.0.1,)" + QByteArray::number(silent.serverPort())
            + R"(", "user": "u", "password": "p", "login_timeout": 30},
            "tables": [{"database": "d", "table": "dbo.t"}, {"database": "e", "table": "dbo.*"}]})");
    const auto process = start({ u"--config"_s, u"job.json"_s }, m_environment);
    QVERIFY(silent.waitForNewConnection(patience));
    QElapsedTimer timer;
    timer.start();
    ::kill(pid_t(process->processId()), signal);
    const Outcome outcome = finish(*process);
    QVERIFY2(outcome.code == 128 + signal, outcome.all().constData());
    QVERIFY2(timer.elapsed() < 10'000, "the driver's own time to wait is 30 s");
    QVERIFY2(!outcome.lines().isEmpty(), outcome.all().constData());
    for (const QJsonObject &line : outcome.lines())
        QCOMPARE(line[u"status"_s], u"cancelled"_s);
    QVERIFY(!QDir(path(u"data"_s)).exists());
}

void TestProgram::driverRows()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : tidemark::AppServices().driverNames())
        QTest::newRow(qPrintable(driver)) << driver;
}

/// What the practice server says of itself once it is ready.
QJsonObject TestProgram::startPractice()
{
    m_practice = start({ u"practice"_s, u"--rows"_s, u"20"_s, u"--quiet"_s }, m_environment);
    while (!m_practice->canReadLine() && m_practice->waitForReadyRead(patience)) { }
    return QJsonDocument::fromJson(m_practice->readLine()).object();
}

QJsonObject TestProgram::jobFor(const QJsonObject &practice, const QStringList &tables) const
{
    QJsonArray list;
    for (const QString &table : tables)
        list += QJsonObject{ { u"database"_s, u"shop"_s }, { u"table"_s, table } };
    return { { u"connection"_s,
                 QJsonObject{ { u"server"_s, practice[u"server"_s] }, { u"user"_s, practice[u"user"_s] },
                     { u"password"_s, practice[u"password"_s] }, { u"login_timeout"_s, 10 },
                     { u"ca_file"_s, practice[u"certificate"_s] },
                     { u"host_name_in_certificate"_s, u"localhost"_s } } },
        { u"policies"_s, QJsonObject{ { u"retries"_s, 0 } } }, { u"tables"_s, list } };
}

void TestProgram::writeJob(const QJsonObject &job)
{
    write(u"job.json"_s, QJsonDocument(job).toJson());
}

void TestProgram::practiceTellsHowToReachIt()
{
    const QJsonObject practice = startPractice();
    QVERIFY(practice[u"server"_s].toString().startsWith(u"127.0.0.1,"_s));
    QVERIFY(!practice[u"password"_s].toString().isEmpty());
    QCOMPARE(practice[u"databases"_s].toArray(), QJsonArray{ u"shop"_s });
    QVERIFY(QFile::exists(practice[u"certificate"_s].toString()));
    const Outcome taken =
        run({ u"practice"_s, u"--port"_s, practice[u"server"_s].toString().section(u',', 1) });
    QVERIFY2(taken.code == 1, taken.all().constData());
    QCOMPARE(taken.output, QString());

    m_practice->terminate();
    QVERIFY(m_practice->waitForFinished(patience));
    QCOMPARE(m_practice->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_practice->exitCode(), 0);
}

void TestProgram::syncsThroughEachDriver_data()
{
    driverRows();
}

void TestProgram::syncsThroughEachDriver()
{
    QFETCH(QString, driver);
    QJsonObject job = jobFor(startPractice(), { u"dbo.orders"_s, u"DBO.Customers"_s, u"dbo.order_lines"_s });
    QJsonObject connection = job[u"connection"_s].toObject();
    connection.insert(u"driver"_s, driver);
    job.insert(u"connection"_s, connection);
    writeJob(job);

    const Outcome first = run({ u"--config"_s, u"job.json"_s, u"--workers"_s, u"3"_s });
    QVERIFY2(first.code == 0, first.all().constData());
    const QStringList names{ u"dbo.orders"_s, u"dbo.customers"_s, u"dbo.order_lines"_s };
    QCOMPARE(first.lines().size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QJsonObject line = first.lines()[i];
        QCOMPARE(line[u"table"_s].toString(), names[i]);
        QCOMPARE(line[u"status"_s], u"done"_s);
        QCOMPARE(line[u"mode"_s], u"full"_s);
        QVERIFY(line[u"rows_written"_s].toInteger() > 0);
        QVERIFY(QFile::exists(line[u"files"_s].toArray().at(0).toString()));
        QCOMPARE(line[u"warnings"_s].toArray(), QJsonArray());
    }
    QVERIFY2(first.errors.contains(u"3 tables: 3 done"_s), first.all().constData());
    QVERIFY2(!first.errors.contains(u'\r'), first.all().constData());

    const Outcome second = run({ u"sync"_s, u"--config"_s, u"job.json"_s, u"--table"_s, u"dbo.*"_s });
    QVERIFY2(second.code == 0, second.all().constData());
    for (const QJsonObject &line : second.lines())
        QCOMPARE(line[u"status"_s], u"nothing-new"_s);

    const Outcome one = run({ u"--config"_s, u"job.json"_s, u"--table"_s, u"customers"_s, u"--mode"_s,
        u"full"_s, u"--quiet"_s, u"--output-dir"_s, u"data"_s });
    QVERIFY2(one.code == 0, one.all().constData());
    QCOMPARE(one.lines().size(), 1);
    QCOMPARE(one.errors, QString());
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
    writeJob(jobFor(practice, { table }));
    const Outcome outcome = run(QStringList{ u"--config"_s, u"job.json"_s } + options);
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
    writeJob(jobFor(startPractice(), { u"dbo.orders"_s }));
    QCOMPARE(run({ u"--config"_s, u"job.json"_s }).code, 0);
    QLockFile lock(path(u"watermarks/shop/dbo/orders/.sync.lock"_s));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    const Outcome outcome = run({ u"--config"_s, u"job.json"_s });
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
    write(u"plain"_s, "a file");
    writeJob(jobFor(startPractice(), { u"dbo.orders"_s }));
    const Outcome outcome = run({ u"--config"_s, u"job.json"_s, option, folder });
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
    writeJob(jobFor(startPractice(), { u"dbo.orders"_s }));
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder->path());
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(TIDEMARK_PROGRAM), { u"--config"_s, u"job.json"_s });
    const Outcome outcome = finish(process);
    QVERIFY2(outcome.code == 1, outcome.all().constData());
    QVERIFY2(outcome.errors.contains(u"Standard output"_s), outcome.all().constData());
    // The sync itself went on.
    QVERIFY(QFile::exists(path(u"data/shop/dbo/orders/manifest.json"_s)));
}

void TestProgram::listAndCheck()
{
    writeJob(jobFor(startPractice(), { u"dbo.orders"_s, u"dbo.suppliers"_s }));
    const Outcome list =
        run({ u"list"_s, u"--config"_s, u"job.json"_s, u"--json"_s, u"--table"_s, u"dbo.*"_s });
    QVERIFY2(list.code == 0, list.all().constData());
    QMap<QString, QJsonObject> tables;
    for (const QJsonObject &line : list.lines())
        tables.insert(line[u"table"_s].toString(), line);
    QCOMPARE(tables[u"dbo.orders"_s][u"tracked"_s], true);
    QCOMPARE(tables[u"dbo.suppliers"_s][u"tracked"_s], false);
    QCOMPARE(tables[u"dbo.web_visits"_s][u"primary_key"_s], false);
    const Outcome text = run({ u"list"_s, u"--config"_s, u"job.json"_s, u"--database"_s, u"shop"_s });
    QVERIFY2(text.code == 0 && text.output.contains(u"shop.dbo.web_visits"_s), text.all().constData());

    const Outcome wrong = run({ u"check"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(wrong.code == 5, wrong.all().constData());
    QVERIFY2(wrong.output.contains(u"ALTER TABLE [dbo].[suppliers] ENABLE CHANGE_TRACKING"_s),
        wrong.all().constData());
    const Outcome well = run({ u"check"_s, u"--config"_s, u"job.json"_s, u"--table"_s, u"dbo.orders"_s });
    QVERIFY2(well.code == 0, well.all().constData());
}

/// The practice server's login "analyst" may read the tables, but not see their changes.
void TestProgram::missingGrantIsNamed()
{
    QJsonObject practice = startPractice();
    practice.insert(u"user"_s, u"analyst"_s);
    writeJob(jobFor(practice, { u"dbo.orders"_s }));
    const Outcome check = run({ u"check"_s, u"--config"_s, u"job.json"_s });
    QVERIFY2(check.code == 5, check.all().constData());
    const QString grant = u"GRANT VIEW CHANGE TRACKING ON [dbo].[orders] TO [analyst];"_s;
    QVERIFY2(check.output.contains(grant), check.all().constData());
    const Outcome sync = run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(sync.code == 1, sync.all().constData());
    QCOMPARE(sync.lines()[0][u"kind"_s], u"permission"_s);
    QVERIFY2(sync.errors.contains(grant), sync.all().constData());
}

void TestProgram::demoShowsThreeSyncs_data()
{
    driverRows();
}

void TestProgram::demoShowsThreeSyncs()
{
    QFETCH(QString, driver);
    // A list of drivers with this one alone, since the demo takes the best.
    QProcessEnvironment environment = m_environment;
    QFile all(m_environment.value(u"ODBCSYSINI"_s, u"/etc"_s) + u"/odbcinst.ini"_s);
    QVERIFY(all.open(QIODevice::ReadOnly));
    const QString sections = QString::fromUtf8(all.readAll());
    const qsizetype begin = sections.indexOf(u'[' + driver + u']');
    QVERIFY2(begin >= 0, qPrintable(driver));
    const qsizetype end = sections.indexOf(u"\n["_s, begin);
    write(u"odbcinst.ini"_s, sections.mid(begin, end < 0 ? -1 : end - begin).toUtf8() + '\n');
    environment.insert(u"ODBCSYSINI"_s, m_folder->path());

    const Outcome outcome = runWith({ u"demo"_s, u"--keep"_s, u"kept"_s }, environment);
    QVERIFY2(outcome.code == 0, outcome.all().constData());
    QCOMPARE(outcome.errors, QString());
    for (const QString &part : { driver, u"First sync"_s, u"Second sync"_s, u"Third sync"_s, u"1 change "_s,
             u"3 changes"_s, u",U,7,"_s, u",D,2,"_s, u"Zürich"_s })
        QVERIFY2(outcome.output.contains(part), outcome.all().constData());
    QCOMPARE(outcome.output.count(u"nothing new"_s), 5); // one table, then all three and the title
    QVERIFY(QFile::exists(path(u"kept/data/shop/dbo/orders/manifest.json"_s)));
    const Outcome again = runWith({ u"demo"_s, u"--keep"_s, u"kept"_s }, environment);
    QVERIFY2(again.code == 2, again.all().constData());
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
