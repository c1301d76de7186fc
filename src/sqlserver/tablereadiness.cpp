#include "tablereadiness.h"

#include "identifier.h"
#include "readiness.h"
#include "servererrors.h"
#include "typemap.h"

#include <QCoreApplication>
#include <QStringList>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TableReadinessText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableReadinessText)
};

const QString selectRight = u"SELECT"_s;
const QString changesRight = u"VIEW CHANGE TRACKING"_s;

CheckStep stepOf(const QString &name, const TableState &table)
{
    CheckStep step;
    step.name = name;
    step.subject = table.table;
    return step;
}

bool hasNoKey(const TableState &table)
{
    return !table.schema.columns.isEmpty() && table.schema.keyColumns().isEmpty();
}

/// The table cannot be looked at. Where it cannot be found, a right may be all that is missing.
CheckStep unseenStep(const TableState &table, const QString &user)
{
    CheckStep step = stepOf(TableReadinessText::tr("table"), table);
    step.outcome = CheckOutcome::Bad;
    step.text = table.problem->text;
    step.why = TableReadinessText::tr("A login sees only the tables on which it has a right.");
    // The owner sees every table, so one that it cannot find is not there.
    const bool isOwner = user.compare(u"dbo"_s, Qt::CaseInsensitive) == 0;
    if (table.problem->kind == ErrorKind::NotFound && !user.isEmpty() && !isOwner)
        step.repairs += unseenGrant(table.table, user);
    return step;
}

CheckStep rightsStep(const TableState &table, const QString &user)
{
    CheckStep step = stepOf(TableReadinessText::tr("rights"), table);
    step.why = TableReadinessText::tr(
        "Rows need the right SELECT, changes the right VIEW CHANGE TRACKING. Neither lets anyone write.");
    QStringList missing;
    if (!table.canSelect)
        missing += selectRight;
    if (!table.canViewChangeTracking && !hasNoKey(table))
        missing += changesRight;
    if (missing.isEmpty()) {
        step.text = TableReadinessText::tr("This login may read the table and its changes.");
        if (hasNoKey(table))
            step.text = TableReadinessText::tr("This login may read the table.");
        return step;
    }
    step.outcome = table.canSelect && !table.tracked ? CheckOutcome::Warning : CheckOutcome::Bad;
    step.text = missing.size() == 1
        ? TableReadinessText::tr("This login lacks the right %1.").arg(missing.constFirst())
        : TableReadinessText::tr("This login lacks the rights %1.").arg(missing.join(u", "_s));
    step.repairs += readingGrant(table.table, missing, user);
    return step;
}

CheckStep keyStep(const TableState &table)
{
    CheckStep step = stepOf(TableReadinessText::tr("primary key"), table);
    step.why = TableReadinessText::tr("Change tracking names the rows that changed by their primary key.");
    if (!hasNoKey(table)) {
        step.text =
            TableReadinessText::tr("The primary key is %1.").arg(table.schema.keyColumns().join(u", "_s));
        return step;
    }
    step.outcome = CheckOutcome::Warning;
    step.text = TableReadinessText::tr(
        "The table has no primary key, so it cannot be tracked: only the mode full works.");
    step.repairs += { TableReadinessText::tr("Give %1 a primary key.").arg(table.table.display()),
        u"ALTER TABLE "_s + quoteTable(table.table) + u" ADD PRIMARY KEY (<columns>);"_s,
        TableReadinessText::tr("Choose the columns first. The table is locked while the index is built.") };
    return step;
}

CheckStep trackingStep(const TableState &table, const DatabaseState &database, const QString &user)
{
    CheckStep step = stepOf(TableReadinessText::tr("change tracking"), table);
    step.why = TableReadinessText::tr("The server tells only of tables that are tracked what changed.");
    if (!table.tracked) {
        step.outcome = CheckOutcome::Warning;
        step.text = TableReadinessText::tr("Change tracking is off for the table: only the mode full works.");
        step.repairs += { TableReadinessText::tr("Note which rows of %1 change.").arg(table.table.display()),
            trackStatement(table.table),
            hasNoKey(table) ? TableReadinessText::tr("The table needs a primary key first.") : QString() };
        return step;
    }
    if (!table.canViewChangeTracking) {
        step.text = TableReadinessText::tr("Change tracking is on.");
        return step;
    }
    if (!database.currentVersion || !table.minValidVersion) {
        step.outcome = CheckOutcome::Bad;
        step.text = TableReadinessText::tr(
            "The table's minimum valid version cannot be seen, so changes cannot be checked for "
            "completeness.");
        step.repairs += readingGrant(table.table, { changesRight }, user);
        return step;
    }
    step.text = TableReadinessText::tr("Change tracking is on, and complete from version %1.")
                    .arg(QString::number(table.minValidVersion->value()));
    return step;
}

/// None when each column can be read.
QList<CheckStep> columnSteps(const TableState &table)
{
    QStringList texts;
    for (const ColumnInfo &column : table.schema.columns) {
        const Result<ColumnPlan> plan = planColumn(column, quoteName(column.name));
        if (!plan)
            texts += plan.error().text;
    }
    if (texts.isEmpty())
        return {};
    CheckStep step = stepOf(TableReadinessText::tr("columns"), table);
    step.outcome = CheckOutcome::Bad;
    step.text = texts.join(u' ');
    step.why = TableReadinessText::tr("A table is copied only when every value arrives exactly.");
    return { step };
}

} // namespace

QList<CheckStep> tableSteps(const TableState &table, const DatabaseState &database, const QString &user)
{
    if (table.problem && table.problem->kind != ErrorKind::Permission)
        return { unseenStep(table, user) };
    QList<CheckStep> steps{ rightsStep(table, user) };
    if (!table.schema.columns.isEmpty())
        steps += keyStep(table);
    steps += trackingStep(table, database, user);
    return steps + columnSteps(table);
}

} // namespace tidemark
