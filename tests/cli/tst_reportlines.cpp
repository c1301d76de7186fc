#include "reportlines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableReport report(TableStatus status, std::optional<ErrorKind> kind = {})
{
    TableReport value;
    value.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    value.status = status;
    if (kind)
        value.error = SyncError{ *kind, u"It failed."_s, u"42S02"_s, 208, false, {}, 0 };
    return value;
}

} // namespace

class TestReportLines : public QObject {
    Q_OBJECT

private slots:
    void lineHoldsTheFields();
    void failureIsSaid();
    void exitCode_data();
    void exitCode();
};

void TestReportLines::lineHoldsTheFields()
{
    TableReport value = report(TableStatus::Done);
    value.mode = SyncMode::Incremental;
    value.sinceVersion = ChangeVersion(0);
    value.currentVersion = ChangeVersion(9007199254740993);
    value.rowsWritten = 3;
    value.files = { u"/data/a.csv"_s };
    value.primaryKey = { u"id"_s };
    value.time[TimePart::Network] = 1.5;
    const QByteArray line = reportLine(value);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object[u"database"_s], u"shop"_s);
    QCOMPARE(object[u"table"_s], u"dbo.orders"_s);
    QCOMPARE(object[u"mode"_s], u"incremental"_s);
    QCOMPARE(object[u"status"_s], u"done"_s);
    QCOMPARE(object[u"since_version"_s].toInteger(-1), 0);
    QCOMPARE(object[u"current_version"_s].toInteger(), 9007199254740993);
    QCOMPARE(object[u"files"_s].toArray().at(0), u"/data/a.csv"_s);
    QCOMPARE(object[u"primary_key"_s].toArray().at(0), u"id"_s);
    QCOMPARE(object[u"time_seconds"_s].toObject(),
        QJsonObject({ { u"server"_s, 0 }, { u"network"_s, 1.5 }, { u"formatting"_s, 0 }, { u"disk"_s, 0 } }));
    QVERIFY(!object.contains(u"error"_s));
}

void TestReportLines::failureIsSaid()
{
    const QJsonObject object = reportObject(report(TableStatus::Failed, ErrorKind::NotFound));
    QCOMPARE(object[u"status"_s], u"error"_s);
    QCOMPARE(object[u"kind"_s], u"not-found"_s);
    QCOMPARE(object[u"error"_s], u"It failed. [SQLSTATE 42S02, error 208]"_s);
    QVERIFY(object[u"since_version"_s].isNull());
}

void TestReportLines::exitCode_data()
{
    QTest::addColumn<QList<TableReport>>("reports");
    QTest::addColumn<int>("code");
    const TableReport done = report(TableStatus::Done);
    const TableReport locked = report(TableStatus::Failed, ErrorKind::Locked);
    const TableReport down = report(TableStatus::Failed, ErrorKind::Connection);
    const TableReport login = report(TableStatus::Failed, ErrorKind::Login);
    QTest::newRow("all well") << QList{ done, report(TableStatus::NothingNew) } << 0;
    QTest::newRow("one failed") << QList{ done, report(TableStatus::Failed, ErrorKind::Query) } << 1;
    QTest::newRow("one locked") << QList{ done, locked } << 1;
    QTest::newRow("all locked") << QList{ locked, locked } << 4;
    const TableReport wrong = report(TableStatus::Failed, ErrorKind::Configuration);
    QTest::newRow("all wrong") << QList{ wrong } << 2;
    QTest::newRow("one wrong") << QList{ wrong, done } << 1;
    QTest::newRow("skipped") << QList{ report(TableStatus::Skipped) } << 0;
    QTest::newRow("none connected") << QList{ down, login } << 3;
    QTest::newRow("some connected") << QList{ down, done } << 1;
    QTest::newRow("cancelled") << QList{ report(TableStatus::Cancelled) } << 1;
}

void TestReportLines::exitCode()
{
    QFETCH(QList<TableReport>, reports);
    QFETCH(int, code);
    QCOMPARE(exitCodeOf(reports), code);
}

QTEST_APPLESS_MAIN(TestReportLines)
#include "tst_reportlines.moc"
