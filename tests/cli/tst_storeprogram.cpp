#include "programsite.h"
#include "storesite.h"

#include <QFile>
#include <QJsonArray>
#include <QLockFile>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The verbs that look at folders, as a person or a script meets them: no server, no password, no prompt.
class TestStoreProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goodFilesAreVerified();
    void wrongFilesAreTold();
    void nothingToVerifyIsTold();
    void filterThatFitsNothingIsTheCause();
    void brokenPublicationHidesNoOther();
    void lockedTableIsTold();
    void jobNamesTheFolders();
    void watermarksAreShown();
    void changeNeedsYes();
    void setBackAndUndo();
    void resetAndUndo();
    void refusalsAreTold_data();
    void refusalsAreTold();

private:
    ProgramOutcome run(const QStringList &arguments) const
    {
        return m_program.run(arguments
            + QStringList{
                u"--output-dir"_s, m_site->outputDir(), u"--watermark-dir"_s, m_site->watermarkDir() });
    }
    qint64 version() const { return m_site->state()->version.value_or(-1); }

    ProgramSite m_program;
    std::unique_ptr<StoreSite> m_site;
};

void TestStoreProgram::init()
{
    m_site = std::make_unique<StoreSite>();
    QVERIFY(m_site->run({ SyncMode::Full, 0, 10, { { 1, u"a"_s }, { 2, u"b"_s } }, {}, {}, u"run-1"_s }));
    QVERIFY(m_site->run({ SyncMode::Incremental, 10, 12, { { 2, u"B"_s, u'U' } }, {}, {}, u"run-2"_s }));
}

void TestStoreProgram::goodFilesAreVerified()
{
    const ProgramOutcome text = run({ u"verify"_s });
    QVERIFY2(text.code == 0, text.all().constData());
    QVERIFY2(text.output.startsWith(u"STATUS  TABLE            GOOD FILES  ROWS  BYTES\n"
                                    "good    shop.dbo.orders      2 of 2     3    "_s),
        text.all().constData());
    const ProgramOutcome quiet = run({ u"verify"_s, u"--quiet"_s });
    QCOMPARE(quiet.all(), run({ u"verify"_s, u"-q"_s }).all());
    QVERIFY2(quiet.code == 0 && quiet.output.isEmpty() && quiet.errors.isEmpty(), quiet.all().constData());
    const ProgramOutcome json = run({ u"verify"_s, u"--json"_s, u"--table"_s, u"dbo.*"_s });
    QCOMPARE(json.code, 0);
    QCOMPARE(json.lines().size(), 1);
    const QJsonObject line = json.lines().constFirst();
    QCOMPARE(line[u"status"].toString(), u"good"_s);
    QCOMPARE(line[u"table"].toString(), u"dbo.orders"_s);
    QCOMPARE(line[u"files"].toArray().size(), 2);
    QCOMPARE(line[u"files"][0][u"state"].toString(), u"good"_s);
}

void TestStoreProgram::wrongFilesAreTold()
{
    const QString path = m_site->outputFolder() + u'/' + m_site->state()->files.constFirst();
    QVERIFY(QFile::remove(path));
    const ProgramOutcome text = run({ u"verify"_s });
    QCOMPARE(text.code, 5);
    QVERIFY2(text.output.contains(u"wrong"_s) && text.output.contains(u"missing  "_s + path),
        text.all().constData());
    const ProgramOutcome quiet = run({ u"verify"_s, u"-q"_s });
    QVERIFY2(quiet.output == text.output && quiet.errors.isEmpty(), quiet.all().constData());
    const QJsonObject line = run({ u"verify"_s, u"--json"_s }).lines().constFirst();
    QCOMPARE(line[u"status"].toString(), u"wrong"_s);
    QCOMPARE(line[u"files"][0][u"state"].toString(), u"missing"_s);
}

void TestStoreProgram::nothingToVerifyIsTold()
{
    const ProgramOutcome nothing = m_program.run({ u"verify"_s });
    QCOMPARE(nothing.code, 2);
    QVERIFY2(nothing.errors.contains(u"--output-dir"_s), nothing.all().constData());
    QVERIFY2(!nothing.errors.contains(u"filter"_s), nothing.all().constData());
}

/// The folder is right, and nobody shall look for another.
void TestStoreProgram::filterThatFitsNothingIsTheCause()
{
    for (const QStringList &verb : { QStringList{ u"verify"_s }, QStringList{ u"watermark"_s, u"show"_s } }) {
        const ProgramOutcome other = run(verb + QStringList{ u"--table"_s, u"oders"_s });
        QVERIFY2(other.code == 2, other.all().constData());
        const QString said = other.output + other.errors;
        QVERIFY2(said.contains(u"fits \"oders\""_s), other.all().constData());
        QVERIFY2(!said.contains(u".oders"_s) && !said.contains(u"-dir"_s), other.all().constData());
        const ProgramOutcome both =
            run(verb + QStringList{ u"--table"_s, u"oders"_s, u"--table"_s, u"orders"_s });
        QVERIFY2(both.code == 2 && both.output.contains(u"shop.dbo.orders"_s), both.all().constData());
    }
}

void TestStoreProgram::lockedTableIsTold()
{
    QLockFile lock(m_site->watermarkFolder() + u"/.sync.lock"_s);
    QVERIFY(lock.tryLock(0));
    const ProgramOutcome verified = run({ u"verify"_s });
    QVERIFY2(verified.code == 4, verified.all().constData());
    QCOMPARE(run({ u"watermark"_s, u"reset"_s, u"--table"_s, u"dbo.orders"_s, u"--yes"_s }).code, 4);
    QCOMPARE(run({ u"watermark"_s, u"show"_s }).code, 0);
}

void TestStoreProgram::jobNamesTheFolders()
{
    const QJsonObject job{ { u"server"_s, u"nowhere.invalid"_s }, { u"user"_s, u"u"_s },
        { u"output_dir"_s, m_site->outputDir() }, { u"watermark_dir"_s, m_site->watermarkDir() },
        { u"tables"_s,
            QJsonArray{ QJsonObject{ { u"database"_s, u"shop"_s }, { u"table"_s, u"dbo.orders"_s } } } } };
    QVERIFY(m_program.writeJob(job));
    for (const QStringList &verb : { QStringList{ u"verify"_s }, QStringList{ u"watermark"_s, u"show"_s } }) {
        const ProgramOutcome outcome = m_program.run(verb + QStringList{ u"--config"_s, u"job.json"_s });
        QVERIFY2(outcome.code == 0, outcome.all().constData());
        QVERIFY2(outcome.output.contains(u"shop.dbo.orders"_s), outcome.all().constData());
    }
}

void TestStoreProgram::watermarksAreShown()
{
    const ProgramOutcome text = run({ u"watermark"_s, u"show"_s });
    QVERIFY2(text.code == 0, text.all().constData());
    QVERIFY2(text.output.contains(u"shop.dbo.orders       12  incremental  2026-01-02T03:04:05Z     1"_s),
        text.all().constData());
    const QJsonObject line = run({ u"watermark"_s, u"show"_s, u"--json"_s }).lines().constFirst();
    QCOMPARE(line[u"version"].toInteger(), 12);
    QCOMPARE(line[u"can_be_set_to"].toArray(), QJsonArray{ 10 });
    QVERIFY(line[u"undo_version"].isNull());
}

void TestStoreProgram::brokenPublicationHidesNoOther()
{
    StoreSite::write(m_site->watermarkDir() + u"/shop/dbo/broken/pending.json"_s, "{");
    const ProgramOutcome show = run({ u"watermark"_s, u"show"_s });
    QVERIFY2(show.code == 1, show.all().constData());
    for (const QString &part : { u"shop.dbo.orders"_s, u"shop.dbo.broken"_s, u"pending.json is broken"_s })
        QVERIFY2(show.output.contains(part), show.all().constData());
}

void TestStoreProgram::changeNeedsYes()
{
    const ProgramOutcome outcome = run({ u"watermark"_s, u"reset"_s, u"--table"_s, u"orders"_s });
    QCOMPARE(outcome.code, 2);
    for (const QString &part : { u"loads the table whole"_s, u"--yes"_s, u"shop.dbo.orders"_s })
        QVERIFY2(outcome.errors.contains(part), outcome.all().constData());
    QCOMPARE(version(), 12);
}

void TestStoreProgram::setBackAndUndo()
{
    const QStringList table{ u"--table"_s, u"dbo.orders"_s };
    const ProgramOutcome set =
        run(QStringList{ u"watermark"_s, u"set"_s, u"--version"_s, u"10"_s, u"--yes"_s } + table);
    QVERIFY2(set.code == 0, set.all().constData());
    QVERIFY2(set.errors.contains(u"from version 12 to 10"_s), set.all().constData());
    QCOMPARE(version(), 10);
    QCOMPARE(run({ u"verify"_s }).code, 0);
    const ProgramOutcome undo = run(QStringList{ u"watermark"_s, u"undo"_s } + table);
    QVERIFY2(undo.code == 0, undo.all().constData());
    QCOMPARE(version(), 12);
}

void TestStoreProgram::resetAndUndo()
{
    const QStringList table{ u"--table"_s, u"dbo.orders"_s, u"--yes"_s };
    QCOMPARE(run(QStringList{ u"watermark"_s, u"reset"_s } + table).code, 0);
    QCOMPARE(version(), -1);
    const ProgramOutcome show = run({ u"watermark"_s, u"show"_s });
    QVERIFY2(show.output.contains(u"from version 12, can be undone"_s), show.all().constData());
    QCOMPARE(run(QStringList{ u"watermark"_s, u"undo"_s } + table).code, 0);
    QCOMPARE(version(), 12);
}

void TestStoreProgram::refusalsAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const QStringList set{ u"set"_s, u"--table"_s, u"dbo.orders"_s, u"--version"_s };
    QTest::newRow("inside a set") << set + QStringList{ u"11"_s } << u"10"_s;
    QTest::newRow("forward") << set + QStringList{ u"13"_s, u"--yes"_s } << u"forward"_s;
    QTest::newRow("nothing to undo") << QStringList{ u"undo"_s, u"--table"_s, u"dbo.orders"_s }
                                     << u"nothing to undo"_s;
    QTest::newRow("no such table") << QStringList{ u"reset"_s, u"--table"_s, u"dbo.x"_s, u"--yes"_s }
                                   << u"fits \"dbo.x\""_s;
}

void TestStoreProgram::refusalsAreTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const ProgramOutcome outcome = run(QStringList{ u"watermark"_s } + arguments);
    QVERIFY2(outcome.code == 2, outcome.all().constData());
    QVERIFY2(outcome.errors.contains(named), outcome.all().constData());
    QCOMPARE(version(), 12);
}

QTEST_GUILESS_MAIN(TestStoreProgram)
#include "tst_storeprogram.moc"
