#include "programsite.h"
#include "syncsite.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <memory>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rowCount = 20'000;

// Rows stop coming in the middle of the table, so that whatever happens next happens there.
constexpr char stallInTheMiddle[] =
    "EXEC practice.fault @kind = N'stall', @statement = N'[orders]', @row = 12000";

} // namespace

/// The program in the middle of a table when a signal, a dead server or a full disk ends its work: it says
/// so, publishes nothing, and the next run brings the table whole.
class TestInterrupted : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stoppedInTheMiddle_data();
    void stoppedInTheMiddle();
    void serverKilledInTheMiddle_data();
    void serverKilledInTheMiddle();
    void fullDisk_data();
    void fullDisk();

private:
    void driverRows();
    void writeJob(const QJsonObject &practice);
    std::unique_ptr<QProcess> startAndStall();
    void compareNothingPublished();
    void compareWholeTable(const QJsonObject &practice);

    std::unique_ptr<ProgramSite> m_site;
};

void TestInterrupted::init()
{
    m_site = std::make_unique<ProgramSite>();
    QVERIFY(m_site->isValid());
    QVERIFY(m_site->write(u"stall.sql"_s, stallInTheMiddle));
}

void TestInterrupted::cleanup()
{
    m_site.reset();
}

void TestInterrupted::driverRows()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestInterrupted::writeJob(const QJsonObject &practice)
{
    QFETCH(QString, driver);
    QVERIFY2(!practice.isEmpty(), "the practice server did not start");
    QJsonObject job = ProgramSite::jobFor(practice, { u"dbo.orders"_s });
    QJsonObject connection = job[u"connection"_s].toObject();
    connection.insert(u"driver"_s, driver);
    job.insert(u"connection"_s, connection);
    QVERIFY(m_site->writeJob(job));
}

/// Starts a sync that has written the first rows and waits for more.
std::unique_ptr<QProcess> TestInterrupted::startAndStall()
{
    auto program = m_site->start({ u"--quiet"_s, u"--config"_s, u"job.json"_s });
    QElapsedTimer timer;
    timer.start();
    const auto written = [this] {
        for (const QString &name : m_site->files(u"data"_s, { u"*.tmp"_s })) {
            if (QFileInfo(m_site->path(u"data/"_s + name)).size() > 0)
                return true;
        }
        return false;
    };
    while (!written() && program->state() != QProcess::NotRunning && timer.elapsed() < ProgramSite::patience)
        program->waitForFinished(20);
    return program;
}

void TestInterrupted::compareNothingPublished()
{
    QCOMPARE(m_site->files(u"data"_s, { u"*.csv"_s, u"manifest.json"_s }), QStringList());
    QCOMPARE(m_site->files(u"watermarks"_s, { u"watermarks.json"_s, u"pending.json"_s }), QStringList());
}

void TestInterrupted::compareWholeTable(const QJsonObject &practice)
{
    writeJob(practice);
    const ProgramOutcome outcome = m_site->run({ u"--config"_s, u"job.json"_s });
    QVERIFY2(outcome.code == 0, outcome.all().constData());
    QCOMPARE(outcome.lines()[0][u"rows_written"_s].toInteger(), rowCount);
    QCOMPARE(m_site->files(u"data"_s, { u"*.tmp"_s }), QStringList());
    QCOMPARE(m_site->files(u"data"_s, { u"*.csv"_s }).size(), 1);
}

void TestInterrupted::stoppedInTheMiddle_data()
{
    driverRows();
}

void TestInterrupted::stoppedInTheMiddle()
{
    const QJsonObject practice =
        m_site->startPractice({ u"--rows"_s, QString::number(rowCount), u"--script"_s, u"stall.sql"_s });
    writeJob(practice);
    const auto program = startAndStall();
    QCOMPARE(program->state(), QProcess::Running);
    QElapsedTimer timer;
    timer.start();
    ::kill(pid_t(program->processId()), SIGTERM);
    const ProgramOutcome outcome = ProgramSite::finish(*program);
    QVERIFY2(outcome.code == 128 + SIGTERM, outcome.all().constData());
    QVERIFY2(timer.elapsed() < 10'000, "a stop is clean and quick, also when the server says nothing");
    QCOMPARE(outcome.lines().size(), 1);
    QCOMPARE(outcome.lines()[0][u"status"_s], u"cancelled"_s);
    compareNothingPublished();
    compareWholeTable(practice);
}

void TestInterrupted::serverKilledInTheMiddle_data()
{
    driverRows();
}

void TestInterrupted::serverKilledInTheMiddle()
{
    const QStringList options{ u"--rows"_s, QString::number(rowCount), u"--data"_s, u"practice"_s };
    writeJob(m_site->startPractice(options + QStringList{ u"--script"_s, u"stall.sql"_s }));
    const auto program = startAndStall();
    QCOMPARE(program->state(), QProcess::Running);
    m_site->practice().kill();
    const ProgramOutcome outcome = ProgramSite::finish(*program);
    QVERIFY2(outcome.code == 3, outcome.all().constData());
    QCOMPARE(outcome.lines().size(), 1);
    QCOMPARE(outcome.lines()[0][u"status"_s], u"error"_s);
    QCOMPARE(outcome.lines()[0][u"kind"_s], u"connection"_s);
    QVERIFY2(outcome.errors.contains(u"shop.dbo.orders"_s), outcome.all().constData());
    compareNothingPublished();
    // Its data have survived, too.
    compareWholeTable(m_site->startPractice(options));
}

void TestInterrupted::fullDisk_data()
{
    driverRows();
}

/// In a mount namespace of its own, the output lies on a disk of one megabyte, which then grows.
void TestInterrupted::fullDisk()
{
    if (ProgramSite::finish(*m_site->start(u"unshare"_s, { u"-rm"_s, u"true"_s })).code != 0)
        QSKIP("this system lets nobody make a mount namespace");
    QVERIFY(m_site->write(u"full.sh"_s, R"(mkdir data && mount -t tmpfs -o size=1m none data || exit 99
"$1" --config job.json
echo "code $?"
find data -name '*.csv' -o -name manifest.json
echo "then"
mount -o remount,size=64m data || exit 99
"$1" --quiet --config job.json)"));
    writeJob(m_site->startPractice({ u"--rows"_s, QString::number(rowCount) }));
    const ProgramOutcome outcome = ProgramSite::finish(
        *m_site->start(u"unshare"_s, { u"-rm"_s, u"sh"_s, u"full.sh"_s, QStringLiteral(TIDEMARK_PROGRAM) }));
    QVERIFY2(outcome.code == 0, outcome.all().constData());
    const QStringList parts = outcome.output.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(parts.size() == 4, outcome.all().constData());
    const QList<QJsonObject> lines = outcome.lines();
    QCOMPARE(lines[0][u"status"_s], u"error"_s);
    QCOMPARE(lines[0][u"kind"_s], u"storage"_s);
    QCOMPARE(parts[1], u"code 1"_s);
    QCOMPARE(parts[2], u"then"_s); // nothing was published in between
    QCOMPARE(lines[3][u"status"_s], u"done"_s);
    QCOMPARE(lines[3][u"rows_written"_s].toInteger(), rowCount);
    for (const QString &part : { u"shop.dbo.orders"_s, u"space"_s })
        QVERIFY2(outcome.errors.contains(part), outcome.all().constData());
}

QTEST_GUILESS_MAIN(TestInterrupted)
#include "tst_interrupted.moc"
