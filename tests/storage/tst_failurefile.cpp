#include "failurefile.h"
#include "faultyfiles.h"
#include "storesite.h"

#include <QDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// What the store keeps of a run that failed.
class TestFailureFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isKeptUntilARunGoesWell();
    void aTableWithoutFolderGetsNone();
    void aFirstLoadThatFailedHasOne();
    void whoHoldsTheLockTellsItsOwnEnd();
    void aNewerSyncMakesItOld();
    void aBrokenOneCountsForNone();
    void aWriteThatFailsLeavesTheOldOne();
    void aTornOneIsSwept();

private:
    static FailedRun failureOf(const StoreSite &site)
    {
        return { site.table, site.time.now, u"run-2"_s, SyncMode::Incremental,
            { ErrorKind::Permission, u"SELECT was denied. Grant it."_s, u"42000"_s, 229, true,
                u"shop.dbo.orders"_s, 0 } };
    }
    static Status load(StoreSite &site)
    {
        return site.run({ SyncMode::Full, 0, 10, { { 1, u"a"_s } }, {}, {}, u"run-1"_s });
    }
};

void TestFailureFile::isKeptUntilARunGoesWell()
{
    StoreSite site;
    QVERIFY(load(site));
    FileTableStore store = site.store();
    QVERIFY(!store.look(site.table, site.source)->lastFailure);
    site.time.now = site.time.now.addSecs(60);
    const FailedRun failure = failureOf(site);
    QVERIFY(store.noteFailure(failure));
    const std::optional<FailedRun> kept = store.look(site.table, site.source)->lastFailure;
    QVERIFY(kept);
    QCOMPARE(kept->table, failure.table);
    QCOMPARE(kept->at, failure.at);
    QCOMPARE(kept->runId, failure.runId);
    QCOMPARE(kept->mode, failure.mode);
    QCOMPARE(kept->error.kind, failure.error.kind);
    QCOMPARE(describe(kept->error), describe(failure.error));
    QCOMPARE(*site.state()->version, 10);

    const auto folder = store.open(site.table, site.source);
    QVERIFY(folder);
    QVERIFY(store.look(site.table, site.source)->lastFailure); // opening alone is no success
    QVERIFY((*folder)->forgetFailure());
    QVERIFY((*folder)->forgetFailure()); // there is none any more
    QVERIFY(!store.look(site.table, site.source)->lastFailure);
    QVERIFY(!QFile::exists(FailureFile::pathIn(site.watermarkFolder())));
}

void TestFailureFile::aTableWithoutFolderGetsNone()
{
    StoreSite site;
    QVERIFY(site.store().noteFailure(failureOf(site)));
    QVERIFY(!QDir(site.watermarkDir()).exists());
}

void TestFailureFile::aFirstLoadThatFailedHasOne()
{
    StoreSite site;
    FileTableStore store = site.store();
    QVERIFY(store.open(site.table, site.source)); // makes the folder, and gives the lock back
    QVERIFY(store.noteFailure(failureOf(site)));
    QVERIFY(store.look(site.table, site.source)->lastFailure);
    QVERIFY(store.tables()->isEmpty()); // it has no watermark for that
}

void TestFailureFile::whoHoldsTheLockTellsItsOwnEnd()
{
    StoreSite site;
    QVERIFY(load(site));
    FileTableStore running = site.store();
    const auto held = running.open(site.table, site.source);
    QVERIFY(held);
    QVERIFY(site.store().noteFailure(failureOf(site)));
    QVERIFY(!QFile::exists(FailureFile::pathIn(site.watermarkFolder())));
}

/// A run that was killed between its publication and the end.
void TestFailureFile::aNewerSyncMakesItOld()
{
    StoreSite site;
    QVERIFY(load(site));
    FailedRun failure = failureOf(site);
    failure.at = site.store().look(site.table, site.source)->watermark->syncedAt.addMSecs(-1);
    QVERIFY(site.store().noteFailure(failure));
    QVERIFY(QFile::exists(FailureFile::pathIn(site.watermarkFolder())));
    QVERIFY(!site.store().look(site.table, site.source)->lastFailure);
    failure.at = failure.at.addMSecs(1);
    QVERIFY(site.store().noteFailure(failure));
    QVERIFY(site.store().look(site.table, site.source)->lastFailure);
}

void TestFailureFile::aBrokenOneCountsForNone()
{
    StoreSite site;
    QVERIFY(load(site));
    for (const QByteArray &content : { QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("{}"),
             QByteArray(R"({"table": {"database": "shop", "schema": "dbo", "table": "other"},
                            "failed_at": "2027-01-01T00:00:00.000Z", "error": "No."})") }) {
        StoreSite::write(FailureFile::pathIn(site.watermarkFolder()), content);
        const auto stored = site.store().look(site.table, site.source);
        QVERIFY(stored);
        QVERIFY2(!stored->lastFailure, content.constData());
    }
    QVERIFY(load(site)); // and no run minds
}

void TestFailureFile::aWriteThatFailsLeavesTheOldOne()
{
    StoreSite site;
    QVERIFY(load(site));
    site.time.now = site.time.now.addSecs(60);
    QVERIFY(site.store().noteFailure(failureOf(site)));
    FailedRun second = failureOf(site);
    second.error.text = u"Another."_s;
    for (const FileStep step : { FileStep::Create, FileStep::Write, FileStep::Sync, FileStep::Rename }) {
        const auto files = std::make_shared<FaultyFiles>();
        files->setHook([step](int, const NotedStep &now, qint64 &) { return now.step == step ? ENOSPC : 0; });
        QVERIFY(!site.store(files).noteFailure(second));
        const auto stored = site.store().look(site.table, site.source);
        QCOMPARE(stored->lastFailure->error.text, failureOf(site).error.text);
        QCOMPARE(QDir(site.watermarkFolder()).entryList({ u"*.tmp"_s }, QDir::Files), QStringList());
    }
}

void TestFailureFile::aTornOneIsSwept()
{
    StoreSite site;
    QVERIFY(load(site));
    const QString torn = FailureFile::pathIn(site.watermarkFolder()) + FileOps::temporarySuffix();
    StoreSite::write(torn, "{");
    QVERIFY(load(site)); // sweeps before it writes
    QVERIFY(!QFile::exists(torn));
}

QTEST_GUILESS_MAIN(TestFailureFile)
#include "tst_failurefile.moc"
