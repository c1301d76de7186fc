#include "faultcall.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The words of --fault as T-SQL.
class TestFaultCall : public QObject {
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("call"); // behind EXEC practice.fault; empty: refused
        QTest::newRow("one") << u"kind=clear"_s << u"@kind = N'clear'"_s;
        QTest::newRow("several") << u" kind=close  row=100 statement=[orders] "_s
                                 << u"@kind = N'close', @row = N'100', @statement = N'[orders]'"_s;
        QTest::newRow("blanks") << u"kind=script script=\"DELETE t\" statement=a=b"_s
                                << u"@kind = N'script', @script = N'DELETE t', @statement = N'a=b'"_s;
        QTest::newRow("apostrophe") << u"statement='x'"_s << u"@statement = N'''x'''"_s;
        QTest::newRow("empty value") << u"kind=error statement=\"\""_s
                                     << u"@kind = N'error', @statement = N''"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no value") << u"kind="_s << QString();
        QTest::newRow("no name") << u"kind=close 100"_s << QString();
        QTest::newRow("open quote") << u"kind=script script=\"DELETE t"_s << QString();
        QTest::newRow("no word") << u"kind=x @row; DROP TABLE t=1"_s << QString();
    }
    void words()
    {
        QFETCH(QString, fault);
        QFETCH(QString, call);
        const Result<QString> result = faultCall(fault);
        QCOMPARE(result.has_value(), !call.isEmpty());
        if (result)
            QCOMPARE(*result, u"EXEC practice.fault "_s + call);
        else
            QVERIFY(result.error().text.contains(u"kind=close"_s));
    }
};

QTEST_GUILESS_MAIN(TestFaultCall)
#include "tst_faultcall.moc"
