#include "tablereadiness.h"

#include <QtTest>

#include <algorithm>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

DatabaseState database()
{
    DatabaseState state;
    state.currentVersion = ChangeVersion(42);
    return state;
}

TableState table()
{
    TableState state;
    state.table = { u"shop"_s, u"dbo"_s, u"or]ders"_s };
    state.tracked = true;
    state.minValidVersion = ChangeVersion(7);
    state.schema.columns = { { u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} } };
    return state;
}

SyncError denied()
{
    return { ErrorKind::Permission, u"denied"_s, {}, 0, false, {}, 0 };
}

/// "rights bad: GRANT ...;" for each step that is not good; a question mark where a decision is needed.
QStringList findings(const TableState &state, const DatabaseState &of = database())
{
    QStringList texts;
    for (const CheckStep &step : tableSteps(state, of, u"eve"_s)) {
        if (step.outcome == CheckOutcome::Good)
            continue;
        QString text = step.name + (step.outcome == CheckOutcome::Bad ? u" bad:"_s : u" warning:"_s);
        for (const RepairStatement &repair : step.repairs)
            text += u' ' + repair.sql + (repair.caution.isEmpty() ? QString() : u" ?"_s);
        texts += text;
    }
    return texts;
}

} // namespace

class TableReadinessTest : public QObject {
    Q_OBJECT

private slots:
    void aReadyTableHasGoodStepsOnly()
    {
        const QList<CheckStep> steps = tableSteps(table(), database(), u"eve"_s);
        QStringList names;
        for (const CheckStep &step : steps) {
            names += step.name;
            QVERIFY2(step.outcome == CheckOutcome::Good, qPrintable(step.text));
            QVERIFY(!step.text.isEmpty() && !step.why.isEmpty() && step.repairs.isEmpty());
            QCOMPARE(step.place(), u"shop.dbo.or]ders"_s);
        }
        QCOMPARE(names, (QStringList{ u"rights"_s, u"primary key"_s, u"change tracking"_s }));
    }

    void missingRightsAreOneGrant_data()
    {
        QTest::addColumn<bool>("canSelect");
        QTest::addColumn<bool>("canViewChanges");
        QTest::addColumn<bool>("tracked");
        QTest::addColumn<QString>("finding");
        QTest::newRow("select") << false << true << true
                                << u"rights bad: GRANT SELECT ON [dbo].[or]]ders] TO [eve];"_s;
        QTest::newRow("changes") << true << false << true
                                 << u"rights bad: GRANT VIEW CHANGE TRACKING ON [dbo].[or]]ders] TO [eve];"_s;
        QTest::newRow("both")
            << false << false << true
            << u"rights bad: GRANT SELECT, VIEW CHANGE TRACKING ON [dbo].[or]]ders] TO [eve];"_s;
        QTest::newRow("changes, but nothing is tracked")
            << true << false << false
            << u"rights warning: GRANT VIEW CHANGE TRACKING ON [dbo].[or]]ders] TO [eve];"_s;
    }
    void missingRightsAreOneGrant()
    {
        QFETCH(bool, canSelect);
        QFETCH(bool, canViewChanges);
        QFETCH(bool, tracked);
        QFETCH(QString, finding);
        TableState state = table();
        state.canSelect = canSelect;
        state.canViewChangeTracking = canViewChanges;
        state.tracked = tracked;
        if (!canSelect || tracked)
            state.problem = denied();
        QCOMPARE(findings(state).constFirst(), finding);
    }

    void withoutAUserTheGrantIsLeftToAPerson()
    {
        TableState state = table();
        state.canSelect = false;
        state.problem = denied();
        const QList<CheckStep> steps = tableSteps(state, database(), {});
        QVERIFY(!steps.constFirst().repairs.constFirst().caution.isEmpty());
    }

    void whatCannotBeFoundMayLackARight()
    {
        TableState state = table();
        state.schema.columns.clear();
        state.problem = SyncError{ ErrorKind::NotFound, u"gone"_s, {}, 0, false, {}, 0 };
        QCOMPARE(findings(state),
            QStringList(u"table bad: GRANT SELECT, VIEW CHANGE TRACKING ON [dbo].[or]]ders] TO [eve];"_s));
        state.problem->kind = ErrorKind::Query;
        QCOMPARE(findings(state), QStringList(u"table bad:"_s));
    }

    void untrackedTablesCanBeTracked()
    {
        TableState state = table();
        state.tracked = false;
        QCOMPARE(findings(state),
            QStringList(u"change tracking warning: ALTER TABLE [dbo].[or]]ders] ENABLE CHANGE_TRACKING;"_s));
    }

    void keylessTablesNeedADecision()
    {
        TableState state = table();
        state.tracked = false;
        state.canViewChangeTracking = false; // of no use to a table without a key
        state.schema.columns[0].keyOrdinal = 0;
        QCOMPARE(findings(state),
            (QStringList{
                u"primary key warning: ALTER TABLE [dbo].[or]]ders] ADD PRIMARY KEY (<columns>); ?"_s,
                u"change tracking warning: ALTER TABLE [dbo].[or]]ders] ENABLE CHANGE_TRACKING; ?"_s }));
    }

    void versionsThatCannotBeSeenAreBad()
    {
        TableState state = table();
        state.minValidVersion.reset();
        QCOMPARE(findings(state),
            QStringList(u"change tracking bad: GRANT VIEW CHANGE TRACKING ON [dbo].[or]]ders] TO [eve];"_s));
    }

    void aTypeThatCannotBeReadIsBad()
    {
        TableState state = table();
        state.schema.columns += ColumnInfo{ u"odd"_s, u"holo"_s, 4, 0, 0, true, false, 0, {} };
        const CheckStep step = tableSteps(state, database(), u"eve"_s).constLast();
        QCOMPARE(step.name, u"columns"_s);
        QCOMPARE(step.outcome, CheckOutcome::Bad);
        QVERIFY(step.text.contains(u"holo"_s));
    }
};

QTEST_GUILESS_MAIN(TableReadinessTest)
#include "tst_tablereadiness.moc"
