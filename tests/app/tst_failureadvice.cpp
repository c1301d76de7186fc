#include "failureadvice.h"

#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// From number, SQLSTATE and kind to a cause, a next step and whether trying again makes sense.
class TestFailureAdvice : public QObject {
    Q_OBJECT

private slots:
    void knownCauses_data();
    void knownCauses();
    void theNumberCountsBeforeTheState();
    void unknownCausesAreTheErrorsOwnWords();
    void everyKindHasItsSentences();
    void retryableErrorsAreWorthRetrying();
    void codes();
};

void TestFailureAdvice::knownCauses_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("sqlState");
    QTest::addColumn<QString>("why"); // some of its words
    QTest::newRow("first of the table") << 208 << u"42S02"_s << u"no such table"_s;
    QTest::newRow("right") << 229 << u"42000"_s << u"lacks a right"_s;
    QTest::newRow("deadlock") << 1205 << u"40001"_s << u"waited for each other"_s;
    QTest::newRow("snapshot") << 3952 << u"42000"_s << u"snapshot isolation"_s;
    QTest::newRow("altered") << 3961 << u"42000"_s << u"altered"_s;
    QTest::newRow("password") << 18456 << u"28000"_s << u"password"_s;
    QTest::newRow("not tracked") << 22105 << u"42000"_s << u"tracking is off"_s;
    QTest::newRow("replica") << 22117 << u"42000"_s << u"replica"_s;
    QTest::newRow("paused") << 40613 << u"42000"_s << u"wakes up"_s;
    QTest::newRow("last of the table") << 49920 << u"42000"_s << u"busy"_s;
    QTest::newRow("no server") << 0 << u"08001"_s << u"No server answers"_s;
    QTest::newRow("broken link") << 0 << u"08S01"_s << u"connection broke"_s;
    QTest::newRow("silence") << 0 << u"HYT00"_s << u"said nothing"_s;
    QTest::newRow("driver") << 0 << u"IM002"_s << u"not installed"_s;
}

void TestFailureAdvice::knownCauses()
{
    QFETCH(int, number);
    QFETCH(QString, sqlState);
    QFETCH(QString, why);
    const FailureAdvice advice =
        failureAdvice({ ErrorKind::Query, u"The server's words."_s, sqlState, number, false, {}, 0 });
    QVERIFY2(advice.why.contains(why), qPrintable(advice.why));
    QVERIFY(!advice.what.isEmpty());
    QVERIFY(!advice.next.isEmpty());
}

void TestFailureAdvice::theNumberCountsBeforeTheState()
{
    const FailureAdvice advice =
        failureAdvice({ ErrorKind::Connection, u"x"_s, u"08001"_s, 40615, false, {}, 0 });
    QVERIFY2(advice.why.contains(u"firewall"_s), qPrintable(advice.why));
}

void TestFailureAdvice::unknownCausesAreTheErrorsOwnWords()
{
    const FailureAdvice advice =
        failureAdvice({ ErrorKind::Storage, u"The disk of /data is full."_s, {}, 0, false, {}, 0 });
    QCOMPARE(advice.why, u"The disk of /data is full."_s);
    QVERIFY2(advice.next.contains(u"free space"_s), qPrintable(advice.next));
    QVERIFY(!advice.worthRetrying);
}

void TestFailureAdvice::everyKindHasItsSentences()
{
    QSet<QString> heads;
    const int kinds = int(ErrorKind::Internal) + 1;
    for (int kind = 0; kind < kinds; ++kind) {
        const FailureAdvice advice = failureAdvice({ ErrorKind(kind), u"x"_s, {}, 0, false, {}, 0 });
        heads += advice.what;
        QVERIFY2(advice.what.endsWith(u'.') && advice.next.endsWith(u'.'), qPrintable(advice.what));
    }
    QCOMPARE(heads.size(), kinds);
}

void TestFailureAdvice::retryableErrorsAreWorthRetrying()
{
    SyncError error{ ErrorKind::Query, u"x"_s, u"40001"_s, 1205, true, {}, 0 };
    QVERIFY(failureAdvice(error).worthRetrying);
    error.retryable = false;
    QVERIFY(!failureAdvice(error).worthRetrying);
    QVERIFY(failureAdvice(error).retryText() != FailureAdvice({ {}, {}, {}, true }).retryText());
    QVERIFY(failureAdvice({ ErrorKind::Locked, u"x"_s, {}, 0, false, {}, 0 }).worthRetrying);
}

void TestFailureAdvice::codes()
{
    QCOMPARE(failureCodes({ ErrorKind::Query, {}, u"42S02"_s, 208, false, {}, 0 }),
        u"Error 208, SQLSTATE 42S02"_s);
    QCOMPARE(failureCodes({ ErrorKind::Query, {}, u"08S01"_s, 0, false, {}, 0 }), u"SQLSTATE 08S01"_s);
    QCOMPARE(failureCodes({ ErrorKind::Locked, {}, {}, 0, false, {}, 0 }), QString());
}

QTEST_APPLESS_MAIN(TestFailureAdvice)
#include "tst_failureadvice.moc"
