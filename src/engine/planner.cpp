#include "planner.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QString bracketed(QString name)
{
    return u'[' + name.replace(u']', u"]]"_s) + u']';
}

QString bracketed(const TableRef &table)
{
    return bracketed(table.schema) + u'.' + bracketed(table.table);
}

QString number(ChangeVersion version)
{
    return QString::number(version.value());
}

/// Why changes since the watermark cannot be trusted, and which kind of failure that is.
struct Break {
    ErrorKind kind = ErrorKind::Expired;
    QString text; // a clause: "the table was truncated ..."
};

class Planner {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Planner)

public:
    explicit Planner(const PlanInput &input) : m_in(input) { }

    Result<Plan> plan();

private:
    bool fullMode() const { return m_in.request.mode == SyncMode::Full; }
    bool reloadsWhenBroken() const;
    OnSchemaChange schemaPolicy() const;

    Status checkRequest() const;
    Status checkReadable();
    Status checkTracking() const;
    Status selectColumns();
    Result<Plan> planFull();
    Result<Plan> planChanges();
    Result<Plan> planBroken(const Break &why);
    Result<Plan> planSchemaChange();

    std::optional<Break> findBreak() const;
    std::optional<Break> findVersionBreak() const;
    std::optional<Break> findIdentityBreak() const;
    std::optional<Break> findSuspicion() const;
    QString schemaChange() const;
    bool watermarkIsStale() const;
    QString context() const { return m_in.table.table.display(); }

    const PlanInput &m_in;
    Plan m_plan;
};

bool Planner::reloadsWhenBroken() const
{
    switch (m_in.request.policies.onExpired) {
    case OnExpired::Reload:
        return true;
    case OnExpired::Fail:
        return false;
    case OnExpired::Default:
        break;
    }
    return m_in.request.mode == SyncMode::FullIncremental;
}

OnSchemaChange Planner::schemaPolicy() const
{
    if (m_in.request.policies.onSchemaChange != OnSchemaChange::Default)
        return m_in.request.policies.onSchemaChange;
    return m_in.request.mode == SyncMode::FullIncremental ? OnSchemaChange::Reload : OnSchemaChange::Fail;
}

Result<Plan> Planner::plan()
{
    if (const Status ok = checkRequest(); !ok)
        return fail(ok.error());
    if (const Status ok = checkReadable(); !ok)
        return fail(ok.error());
    if (!fullMode()) {
        if (const Status ok = checkTracking(); !ok)
            return fail(ok.error());
    }
    if (const Status ok = selectColumns(); !ok)
        return fail(ok.error());
    return fullMode() ? planFull() : planChanges();
}

Status Planner::checkRequest() const
{
    if (!fullMode() && !m_in.request.where.isEmpty()) {
        return fail(ErrorKind::Configuration,
            tr("A filter works with mode full only, because it would drop deleted rows from the changes. "
               "Use mode full for this table or take the filter away."),
            context());
    }
    return {};
}

Status Planner::checkReadable()
{
    const TableState &table = m_in.table;
    // Full mode needs no right on the changes and no tracking.
    const bool onlyTrackingMissing = fullMode() && table.canSelect && !table.schema.columns.isEmpty();
    if (table.problem) {
        const ErrorKind kind = table.problem->kind;
        const bool aboutTracking =
            kind == ErrorKind::NotTracked || kind == ErrorKind::NoKey || kind == ErrorKind::Permission;
        if (!aboutTracking || !onlyTrackingMissing) {
            SyncError error = *table.problem;
            if (error.context.isEmpty())
                error.context = context();
            return fail(error);
        }
    }
    if (!table.canSelect) {
        return fail(ErrorKind::Permission,
            tr("This login may not read the table. Have an administrator run: GRANT SELECT ON %1 TO the "
               "user of this login;")
                .arg(bracketed(table.table)),
            context());
    }
    if (table.schema.columns.isEmpty()) {
        return fail(ErrorKind::NotFound,
            tr("The table has no columns that this login may see. Check its name and the rights on it."),
            context());
    }
    return {};
}

Status Planner::checkTracking() const
{
    const TableState &table = m_in.table;
    if (!m_in.database.currentVersion) {
        return failWithAdvice(ErrorKind::NotTracked,
            tr("Change tracking is off for the database %1.").arg(table.table.database),
            tr("Have an administrator run: ALTER DATABASE %1 SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 "
               "DAYS, AUTO_CLEANUP = ON); or use mode full.")
                .arg(bracketed(table.table.database)),
            context());
    }
    if (table.schema.keyColumns().isEmpty()) {
        return failWithAdvice(ErrorKind::NoKey,
            tr("The table has no primary key, so its changes cannot be tracked."),
            tr("Use mode full, or give it a primary key and enable change tracking."), context());
    }
    if (!table.tracked) {
        return failWithAdvice(ErrorKind::NotTracked, tr("Change tracking is off for this table."),
            tr("Have its owner run: ALTER TABLE %1 ENABLE CHANGE_TRACKING; or use mode full.")
                .arg(bracketed(table.table)),
            context());
    }
    if (!table.canViewChangeTracking || !table.minValidVersion) {
        return failWithAdvice(ErrorKind::Permission, tr("This login may not see the table's changes."),
            tr("Have an administrator run: GRANT VIEW CHANGE TRACKING ON %1 TO the user of this login;")
                .arg(bracketed(table.table)),
            context());
    }
    return {};
}

Status Planner::selectColumns()
{
    const TableSchema &all = m_in.table.schema;
    if (m_in.request.columns.isEmpty()) {
        m_plan.schema = all;
        return {};
    }
    QStringList chosen;
    for (const QString &asked : m_in.request.columns) {
        QStringList matches;
        for (const ColumnInfo &column : all.columns) {
            if (column.name == asked) {
                matches = { column.name };
                break;
            }
            if (column.name.compare(asked, Qt::CaseInsensitive) == 0)
                matches += column.name;
        }
        if (matches.size() == 1) {
            chosen += matches.constFirst();
            continue;
        }
        const QString text = matches.isEmpty()
            ? tr("The table has no column %1. Its columns are: %2.")
                  .arg(asked, all.columnNames().join(u", "_s))
            : tr("The column name %1 fits several columns: %2. Write it as the table does.")
                  .arg(asked, matches.join(u", "_s));
        return fail(ErrorKind::NotFound, text, context());
    }
    QStringList added;
    for (const ColumnInfo &column : all.columns) {
        const bool isChosen = chosen.contains(column.name);
        if (isChosen || (column.keyOrdinal > 0 && !fullMode()))
            m_plan.schema.columns += column;
        if (!isChosen && column.keyOrdinal > 0 && !fullMode())
            added += column.name;
    }
    if (!added.isEmpty()) {
        m_plan.warnings += tr("The primary key is written too, since changes mean nothing without it: %1.")
                               .arg(added.join(u", "_s));
    }
    return {};
}

Result<Plan> Planner::planFull()
{
    const TableState &table = m_in.table;
    m_plan.action = PlanAction::Full;
    const bool trackable = m_in.database.currentVersion && table.tracked
        && !table.schema.keyColumns().isEmpty() && table.canViewChangeTracking && table.minValidVersion;
    m_plan.tracked = trackable;
    m_plan.keepWatermark = trackable && m_in.request.where.isEmpty();
    if (m_plan.keepWatermark)
        return m_plan;
    if (!m_in.request.where.isEmpty())
        m_plan.warnings += tr("No watermark is kept, since the files hold only the rows of the filter.");
    else if (!m_in.database.currentVersion)
        m_plan.warnings += tr("No watermark is kept, since change tracking is off for the database.");
    else if (table.schema.keyColumns().isEmpty())
        m_plan.warnings += tr("No watermark is kept, since the table has no primary key.");
    else if (!table.tracked)
        m_plan.warnings += tr("No watermark is kept, since change tracking is off for the table.");
    else
        m_plan.warnings += tr("No watermark is kept, since this login may not see the table's changes.");
    return m_plan;
}

Result<Plan> Planner::planChanges()
{
    m_plan.tracked = true;
    m_plan.keepWatermark = true;
    if (!m_in.watermark) {
        if (m_in.request.mode == SyncMode::FullIncremental) {
            m_plan.action = PlanAction::Full;
            m_plan.reason = tr("First load.");
            return m_plan;
        }
        return failWithAdvice(ErrorKind::NoWatermark,
            tr("Mode incremental needs a watermark, and this table has none."),
            tr("Run it once with mode full or full_incremental."), context());
    }
    if (const auto why = findBreak())
        return planBroken(*why);

    m_plan.since = m_in.watermark->version;
    const bool moved = *m_in.database.currentVersion > m_plan.since;
    m_plan.action = moved ? PlanAction::Incremental : PlanAction::MoveWatermark;
    m_plan.watermarkStale = watermarkIsStale();
    return schemaChange().isEmpty() ? Result<Plan>(m_plan) : planSchemaChange();
}

Result<Plan> Planner::planBroken(const Break &why)
{
    if (reloadsWhenBroken()) {
        m_plan.action = PlanAction::Full;
        m_plan.reload = true;
        m_plan.reason = tr("Loaded again: %1.").arg(why.text);
        m_plan.cause = why.text;
        return m_plan;
    }
    return failWithAdvice(why.kind, tr("The changes since the last sync cannot be had: %1.").arg(why.text),
        tr("Run the table once with mode full, or set policies.on_expired to reload."), context());
}

Result<Plan> Planner::planSchemaChange()
{
    const QString change = schemaChange();
    switch (schemaPolicy()) {
    case OnSchemaChange::Reload:
        m_plan.action = PlanAction::Full;
        m_plan.reload = true;
        m_plan.reason = tr("Loaded again: the columns changed (%1).").arg(change);
        return m_plan;
    case OnSchemaChange::Continue:
        m_plan.watermarkStale = true;
        m_plan.warnings += tr("The columns changed (%1). The files have them from now on; rows that did not "
                              "change since then are not brought up to date.")
                               .arg(change);
        return m_plan;
    case OnSchemaChange::Fail:
    case OnSchemaChange::Default:
        break;
    }
    return failWithAdvice(ErrorKind::SchemaChanged,
        tr("The columns changed since the last sync (%1).").arg(change),
        tr("Run the table once with mode full, or set policies.on_schema_change to reload or continue."),
        context());
}

std::optional<Break> Planner::findBreak() const
{
    if (auto found = findVersionBreak())
        return found;
    if (auto found = findIdentityBreak())
        return found;
    if (auto found = findSuspicion())
        return found;
    if (!m_in.canAppend) {
        return Break{ ErrorKind::NoWatermark,
            tr("there is a watermark, but the list of the files that belong to it is missing") };
    }
    return std::nullopt;
}

std::optional<Break> Planner::findVersionBreak() const
{
    const ChangeVersion last = m_in.watermark->version;
    const ChangeVersion current = *m_in.database.currentVersion;
    if (current < last) {
        return Break{ ErrorKind::Expired,
            tr("the database's version %1 is older than the watermark %2, so it was restored or failed over "
               "with loss")
                .arg(number(current), number(last)) };
    }
    // Each table has its own minimum; the neighbours' say nothing about this one.
    if (last < *m_in.table.minValidVersion) {
        return Break{ ErrorKind::Expired,
            tr("the watermark %1 is older than the oldest version that the table still knows, %2")
                .arg(number(last), number(*m_in.table.minValidVersion)) };
    }
    return std::nullopt;
}

std::optional<Break> Planner::findIdentityBreak() const
{
    const Watermark &mark = *m_in.watermark;
    const TableState &table = m_in.table;
    const QString databaseId = m_in.database.source.databaseId;
    if (!mark.source.databaseId.isEmpty() && !databaseId.isEmpty() && mark.source.databaseId != databaseId) {
        return Break{ ErrorKind::Expired,
            tr("the database was restored or replaced by another one since the last sync") };
    }
    if (mark.objectId && table.objectId && *mark.objectId != *table.objectId)
        return Break{ ErrorKind::Expired, tr("the table was dropped and created again") };
    if (mark.beginVersion && table.beginVersion && *mark.beginVersion != *table.beginVersion) {
        return Break{ ErrorKind::Expired,
            tr("the table was truncated, or its change tracking was switched off and on") };
    }
    if (!mark.keyColumns.isEmpty() && mark.keyColumns != table.schema.keyColumns()) {
        return Break{ ErrorKind::SchemaChanged,
            tr("the primary key changed from (%1) to (%2)")
                .arg(mark.keyColumns.join(u", "_s), table.schema.keyColumns().join(u", "_s)) };
    }
    return std::nullopt;
}

/// TRUNCATE sets the minimum to the current version without a step of the counter. When begin_version cannot
/// tell, a minimum that is new and equals the current version may be such a cut.
std::optional<Break> Planner::findSuspicion() const
{
    const Watermark &mark = *m_in.watermark;
    if (mark.beginVersion && m_in.table.beginVersion)
        return std::nullopt;
    const ChangeVersion minimum = *m_in.table.minValidVersion;
    const bool isNew = mark.beginVersion ? *mark.beginVersion != minimum : minimum > ChangeVersion(0);
    if (!isNew || minimum != *m_in.database.currentVersion)
        return std::nullopt;
    return Break{ ErrorKind::Expired,
        tr("the table's history begins at the current version %1, as after TRUNCATE TABLE, and the watermark "
           "does not say since when it was tracked")
            .arg(number(minimum)) };
}

/// What changed in the columns of the file; empty when nothing did or when nothing is known of before.
QString Planner::schemaChange() const
{
    const QString before = m_in.watermark->schemaFingerprint;
    if (before.isEmpty() && !m_in.publishedSchema)
        return {};
    const QString now = m_plan.schema.fingerprint();
    if (before == now || (before.isEmpty() && m_in.publishedSchema->fingerprint() == now))
        return {};
    const QString summary =
        m_in.publishedSchema ? diffSchemas(*m_in.publishedSchema, m_plan.schema).summary() : QString();
    return summary.isEmpty() ? tr("they differ from those of the last sync") : summary;
}

bool Planner::watermarkIsStale() const
{
    const Watermark &mark = *m_in.watermark;
    const TableState &table = m_in.table;
    return mark.objectId != table.objectId || mark.beginVersion != table.beginVersion
        || mark.keyColumns != table.schema.keyColumns()
        || mark.schemaFingerprint != m_plan.schema.fingerprint() || mark.source != m_in.database.source;
}

} // namespace

Result<Plan> planTable(const PlanInput &input)
{
    return Planner(input).plan();
}

Watermark watermarkAfter(
    const Plan &plan, const DatabaseState &database, const TableState &table, ChangeVersion version)
{
    Watermark mark;
    mark.version = version;
    if (plan.action != PlanAction::Full)
        mark.sinceVersion = plan.since;
    mark.mode = plan.action == PlanAction::Full ? SyncMode::Full : SyncMode::Incremental;
    mark.objectId = table.objectId;
    mark.beginVersion = table.beginVersion;
    mark.keyColumns = table.schema.keyColumns();
    mark.schemaFingerprint = plan.schema.fingerprint();
    if (database.autoCleanup)
        mark.retention = database.retention;
    mark.source = database.source;
    return mark;
}

} // namespace tidemark
