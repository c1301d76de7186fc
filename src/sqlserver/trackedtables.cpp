#include "trackedtables.h"

#include "readiness.h"

#include <QCoreApplication>
#include <QStringList>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TrackedText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TrackedTables)
};

constexpr qsizetype mostNames = 5;
constexpr qsizetype mostGrants = 20;

QString someOf(const QStringList &names)
{
    if (names.size() <= mostNames)
        return names.join(u", "_s);
    return TrackedText::tr("%1 and %n more", nullptr, int(names.size() - mostNames))
        .arg(names.mid(0, mostNames).join(u", "_s));
}

/// Enough to see what is meant; the readiness check names all.
QList<RepairStatement> grantsFor(const QList<TrackedTable> &tables, const QString &user)
{
    QList<RepairStatement> grants;
    for (const TrackedTable &each : tables.mid(0, mostGrants)) {
        QStringList missing;
        if (!each.canSelect)
            missing += u"SELECT"_s;
        if (!each.canViewChanges)
            missing += u"VIEW CHANGE TRACKING"_s;
        grants += readingGrant(each.table, missing, user);
    }
    return grants;
}

} // namespace

QList<TrackedTable> decodeTrackedTables(const ResultRows &rows, const QString &database)
{
    QList<TrackedTable> tables;
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        const RowReader row(rows, i);
        tables +=
            TrackedTable{ { database, row.textOr(u"schema_name"_s, {}), row.textOr(u"table_name"_s, {}) },
                row.flag(u"can_select"_s, false), row.flag(u"can_view_changes"_s, false) };
    }
    return tables;
}

CheckStep rightsStep(const QList<TrackedTable> &tables, const QString &database, const QString &user)
{
    const QString name = TrackedText::tr("rights");
    if (tables.isEmpty())
        return { name, CheckOutcome::Warning,
            TrackedText::tr("The user %1 sees no tracked table in %2. Either none is tracked, or a right to "
                            "read is missing.")
                .arg(user, database),
            {}, 0 };
    QList<TrackedTable> lacking;
    QStringList names;
    for (const TrackedTable &each : tables) {
        if (each.canSelect && each.canViewChanges)
            continue;
        lacking += each;
        names += each.table.schema + u'.' + each.table.table;
    }
    if (lacking.isEmpty())
        return { name, CheckOutcome::Good,
            TrackedText::tr(
                "%n tracked table(s) can be read with their changes.", nullptr, int(tables.size())),
            {}, 0 };
    CheckStep step{ name, CheckOutcome::Warning,
        TrackedText::tr("The user %1 may not read %2 of %3 tracked tables, or not their changes (VIEW CHANGE "
                        "TRACKING): %4.")
            .arg(user, QString::number(lacking.size()), QString::number(tables.size()), someOf(names)),
        {}, 0 };
    step.repairs = grantsFor(lacking, user);
    return step;
}

CheckStep trackedDatabasesStep(const QList<CatalogDatabase> &databases)
{
    const QString name = TrackedText::tr("change tracking");
    QStringList tracked;
    for (const CatalogDatabase &database : databases) {
        if (database.accessible && database.tracked)
            tracked += database.name;
    }
    if (!tracked.isEmpty())
        return { name, CheckOutcome::Good,
            TrackedText::tr("Change tracking is on in %n database(s): %1.", nullptr, int(tracked.size()))
                .arg(someOf(tracked)),
            {}, 0 };
    return { name, CheckOutcome::Warning,
        TrackedText::tr("Change tracking is on in no database that this login may open: tables can only be "
                        "loaded whole."),
        TrackedText::tr(
            "Ask the database's administrator to switch change tracking on, or name another database."),
        0 };
}

} // namespace tidemark
