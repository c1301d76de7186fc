#include "jobloading.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

#include <unistd.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// In a folder of its own, with an environment of its own.
class TestJobLoading : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void jobFileIsRead();
    void optionsGoBeforeTheJobFile();
    void environmentServesWithoutJobFile();
    void passwordComesFromFileDescriptor();
    void missingPasswordSaysHowToGiveIt();
    void warningsAreSaid();
    void errorsAreOfTheConfiguration();

private:
    Result<SyncJob> load(const CommandLine &line);
    void write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
    QString m_said;
};

void TestJobLoading::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir::setCurrent(m_folder.path()));
    qputenv("HOME", m_folder.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestJobLoading::init()
{
    for (const char *name :
        { "TIDEMARK_SERVER", "TIDEMARK_USER", "TIDEMARK_PASSWORD", "SERVER", "ADMIN_USER", "ADMIN_PASSWORD" })
        qunsetenv(name);
    m_said.clear();
}

Result<SyncJob> TestJobLoading::load(const CommandLine &line)
{
    const std::unique_ptr<FILE, int (*)(FILE *)> errors(std::tmpfile(), std::fclose);
    Console console(Verbosity::Normal, stdout, errors.get(), false);
    const Result<SyncJob> job = loadJob(line, console);
    std::rewind(errors.get());
    QByteArray said(8192, '\0');
    said.resize(qsizetype(std::fread(said.data(), 1, size_t(said.size()), errors.get())));
    m_said = QString::fromUtf8(said);
    return job;
}

void TestJobLoading::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestJobLoading::jobFileIsRead()
{
    write(u"job.json"_s, R"({"server": "h", "user": "u", "password": "${SECRET}", "max_workers": 3,
        "tables": [{"database": "shop", "table": "dbo.orders", "mode": "full"}]})");
    qputenv("SECRET", "a;b}c");
    CommandLine line;
    line.config = u"job.json"_s;
    line.tables = { u"dbo.*"_s };
    const Result<SyncJob> job = load(line);
    QVERIFY2(job, job ? "" : qPrintable(job.error().text));
    QCOMPARE(job->connection.server, u"h"_s);
    QCOMPARE(job->password.reveal(), u"a;b}c"_s);
    QCOMPARE(job->maxWorkers, 3);
    QCOMPARE(job->outputDir, QDir::current().absoluteFilePath(u"data"_s));
    QCOMPARE(job->tables.size(), 1);
    QCOMPARE(job->tables[0].mode, SyncMode::Full);
    QCOMPARE(job->only, QStringList{ u"dbo.*"_s });
}

void TestJobLoading::optionsGoBeforeTheJobFile()
{
    write(u"job.json"_s, R"({"server": "h", "user": "u", "password": "p", "output_dir": "out",
        "tables": [{"database": "shop", "table": "dbo.orders", "mode": "full"}]})");
    CommandLine line;
    line.config = u"job.json"_s;
    line.connection.server = u"other,1500"_s;
    line.connection.encrypt = u"strict"_s;
    line.connection.trustServerCertificate = true;
    line.outputDir = u"elsewhere"_s;
    line.mode = SyncMode::Incremental;
    line.workers = 7;
    const Result<SyncJob> job = load(line);
    QVERIFY2(job, job ? "" : qPrintable(job.error().text));
    QCOMPARE(job->connection.server, u"other,1500"_s);
    QCOMPARE(job->connection.encrypt, Encryption::Strict);
    QVERIFY(job->connection.trustServerCertificate);
    QCOMPARE(job->outputDir, QDir::current().absoluteFilePath(u"elsewhere"_s));
    QCOMPARE(job->tables[0].mode, SyncMode::Incremental);
    QCOMPARE(job->maxWorkers, 7);
}

void TestJobLoading::environmentServesWithoutJobFile()
{
    qputenv("SERVER", "older");
    qputenv("TIDEMARK_USER", "u");
    qputenv("TIDEMARK_PASSWORD", "p");
    CommandLine line;
    line.verb = Verb::List;
    const Result<SyncJob> job = load(line);
    QVERIFY2(job, job ? "" : qPrintable(job.error().text));
    QCOMPARE(job->connection.server, u"older"_s);
    QCOMPARE(job->connection.user, u"u"_s);
    QCOMPARE(job->password.reveal(), u"p"_s);
    QVERIFY(job->tables.isEmpty());
}

void TestJobLoading::passwordComesFromFileDescriptor()
{
    qputenv("TIDEMARK_SERVER", "h");
    qputenv("TIDEMARK_USER", "u");
    qputenv("TIDEMARK_PASSWORD", "not this one");
    int ends[2] = { -1, -1 };
    QCOMPARE(pipe(ends), 0);
    QCOMPARE(::write(ends[1], "secret\n", 7), 7);
    close(ends[1]);
    CommandLine line;
    line.verb = Verb::List;
    line.connection.passwordFd = ends[0];
    const Result<SyncJob> job = load(line);
    close(ends[0]);
    QVERIFY2(job, job ? "" : qPrintable(job.error().text));
    QCOMPARE(job->password.reveal(), u"secret"_s);
}

void TestJobLoading::missingPasswordSaysHowToGiveIt()
{
    if (isatty(STDIN_FILENO) == 1)
        QSKIP("standard input is a terminal, so the password would be asked for");
    CommandLine line;
    line.verb = Verb::List;
    line.connection.server = u"h"_s;
    line.connection.user = u"u"_s;
    const Result<SyncJob> job = load(line);
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::Configuration);
    for (const QString &part : { u"u@h"_s, u"TIDEMARK_PASSWORD"_s, u"--password-fd"_s })
        QVERIFY2(job.error().text.contains(part), qPrintable(job.error().text));
}

void TestJobLoading::warningsAreSaid()
{
    write(u"job.json"_s, R"({"server": "h", "user": "u", "password": "p", "tabels": 1,
        "tables": [{"database": "shop", "table": "dbo.orders"}]})");
    CommandLine line;
    line.config = u"job.json"_s;
    QVERIFY(load(line));
    QVERIFY2(m_said.contains(u"warning: "_s) && m_said.contains(u"tabels"_s), qPrintable(m_said));
}

void TestJobLoading::errorsAreOfTheConfiguration()
{
    CommandLine line;
    line.config = u"nowhere.json"_s;
    const Result<SyncJob> job = load(line);
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::Configuration);
    QVERIFY2(describe(job.error()).contains(u"nowhere.json"_s), qPrintable(describe(job.error())));
}

QTEST_GUILESS_MAIN(TestJobLoading)
#include "tst_jobloading.moc"
