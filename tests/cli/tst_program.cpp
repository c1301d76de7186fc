#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
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

private:
    std::unique_ptr<QProcess> start(const QStringList &arguments, const QProcessEnvironment &environment);
    Outcome finish(QProcess &process);
    Outcome run(const QStringList &arguments);
    Outcome runWith(const QStringList &arguments, const QProcessEnvironment &environment);
    void write(const QString &name, const QByteArray &content);
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
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

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
