#include "result.h"

#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// How failures are put into words.
class TestSyncError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void describes_data()
    {
        QTest::addColumn<SyncError>("error");
        QTest::addColumn<QString>("text");
        SyncError error{ ErrorKind::NotFound, u"No such table."_s, {}, 0, false, {}, 0 };
        QTest::newRow("plain") << error << u"No such table."_s;
        error.context = u"shop.dbo.orders"_s;
        QTest::newRow("with its thing") << error << u"shop.dbo.orders: No such table."_s;
        error.nativeCode = 208;
        QTest::newRow("with a number") << error << u"shop.dbo.orders: No such table. [error 208]"_s;
        error.sqlState = u"42S02"_s;
        QTest::newRow("with both") << error
                                   << u"shop.dbo.orders: No such table. [SQLSTATE 42S02, error 208]"_s;
        error = { ErrorKind::Storage, u"The file /a/b is broken."_s, {}, 0, false, u"/a/b"_s, 0 };
        QTest::newRow("named by the text") << error << error.text;
        error.text = u"See /a/b."_s;
        QTest::newRow("named at the end") << error << error.text;
        error.text = u"It is kept as /a/b.broken, beside /x/a/b and /a/b/c."_s;
        QTest::newRow("named in other names only") << error << u"/a/b: "_s + error.text;
    }

    void describes()
    {
        QFETCH(SyncError, error);
        QTEST(describe(error), "text");
    }

    void kindsHaveNamesOfTheirOwn()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind)
            names += errorKindName(ErrorKind(kind));
        QCOMPARE(names.size(), int(ErrorKind::Internal) + 1);
    }

    void failFillsAnyResult()
    {
        const auto make = []() -> Result<int> { return fail(ErrorKind::Storage, u"Full."_s, u"/disk"_s); };
        const Result<int> result = make();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Storage);
        QCOMPARE(describe(result.error()), u"/disk: Full."_s);
    }
};

QTEST_APPLESS_MAIN(TestSyncError)
#include "tst_syncerror.moc"
