#include "foldedtable.h"
#include "syncsite.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList tables = { u"dbo.a"_s, u"dbo.b"_s };
constexpr int rounds = 25;
constexpr int patience = 60'000;

} // namespace

/// The program is killed at any moment, again and again, while the tables change: files and watermark have
/// moved together, nothing is lost and nothing comes twice.
class TestKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();

private:
    static QString writeJob(const SyncJob &job, const QString &path);
    static void start(QProcess &program, const QString &jobFile, const QString &password);
};

void TestKilled::killedAtAnyMoment_data()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

QString TestKilled::writeJob(const SyncJob &job, const QString &path)
{
    QJsonArray entries;
    for (const TableRequest &table : job.tables)
        entries += QJsonObject{ { u"database"_s, table.table.database },
            { u"table"_s, table.table.watermarkKey() } };
    const QJsonObject document{ { u"connection"_s,
                                    QJsonObject{ { u"driver"_s, job.connection.driver },
                                        { u"server"_s, job.connection.server },
                                        { u"user"_s, job.connection.user }, { u"encrypt"_s, u"no"_s } } },
        { u"storage"_s,
            QJsonObject{ { u"data_dir"_s, job.outputDir }, { u"watermark_dir"_s, job.watermarkDir } } },
        { u"policies"_s, QJsonObject{ { u"retries"_s, 0 } } }, { u"max_workers"_s, 2 },
        { u"csv"_s, QJsonObject{ { u"part_rows"_s, 40 } } }, { u"tables"_s, entries } };
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(document).toJson()) < 0)
        return file.errorString();
    return {};
}

void TestKilled::start(QProcess &program, const QString &jobFile, const QString &password)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TIDEMARK_PASSWORD"_s, password);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(TIDEMARK_PROGRAM), { u"--quiet"_s, u"--config"_s, jobFile });
}

void TestKilled::killedAtAnyMoment()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    for (const QString &table : tables) {
        QCOMPARE(site.run(u"CREATE TABLE %1 (id int NOT NULL PRIMARY KEY, note nvarchar(40));"
                          "ALTER TABLE %1 ENABLE CHANGE_TRACKING;"
                          "INSERT INTO %1 VALUES (0, N'seed')"_s.arg(table)),
            QString());
        for (int rows = 1; rows < 128; rows *= 2)
            QCOMPARE(
                site.run(u"INSERT INTO %1 SELECT id + %2, note FROM %1"_s.arg(table).arg(rows)), QString());
    }
    const QString jobFile = site.folder(u"job.json"_s);
    QCOMPARE(writeJob(site.job(tables), jobFile), QString());

    QProcess whole;
    start(whole, jobFile, site.server().password());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(whole.waitForFinished(patience));
    QVERIFY2(whole.exitCode() == 0, whole.readAllStandardError().constData());
    const int runTime = int(timer.elapsed());

    QRandomGenerator random(4711);
    int killed = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &table : tables) {
            QCOMPARE(site.run(u"UPDATE %1 SET note = N'round %2' WHERE id % 3 = %3;"
                              "DELETE FROM %1 WHERE id = %4; INSERT INTO %1 VALUES (%5, N'new')"_s.arg(table)
                                  .arg(round)
                                  .arg(round % 3)
                                  .arg(random.bounded(128))
                                  .arg(1000 + round)),
                QString());
        }
        QProcess program;
        start(program, jobFile, site.server().password());
        QVERIFY(program.waitForStarted(patience));
        if (!program.waitForFinished(random.bounded(runTime / 4, runTime + 1))) {
            program.kill();
            ++killed;
            QVERIFY(program.waitForFinished(patience));
        }
    }
    QVERIFY2(killed >= 3, qPrintable(QString::number(killed)));

    QProcess last;
    start(last, jobFile, site.server().password());
    QVERIFY(last.waitForFinished(patience));
    QVERIFY2(last.exitCode() == 0, last.readAllStandardError().constData());

    SyncJob fresh = site.job(tables, SyncMode::Full);
    fresh.outputDir = site.folder(u"fresh"_s);
    fresh.watermarkDir = site.folder(u"fresh-watermarks"_s);
    (void)site.sync(fresh);
    for (const QString &table : tables) {
        const auto folded = foldTable(site.outputDir(), siteTable(table).table, { u"id"_s });
        const auto expected = foldTable(fresh.outputDir, siteTable(table).table, { u"id"_s });
        QVERIFY2(folded.has_value(), folded ? "" : qPrintable(describe(folded.error())));
        QVERIFY2(expected.has_value(), expected ? "" : qPrintable(describe(expected.error())));
        QCOMPARE(folded->rows, expected->rows);
        QCOMPARE(folded->repeated, 0);
    }
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
