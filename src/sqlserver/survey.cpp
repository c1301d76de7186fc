#include "survey.h"

#include "servererrors.h"
#include "typemap.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SurveyText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::SurveyText)
};

constexpr qint64 pageBytes = 8192;

std::optional<ChangeVersion> versionOf(const RowReader &row, const QString &column)
{
    const std::optional<qint64> value = row.number(column);
    return value ? std::optional(ChangeVersion(*value)) : std::nullopt;
}

std::optional<std::chrono::minutes> retentionOf(const RowReader &row)
{
    const std::optional<qint64> period = row.number(u"retention_period"_s);
    if (!period)
        return std::nullopt;
    switch (row.number(u"retention_units"_s).value_or(0)) {
    case 1:
        return std::chrono::minutes(*period);
    case 2:
        return std::chrono::hours(*period);
    case 3:
        return std::chrono::hours(*period * 24);
    default:
        return std::nullopt;
    }
}

/// A table's columns in table order, and whether its key and at least one column may be read.
struct TableColumns {
    TableSchema schema;
    QSet<qint64> ids;
    bool anyReadable = false;
    bool keyReadable = true;
};

ColumnInfo columnOf(const RowReader &row)
{
    ColumnInfo column;
    column.name = row.textOr(u"column_name"_s, {});
    column.sqlType = sqlTypeName(row.textOr(u"type_name"_s, {}), row.textOr(u"base_type_name"_s, {}),
        row.flag(u"user_defined"_s, false), row.text(u"encryption_type"_s).has_value());
    column.maxLength = int(row.number(u"max_length"_s).value_or(0));
    column.precision = int(row.number(u"precision"_s).value_or(0));
    column.scale = int(row.number(u"scale"_s).value_or(0));
    column.nullable = row.flag(u"nullable"_s, true);
    column.computed = row.flag(u"computed"_s, false);
    column.keyOrdinal = int(row.number(u"key_ordinal"_s).value_or(0));
    column.collation = row.textOr(u"collation_name"_s, {});
    return column;
}

QHash<qint64, TableColumns> collectColumns(const ResultRows &rows)
{
    QHash<qint64, TableColumns> tables;
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        const RowReader row(rows, i);
        TableColumns &table = tables[row.number(u"object_id"_s).value_or(0)];
        const qint64 id = row.number(u"column_id"_s).value_or(0);
        if (table.ids.contains(id)) // the table was asked for twice
            continue;
        table.ids.insert(id);
        const ColumnInfo column = columnOf(row);
        const bool readable = row.flag(u"can_select"_s, true);
        table.anyReadable = table.anyReadable || readable;
        if (column.keyOrdinal > 0 && !readable)
            table.keyReadable = false;
        table.schema.columns += column;
    }
    return tables;
}

/// The row of `candidates` that a typed name means, or why there is none.
Result<qsizetype> chooseTable(
    const TableRef &asked, const ResultRows &states, const QList<qsizetype> &candidates)
{
    QList<qsizetype> similar;
    QStringList names;
    for (const qsizetype index : candidates) {
        const RowReader row(states, index);
        const QString schema = row.textOr(u"schema_name"_s, {});
        const QString table = row.textOr(u"table_name"_s, {});
        if (schema == asked.schema && table == asked.table)
            return index;
        if (schema.compare(asked.schema, Qt::CaseInsensitive) == 0
            && table.compare(asked.table, Qt::CaseInsensitive) == 0) {
            similar += index;
            names += schema + u'.' + table;
        }
    }
    if (similar.size() == 1)
        return similar.first();
    if (similar.isEmpty())
        return failWithAdvice(ErrorKind::NotFound,
            SurveyText::tr("There is no table %1.%2 in the database %3, or this login may not see it.")
                .arg(asked.schema, asked.table, asked.database),
            SurveyText::tr("Check the name, or ask for the right SELECT on it."), asked.display());
    names.sort();
    return failWithAdvice(ErrorKind::NotFound,
        SurveyText::tr("The name %1.%2 fits several tables of the database %3: %4.")
            .arg(asked.schema, asked.table, asked.database, names.join(u", "_s)),
        SurveyText::tr("Write it exactly as one of them."), asked.display());
}

SyncError missingRight(const QString &right, const TableRef &table, const QString &user)
{
    return failWithAdvice(ErrorKind::Permission,
        SurveyText::tr("The right %1 on %2 is missing.").arg(right, table.display()),
        SurveyText::tr("Someone who may grant it runs: %1").arg(grantStatement(right, table, user)),
        table.display())
        .value();
}

std::optional<SyncError> permissionProblem(const TableState &state, const QString &user)
{
    if (!state.canSelect)
        return missingRight(u"SELECT"_s, state.table, user);
    if (state.tracked && !state.canViewChangeTracking)
        return missingRight(u"VIEW CHANGE TRACKING"_s, state.table, user);
    return std::nullopt;
}

TableState stateOf(const TableRef &asked, const RowReader &row, const QHash<qint64, TableColumns> &columns,
    const QString &user)
{
    TableState state;
    state.table = { asked.database, row.textOr(u"schema_name"_s, asked.schema),
        row.textOr(u"table_name"_s, asked.table) };
    const qint64 objectId = row.number(u"object_id"_s).value_or(0);
    state.objectId = int(objectId);
    state.tracked = row.flag(u"tracked"_s, false);
    state.columnsTracked = row.flag(u"columns_tracked"_s, false);
    state.beginVersion = versionOf(row, u"begin_version"_s);
    state.minValidVersion = versionOf(row, u"min_valid_version"_s);
    state.rowEstimate = row.number(u"row_estimate"_s).value_or(0);
    state.sizeEstimateBytes = row.number(u"used_pages"_s).value_or(0) * pageBytes;
    // NULL of HAS_PERMS_BY_NAME says that it could not tell; then the read itself will.
    const TableColumns table = columns.value(objectId);
    state.canSelect = row.flag(u"can_select"_s, true) || (table.anyReadable && table.keyReadable);
    state.canViewChangeTracking = row.flag(u"can_view_changes"_s, true);
    state.schema = table.schema;
    state.problem = permissionProblem(state, user);
    return state;
}

} // namespace

Result<DatabaseState> decodeDatabaseState(
    const ResultRows &rows, const QString &address, const QString &database)
{
    if (rows.rows.size() != 1)
        return fail(ErrorKind::Internal,
            SurveyText::tr("The server describes the database %1 in %2 rows instead of one.")
                .arg(database, QString::number(rows.rows.size())),
            database);
    const RowReader row(rows, 0);
    DatabaseState state;
    state.source.server = row.textOr(u"server_name"_s, address);
    state.source.database = row.textOr(u"database_name"_s, database);
    state.source.databaseId = row.textOr(u"created"_s, {});
    state.currentVersion = versionOf(row, u"current_version"_s);
    state.snapshotAllowed = row.number(u"snapshot_state"_s).value_or(0) == 1;
    state.readCommittedSnapshot = row.flag(u"read_committed_snapshot"_s, false);
    state.retention = retentionOf(row);
    state.autoCleanup = row.flag(u"auto_cleanup"_s, true);
    return state;
}

QList<TableState> decodeTableStates(
    const QList<TableRef> &asked, const ResultRows &states, const ResultRows &columns, const QString &user)
{
    const QHash<qint64, TableColumns> tables = collectColumns(columns);
    QHash<qint64, QList<qsizetype>> candidates;
    for (qsizetype i = 0; i < states.rows.size(); ++i)
        candidates[RowReader(states, i).number(u"asked"_s).value_or(-1)] += i;

    QList<TableState> result;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const Result<qsizetype> chosen = chooseTable(asked[i], states, candidates.value(i));
        if (chosen) {
            result += stateOf(asked[i], RowReader(states, *chosen), tables, user);
            continue;
        }
        TableState missing;
        missing.table = asked[i];
        missing.canSelect = false;
        missing.canViewChangeTracking = false;
        missing.problem = chosen.error();
        result += missing;
    }
    return result;
}

} // namespace tidemark
