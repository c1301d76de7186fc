#include "statementcatalog.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class ChangeQueryTest : public QObject {
    Q_OBJECT

private slots:
    void fullLoadPutsLongColumnsLast()
    {
        const Result<RowQuery> query = fullLoadQuery(test::ordersSpec());
        QVERIFY(query.has_value());
        QCOMPARE(query->sql,
            u"SELECT [id],\n       [customer],\n       [total],\n       [placed_at],\n       [note]\nFROM [dbo].[orders];"_s);
        QStringList names;
        QList<int> ordinals;
        for (const SelectedColumn &column : query->columns) {
            names += column.column.name;
            ordinals += column.selectOrdinal;
        }
        QCOMPARE(names, (QStringList{ u"id"_s, u"note"_s, u"customer"_s, u"total"_s, u"placed_at"_s }));
        QCOMPARE(ordinals, (QList<int>{ 1, 5, 2, 3, 4 }));
    }

    void aConditionThatEndsInACommentStaysInside()
    {
        ReadSpec spec = test::ordersSpec();
        spec.where = u"total > 10 -- large"_s;
        QVERIFY(
            fullLoadQuery(spec)->sql.endsWith(u"FROM [dbo].[orders]\nWHERE (\ntotal > 10 -- large\n);"_s));
    }

    void changesJoinOnTheWholeKeyInKeyOrder()
    {
        const Result<RowQuery> query = changesQuery(test::awkwardSpec(), ChangeVersion(7), ChangeVersion(9));
        QVERIFY(query.has_value());
        QVERIFY(query->sql.startsWith(u"DECLARE @since bigint = 7;\nDECLARE @up_to bigint = 9;\nSELECT "_s));
        QVERIFY(query->sql.contains(
            u"FROM CHANGETABLE(CHANGES [odd]]schema.].[it's [a]] \"table\" 100%1 \U0001F600], @since) AS ct "
            "([version], [creation_version], [operation], [columns], [context], [key1], [key2])"_s));
        QVERIFY(
            query->sql.contains(u"ON t.[SYS_CHANGE_OPERATION] = ct.[key1]\n       AND "
                                "t.[SYS_CHANGE_VERSION] = ct.[key2]\n       AND ct.[operation] <> N'D'"_s));
        QVERIFY(query->sql.contains(
            u"CASE WHEN t.[SYS_CHANGE_OPERATION] IS NULL THEN N'D' ELSE ct.[operation] END"_s));
        QVERIFY(query->sql.contains(u"COALESCE(t.[SYS_CHANGE_VERSION], ct.[key2])"_s));
        QVERIFY(query->sql.endsWith(u"WHERE ct.[version] <= @up_to;"_s));
    }

    void changesBeginWithTheThreeColumnsOfChangeTracking()
    {
        const Result<RowQuery> query = changesQuery(test::ordersSpec(), ChangeVersion(0), ChangeVersion(1));
        QVERIFY(query.has_value());
        QCOMPARE(query->columns.size(), 8);
        QCOMPARE(
            query->columns[0], (SelectedColumn{ { u"SYS_CHANGE_VERSION"_s, CellKind::Int64, 8, 0 }, 1 }));
        QCOMPARE(query->columns[1],
            (SelectedColumn{ { u"SYS_CHANGE_CREATION_VERSION"_s, CellKind::Int64, 8, 0 }, 2 }));
        QCOMPARE(
            query->columns[2], (SelectedColumn{ { u"SYS_CHANGE_OPERATION"_s, CellKind::Text, 2, 0 }, 3 }));
        QCOMPARE(query->columns[4].selectOrdinal, 8); // note, the long one
    }

    void changesNeedAKey()
    {
        ReadSpec spec = test::ordersSpec();
        spec.schema.columns[0].keyOrdinal = 0;
        const Result<RowQuery> query = changesQuery(spec, ChangeVersion(0), ChangeVersion(1));
        QVERIFY(!query.has_value());
        QCOMPARE(query.error().kind, ErrorKind::NoKey);
        QCOMPARE(query.error().context, u"shop.dbo.orders"_s);
    }

    void aTableWithoutColumnsIsRefused()
    {
        const ReadSpec spec{ test::ordersSpec().table, {}, {} };
        QCOMPARE(fullLoadQuery(spec).error().kind, ErrorKind::NotFound);
        QCOMPARE(changesQuery(spec, ChangeVersion(0), ChangeVersion(1)).error().kind, ErrorKind::NotFound);
    }

    void questionsShareTheVariableOfTheirVersion()
    {
        const TableRef a{ u"d"_s, u"dbo"_s, u"a"_s };
        const TableRef b{ u"d"_s, u"dbo"_s, u"b"_s };
        const TableRef c{ u"d"_s, u"dbo"_s, u"c"_s };
        const QString batch =
            haveChangesBatch({ { a, ChangeVersion(9) }, { b, ChangeVersion(0) }, { c, ChangeVersion(9) } });
        const QStringList lines = batch.split(u'\n');
        QCOMPARE(lines[0], u"DECLARE @since1 bigint = 0;"_s);
        QCOMPARE(lines[1], u"DECLARE @since2 bigint = 9;"_s);
        QCOMPARE(lines[2],
            u"SELECT CASE WHEN EXISTS (SELECT 1 FROM CHANGETABLE(CHANGES [dbo].[a], @since2) AS ct) "
            "THEN 1 ELSE 0 END AS [changed];"_s);
        QVERIFY(lines[3].contains(u"CHANGES [dbo].[b], @since1)"_s));
        QVERIFY(lines[4].contains(u"CHANGES [dbo].[c], @since2)"_s));
        QVERIFY(lines[5].startsWith(u"SELECT q.[question]"_s)); // the minimum is asked after all reads
        QVERIFY(batch.contains(u"(VALUES (0, N'[dbo].[a]'),\n             (1, N'[dbo].[b]'),"_s));
    }
};

QTEST_GUILESS_MAIN(ChangeQueryTest)
#include "tst_changequery.moc"
