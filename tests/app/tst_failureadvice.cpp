#include "failureadvice.h"
#include "result.h"

#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// From an error to a cause, a next step and whether trying again makes sense.
class TestFailureAdvice : public QObject {
    Q_OBJECT

private slots:
    void theErrorsOwnAdviceComesFirst();
    void adviceIsNotSaidTwice();
    void withoutAdviceTheKindKnowsWhatToDo();
    void everyKindHasItsSentences();
    void retryableErrorsAreWorthRetrying();
    void codes();
};

void TestFailureAdvice::theErrorsOwnAdviceComesFirst()
{
    const SyncError error =
        failWithAdvice(ErrorKind::NotFound, u"dbo.a is not there."_s, u"Check the name."_s).value();
    QCOMPARE(error.text, u"dbo.a is not there. Check the name."_s);
    const FailureAdvice advice = failureAdvice(error);
    QCOMPARE(advice.why, u"dbo.a is not there."_s);
    QCOMPARE(advice.next, u"Check the name."_s);
    QVERIFY(!advice.what.isEmpty());
}

void TestFailureAdvice::adviceIsNotSaidTwice()
{
    SyncError error{ ErrorKind::Login, u"Refused. Check it. The server says: Check it."_s, u"28000"_s, 18456,
        false, {}, 0, u"Check it."_s };
    QCOMPARE(failureAdvice(error).why, u"Refused. The server says: Check it."_s); // its words stay
    error.text = u"Something else was put in its place."_s;
    QCOMPARE(failureAdvice(error).why, error.text);
}

void TestFailureAdvice::withoutAdviceTheKindKnowsWhatToDo()
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
