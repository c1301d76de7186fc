#include "repairscript.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

CheckStep stepOf(const TableRef &subject, const QString &name, const QList<RepairStatement> &repairs)
{
    CheckStep step{ name, CheckOutcome::Bad, u"Wrong."_s, {}, 0 };
    step.subject = subject;
    step.repairs = repairs;
    return step;
}

ReadinessReport reportOf(const QList<CheckStep> &steps)
{
    return { u"sql1,1433"_s, u"eve"_s, QDateTime({ 2026, 11, 27 }, { 18, 0 }, Qt::UTC), steps };
}

const QString head = u"-- Tidemark: what a readiness check found missing, for the administrator.\n"
                     "-- Server: sql1,1433\n-- Login: eve\n-- Checked: 2026-11-27T18:00:00Z\n"_s;

} // namespace

class TestRepairScript : public QObject {
    Q_OBJECT

private slots:
    void statementsStandByDatabase();
    void decisionsAreComments();
    void aTableThatNobodySawIsLookedForFirst();
    void namesCannotEndAComment();
    void whatNoStatementMendsIsListed();
    void nothingToDoIsSaid();
    void azureIsTold();
};

void TestRepairScript::statementsStandByDatabase()
{
    const QString script = writeReadinessScript(reportOf({
        stepOf({ u"sh]op"_s, {}, {} }, u"tracking"_s, { { u"Note changes."_s, u"ALTER 1;"_s } }),
        stepOf({ u"sh]op"_s, u"dbo"_s, u"t"_s }, u"rights"_s, { { u"Let eve read."_s, u"GRANT 2;"_s } }),
        stepOf({ u"crm"_s, {}, {} }, u"tracking"_s, { { u"Note changes."_s, u"ALTER 3;"_s } }),
    }));
    QCOMPARE(script,
        head
            + u"-- Each statement says what it is for. Those that need a decision are comments, with the "
              "reason.\n\n"
              "USE [sh]]op];\nGO\n\n-- Note changes.\nALTER 1;\nGO\n\n-- Let eve read.\nGRANT 2;\nGO\n\n"
              "USE [crm];\nGO\n\n-- Note changes.\nALTER 3;\nGO\n"_s);
}

void TestRepairScript::decisionsAreComments()
{
    QCOMPARE(writeRepairScript({ stepOf(
                 { u"shop"_s, {}, {} }, u"key"_s, { { u"A key."_s, u"ALTER\nTABLE;"_s, u"It locks."_s } }) }),
        u"USE [shop];\nGO\n\n-- A key.\n-- Left to you: It locks.\n-- ALTER\n-- TABLE;\n"_s);
}

void TestRepairScript::aTableThatNobodySawIsLookedForFirst()
{
    const TableRef table{ u"shop"_s, u"dbo"_s, u"o'd]d"_s };
    const RepairStatement grant{ u"Let eve read."_s, u"GRANT 1;"_s, {}, table };
    QCOMPARE(writeRepairScript({ stepOf(table, u"table"_s, { grant }) }),
        u"USE [shop];\nGO\n\n-- Let eve read.\nIF OBJECT_ID(N'[dbo].[o''d]]d]', N'U') IS NULL\n"
        "    PRINT N'shop.dbo.o''d]d is not in this database, so nothing was granted. Check the name in the "
        "job.';\nELSE\n    GRANT 1;\nGO\n"_s);
}

void TestRepairScript::namesCannotEndAComment()
{
    for (const QString &lineEnd : { u"\n"_s, u"\r"_s, u"\u2028"_s, u"\u0085"_s }) {
        const QString evil = u"x"_s + lineEnd + u"DROP TABLE t"_s;
        const QString script = writeReadinessScript({ evil, evil,
            QDateTime({ 2026, 1, 1 }, { 0, 0 }, Qt::UTC),
            { stepOf({ evil, {}, {} }, evil,
                  { { evil, u"ALTER DATABASE ["_s + evil + u"] SET X;"_s }, { u"Fine."_s, u"GRANT 1;"_s } }),
                CheckStep{ evil, CheckOutcome::Bad, evil, evil, 0 } } });
        for (const QString &line : script.split(u'\n')) {
            QVERIFY2(line.isEmpty() || line.startsWith(u"-- "_s), qPrintable(line));
            QVERIFY2(!line.contains(lineEnd), qPrintable(line));
        }
    }
}

void TestRepairScript::whatNoStatementMendsIsListed()
{
    const CheckStep tls{ u"encryption"_s, CheckOutcome::Warning, u"It is open."_s, u"Close it."_s, 0 };
    const CheckStep fine{ u"driver"_s, CheckOutcome::Good, u"FreeTDS"_s, {}, 0 };
    QCOMPARE(writeReadinessScript(reportOf({ fine, tls })),
        head
            + u"-- There is nothing to run.\n\n-- What no statement mends:\n"
              "-- connection, encryption: It is open. Close it.\n"_s);
}

void TestRepairScript::nothingToDoIsSaid()
{
    const CheckStep fine{ u"driver"_s, CheckOutcome::Good, u"FreeTDS"_s, {}, 0 };
    QCOMPARE(writeReadinessScript(reportOf({ fine })),
        head + u"-- There is nothing to run: nothing is missing.\n"_s);
    QCOMPARE(writeRepairScript({ fine }), QString());
}

void TestRepairScript::azureIsTold()
{
    ReadinessReport report =
        reportOf({ stepOf({ u"shop"_s, {}, {} }, u"x"_s, { { u"Note."_s, u"ALTER 1;"_s } }) });
    QVERIFY(!writeReadinessScript(report).contains(u"Azure"_s));
    report.server = u"x.database.windows.net"_s;
    QVERIFY(writeReadinessScript(report).contains(u"Azure"_s));
}

QTEST_GUILESS_MAIN(TestRepairScript)
#include "tst_repairscript.moc"
