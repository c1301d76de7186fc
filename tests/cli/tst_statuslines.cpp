#include "statuslines.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableFreshness soon()
{
    TableFreshness table;
    table.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    table.asked = true;
    table.state = FreshnessState::ExpiresSoon;
    table.lastSync = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    table.version = ChangeVersion(9007199254740993);
    table.versionsBehind = 1234;
    table.deadline = table.lastSync.addDays(2);
    table.secondsLeft = 2 * 86400 + 3 * 3600;
    table.note = u"Sync it."_s;
    return table;
}

TableFreshness never()
{
    TableFreshness table;
    table.table = { u"shop"_s, u"dbo"_s, u"t"_s };
    return table;
}

} // namespace

class TestStatusLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesHoldTheFields();
    void tableForPeople();
    void aFailedRunIsTold();
    void summary();
};

void TestStatusLines::linesHoldTheFields()
{
    const QByteArray lines = statusJson({ soon(), never() });
    QCOMPARE(lines.count('\n'), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines.split('\n')[0]).object();
    QCOMPARE(first.keys(),
        (QStringList{ u"asked"_s, u"attention"_s, u"database"_s, u"deadline"_s, u"in_job"_s,
            u"last_failure"_s, u"last_sync"_s, u"note"_s, u"seconds_left"_s, u"state"_s, u"table"_s,
            u"version"_s, u"versions_behind"_s }));
    QCOMPARE(first[u"state"_s], u"expires-soon"_s);
    QCOMPARE(first[u"attention"_s], true);
    QCOMPARE(first[u"last_sync"_s], u"2026-01-02T03:04:05Z"_s);
    QCOMPARE(first[u"deadline"_s], u"2026-01-04T03:04:05Z"_s);
    QCOMPARE(first[u"version"_s].toInteger(), 9007199254740993);
    const QJsonObject second = QJsonDocument::fromJson(lines.split('\n')[1]).object();
    QCOMPARE(second[u"state"_s], u"never-synced"_s);
    for (const QString &key : { u"last_sync"_s, u"version"_s, u"versions_behind"_s, u"deadline"_s,
             u"seconds_left"_s, u"last_failure"_s })
        QVERIFY2(second[key].isNull(), qPrintable(key));
}

void TestStatusLines::tableForPeople()
{
    QCOMPARE(QString::fromUtf8(statusText({ soon(), never() })),
        u"TABLE            STATE            LEFT  BEHIND           VERSION  LAST SYNC (UTC)      NOTE\n"
        "shop.dbo.orders  expires soon  2 d 3 h   1,234  9007199254740993  2026-01-02 03:04:05  Sync it.\n"
        "shop.dbo.t       never synced        -       -                 -  -\n"_s);
    QCOMPARE(statusText({}), QByteArray());
}

void TestStatusLines::aFailedRunIsTold()
{
    TableFreshness failed = never();
    failed.state = FreshnessState::Failed;
    failed.lastFailure =
        FailedRun{ failed.table, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC), u"run-1"_s,
            SyncMode::Incremental, { ErrorKind::Permission, u"Denied."_s, u"42000"_s, 229, false, {}, 0 } };
    failed.secondsSinceFailure = 2 * 3600 + 60;
    failed.note = u"Not in this job."_s;
    QCOMPARE(QString::fromUtf8(statusText({ failed })),
        u"TABLE       STATE   LEFT  BEHIND  VERSION  LAST SYNC (UTC)  NOTE\n"
        "shop.dbo.t  failed     -       -        -  -                "
        "Failed 2 h 1 min ago: Denied. [SQLSTATE 42000, error 229] Not in this job.\n"_s);
    const QJsonObject line = QJsonDocument::fromJson(statusJson({ failed })).object();
    QCOMPARE(line[u"state"_s], u"failed"_s);
    QCOMPARE(line[u"last_failure"_s].toObject(),
        (QJsonObject{ { u"at"_s, u"2026-01-02T03:04:05Z"_s }, { u"run"_s, u"run-1"_s },
            { u"mode"_s, u"incremental"_s }, { u"kind"_s, u"permission"_s },
            { u"error"_s, u"Denied. [SQLSTATE 42000, error 229]"_s } }));
}

void TestStatusLines::summary()
{
    QCOMPARE(statusSummary({ {}, { never(), soon() }, {} }), u"2 tables: 1 expires soon, 1 never synced"_s);
    QCOMPARE(statusSummary({}), u"0 tables"_s);
}

QTEST_APPLESS_MAIN(TestStatusLines)
#include "tst_statuslines.moc"
