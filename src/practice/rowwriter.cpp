#include "rowwriter.h"

#include "conversion.h"
#include "sessioncore.h"
#include "sqltypetext.h"
#include "storedvalue.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString takenRowsFrom = u"FROM temp.taken_rows"_s;

bool identityFits(qint64 value, const SqlType &type)
{
    switch (type.id) {
    case TypeId::TinyInt:
        return value >= 0 && value <= 255;
    case TypeId::SmallInt:
        return value >= -32768 && value <= 32767;
    case TypeId::Int:
        return value >= std::numeric_limits<qint32>::min() && value <= std::numeric_limits<qint32>::max();
    default:
        return true;
    }
}

/// A value as an error text shows it.
QString shownValue(const SqlValue &value, const SqlType &type)
{
    if (isNull(value))
        return u"<NULL>"_s;
    SqlType text{ TypeId::NVarChar, 4000 };
    const SqlResult<SqlValue> shown = convertValue(value, type, text, isBinary(type.id) ? 1 : 0);
    return shown && std::holds_alternative<QString>(*shown) ? std::get<QString>(*shown) : u"?"_s;
}

QString assignments(const QStringList &columns, const QString &source)
{
    QStringList list;
    for (const QString &column : columns)
        list += column + u" = "_s + source + u'.' + column;
    return list.join(u", "_s);
}

} // namespace

RowWriter::RowWriter(SessionCore &core, const SessionSchema::Found &found, std::optional<QByteArray> context)
    : m_core(core), m_found(found), m_table(*m_found.table), m_storage(m_table.view->storage),
      m_log(core.connection(), m_table, found.database->prefix(), std::move(context), core.statementTime,
          core.transaction().id())
{
    if (const CatalogIndex *key = m_table.primaryKey())
        m_key = storages(key->columns);
}

SqlStatus RowWriter::makeTakenRows(SessionCore &core, const CatalogTable &table)
{
    QStringList columns{ u"r INTEGER PRIMARY KEY"_s };
    for (std::size_t i = 0; i < table.view->columns.size(); ++i) {
        const ColumnView &column = table.view->columns[i];
        if (!column.storage.isEmpty())
            columns += column.storage
                + (isText(column.type.id) ? u" COLLATE "_s + sqliteCollation(column.collation) : QString());
    }
    return core.connection().run(
        u"DROP TABLE IF EXISTS temp.taken_rows; CREATE TABLE temp.taken_rows (%1)"_s.arg(
            columns.join(u", "_s)));
}

SqlStatus RowWriter::run(const QString &sql)
{
    return m_core.connection().run(sql);
}

SqlResult<qint64> RowWriter::takenRows()
{
    const auto count = m_core.connection().integer(u"SELECT count(*) "_s + takenRowsFrom);
    if (!count)
        return sqlError(count.error());
    return count->value_or(0);
}

QStringList RowWriter::storages(const QList<int> &columnIds, const QString &before) const
{
    QStringList names;
    for (const int id : columnIds)
        names += before + m_table.columns[m_table.columnIndex(id)].storage;
    return names;
}

QStringList RowWriter::allStorages() const
{
    QStringList names;
    for (const CatalogColumn &column : m_table.columns) {
        if (!column.storage.isEmpty())
            names += column.storage;
    }
    return names;
}

QString RowWriter::qualifiedName() const
{
    return m_table.view->schema + u'.' + m_table.name;
}

SqlResult<qint64> RowWriter::insertAll(const QList<int> &given)
{
    const SqlResult<qint64> rows = takenRows();
    if (!rows || *rows == 0)
        return rows;
    if (const CatalogColumn *identity = m_table.identityColumn()) {
        const bool own = given.contains(m_table.columnIndex(identity->id));
        const SqlStatus ok = own ? noteIdentity(identity->storage) : giveIdentity(*rows);
        if (!ok)
            return sqlError(ok.error());
    }
    if (SqlStatus ok = giveRowVersions(); !ok)
        return sqlError(ok.error());
    QList<int> all(m_table.columns.size());
    std::iota(all.begin(), all.end(), 0);
    if (SqlStatus ok = checkNulls(all, u"INSERT"_s); !ok)
        return sqlError(ok.error());
    const QString columns = allStorages().join(u", "_s);
    if (SqlStatus ok = runUnique(
            u"INSERT INTO %1 (%2) SELECT %2 %3 ORDER BY r"_s.arg(m_storage, columns, takenRowsFrom));
        !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = m_log.add('I', m_key.join(u", "_s), takenRowsFrom + u" ORDER BY r"_s); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = countRows(*rows); !ok)
        return sqlError(ok.error());
    return rows;
}

SqlResult<qint64> RowWriter::deleteAll()
{
    const SqlResult<qint64> rows = takenRows();
    if (!rows || *rows == 0)
        return rows;
    const QString which = u"FROM %1 WHERE rowid IN (SELECT r FROM temp.taken_rows)"_s.arg(m_storage);
    if (SqlStatus ok = m_log.add('D', m_key.join(u", "_s), which); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = run(u"DELETE "_s + which); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = countRows(-*rows); !ok)
        return sqlError(ok.error());
    return rows;
}

SqlResult<qint64> RowWriter::updateAll(const QList<int> &given)
{
    const SqlResult<qint64> rows = takenRows();
    if (!rows || *rows == 0)
        return rows;
    if (SqlStatus ok = checkNulls(given, u"UPDATE"_s); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = giveRowVersions(); !ok)
        return sqlError(ok.error());
    QList<int> changed;
    for (const int index : given)
        changed += m_table.columns[index].id;
    m_log.setChangedColumns(changed);
    const SqlStatus done = touchesUniqueIndex(given) ? moveRows(given) : updateInPlace(given);
    if (!done)
        return sqlError(done.error());
    return rows;
}

bool RowWriter::touches(const QList<int> &given, const QList<int> &columnIds) const
{
    return std::any_of(given.cbegin(), given.cend(),
        [&](int index) { return columnIds.contains(m_table.columns[index].id); });
}

bool RowWriter::touchesUniqueIndex(const QList<int> &given) const
{
    return std::any_of(m_table.indexes.cbegin(), m_table.indexes.cend(),
        [&](const CatalogIndex &index) { return index.unique && touches(given, index.columns); });
}

SqlStatus RowWriter::updateInPlace(const QList<int> &given)
{
    QStringList columns;
    for (const int index : given)
        columns += m_table.columns[index].storage;
    if (const CatalogColumn *version = m_table.rowVersionColumn())
        columns += version->storage;
    if (SqlStatus ok = run(u"UPDATE %1 AS t SET %2 FROM temp.taken_rows AS s WHERE t.rowid = s.r"_s.arg(
            m_storage, assignments(columns, u"s"_s)));
        !ok)
        return ok;
    return m_log.add(
        'U', m_key.join(u", "_s), u"FROM %1 WHERE rowid IN (SELECT r FROM temp.taken_rows)"_s.arg(m_storage));
}

/// Keys may change places among the rows, so all leave before the first comes back.
SqlStatus RowWriter::moveRows(const QList<int> &given)
{
    QStringList kept;
    const CatalogColumn *version = m_table.rowVersionColumn();
    for (int i = 0; i < m_table.columns.size(); ++i) {
        const CatalogColumn &column = m_table.columns[i];
        if (!column.storage.isEmpty() && !given.contains(i) && &column != version)
            kept += column.storage;
    }
    if (!kept.isEmpty()) {
        if (SqlStatus ok = run(u"UPDATE temp.taken_rows AS s SET %2 FROM %1 AS t WHERE t.rowid = s.r"_s.arg(
                m_storage, assignments(kept, u"t"_s)));
            !ok)
            return ok;
    }
    const bool newKey = m_table.primaryKey() && touches(given, m_table.primaryKey()->columns);
    const QString key = m_key.join(u", "_s);
    const QString which = u"FROM %1 WHERE rowid IN (SELECT r FROM temp.taken_rows)"_s.arg(m_storage);
    if (SqlStatus ok = m_log.add(newKey ? 'D' : 'U', key, which); !ok)
        return ok;
    if (SqlStatus ok = run(u"DELETE "_s + which); !ok)
        return ok;
    const QString columns = allStorages().join(u", "_s);
    if (SqlStatus ok =
            runUnique(u"INSERT INTO %1 (rowid, %2) SELECT r, %2 %3"_s.arg(m_storage, columns, takenRowsFrom));
        !ok)
        return ok;
    return newKey ? m_log.add('I', key, takenRowsFrom) : SqlStatus();
}

SqlStatus RowWriter::checkNulls(const QList<int> &columns, const QString &verb)
{
    for (const int index : columns) {
        const CatalogColumn &column = m_table.columns[index];
        if (column.nullable || column.storage.isEmpty())
            continue;
        const auto found = m_core.connection().integer(
            u"SELECT 1 %1 WHERE %2 IS NULL LIMIT 1"_s.arg(takenRowsFrom, column.storage));
        if (!found)
            return sqlError(found.error());
        if (*found)
            return sqlError(515,
                u"Cannot insert the value NULL into column '%1', table '%2.%3'; column does not allow nulls. "
                "%4 fails."_s.arg(column.name, m_found.database->name(), qualifiedName(), verb),
                1, 16, 2);
    }
    return {};
}

SqlStatus RowWriter::giveIdentity(qint64 rows)
{
    const CatalogColumn &column = *m_table.identityColumn();
    const ast::IdentitySpec spec = *column.identity;
    const auto stored = m_core.connection().integer(
        u"SELECT identity FROM %1.sys_rowcounts WHERE object_id = %2"_s.arg(m_found.database->prefix())
            .arg(m_table.objectId));
    if (!stored)
        return sqlError(stored.error());
    m_found.database->load(m_table.objectId, stored->value_or(spec.seed - spec.increment));
    const qint64 last = m_found.database->advance(m_table.objectId, rows * spec.increment);
    if (!identityFits(last, column.type))
        return sqlError(8115,
            u"Arithmetic overflow error converting IDENTITY to data type %1."_s.arg(
                typeName(column.type.id)));
    const qint64 before = last - rows * spec.increment;
    if (SqlStatus ok = run(u"UPDATE temp.taken_rows SET %1 = %2 + r * %3"_s.arg(column.storage)
                               .arg(before)
                               .arg(spec.increment));
        !ok)
        return ok;
    return noteIdentity(column.storage);
}

/// The counter goes as far as the furthest value; the session remembers the last.
SqlStatus RowWriter::noteIdentity(const QString &column)
{
    const ast::IdentitySpec spec = *m_table.identityColumn()->identity;
    const QString furthest = spec.increment > 0 ? u"max"_s : u"min"_s;
    const auto last =
        m_core.connection().integer(u"SELECT %1 %2 ORDER BY r DESC LIMIT 1"_s.arg(column, takenRowsFrom));
    const auto far = m_core.connection().integer(u"SELECT %1(%2) %3"_s.arg(furthest, column, takenRowsFrom));
    if (!last || !far)
        return sqlError(last ? far.error() : last.error());
    m_core.scopeIdentity = *last;
    if (!*far)
        return {};
    m_found.database->raise(m_table.objectId, **far, spec.increment > 0);
    return run(u"UPDATE %1.sys_rowcounts SET identity = %4(ifnull(identity, %3), %3) WHERE object_id = %2"_s
                   .arg(m_found.database->prefix())
                   .arg(m_table.objectId)
                   .arg(**far)
                   .arg(furthest));
}

SqlStatus RowWriter::giveRowVersions()
{
    const CatalogColumn *column = m_table.rowVersionColumn();
    if (!column)
        return {};
    const QString counters = m_found.database->prefix() + u".sys_counters"_s;
    const auto stored = m_core.connection().integer(u"SELECT row_version FROM "_s + counters);
    if (!stored)
        return sqlError(stored.error());
    m_found.database->load(0, stored->value_or(0));
    SqlResult<SqliteStatement> rows =
        m_core.connection().prepare(u"SELECT r %1 ORDER BY r"_s.arg(takenRowsFrom));
    SqlResult<SqliteStatement> update =
        m_core.connection().prepare(u"UPDATE temp.taken_rows SET %1 = ? WHERE r = ?"_s.arg(column->storage));
    if (!rows || !update)
        return sqlError(rows ? update.error() : rows.error());
    qint64 last = 0;
    while (rows->step() == SqliteStatement::Step::Row) {
        last = m_found.database->advance(0, 1);
        update->bindBlob(1, rowVersionBytes(last)).bind(2, rows->integer(0));
        if (!update->run())
            return sqlError(m_core.connection().failure());
    }
    return run(u"UPDATE %1 SET row_version = %2"_s.arg(counters).arg(last));
}

SqlStatus RowWriter::runUnique(const QString &sql)
{
    SqlStatus done = run(sql);
    if (!done && m_core.connection().failedOnUniqueIndex())
        return sqlError(duplicate());
    return done;
}

ServerMessage RowWriter::duplicate()
{
    for (const CatalogIndex &index : m_table.indexes) {
        if (!index.unique)
            continue;
        const SqlResult<std::optional<QString>> value = duplicateIn(index);
        if (!value)
            return value.error();
        if (!*value)
            continue;
        if (index.objectId == 0)
            return { 2601, 14, 1,
                u"Cannot insert duplicate key row in object '%1' with unique index '%2'. The duplicate key "
                "value is (%3)."_s.arg(qualifiedName(), index.name, **value),
                1, {} };
        return { 2627, 14, 1,
            u"Violation of %1 constraint '%2'. Cannot insert duplicate key in object '%3'. The duplicate key "
            "value is (%4)."_s.arg(
                index.primaryKey ? u"PRIMARY KEY"_s : u"UNIQUE KEY"_s, index.name, qualifiedName(), **value),
            1, {} };
    }
    return { 2601, 14, 1, u"Cannot insert duplicate key row in object '%1'."_s.arg(qualifiedName()), 1, {} };
}

/// The first key that stands in the table and in the taken rows, or twice in these.
SqlResult<std::optional<QString>> RowWriter::duplicateIn(const CatalogIndex &index)
{
    const QStringList columns = storages(index.columns);
    QStringList equal;
    for (const QString &column : columns)
        equal += u"t.%1 IS s.%1"_s.arg(column);
    const QString own = columns.join(u", "_s);
    const QStringList searches = { u"SELECT %1 FROM temp.taken_rows AS s JOIN %2 AS t ON %3 LIMIT 1"_s.arg(
                                       storages(index.columns, u"s."_s).join(u", "_s), m_storage,
                                       equal.join(u" AND "_s)),
        u"SELECT %1 %2 GROUP BY %1 HAVING count(*) > 1 LIMIT 1"_s.arg(own, takenRowsFrom) };
    for (const QString &search : searches) {
        SqlResult<SqliteStatement> statement = m_core.connection().prepare(search);
        if (!statement)
            return sqlError(statement.error());
        if (statement->step() != SqliteStatement::Step::Row)
            continue;
        QStringList shown;
        for (int i = 0; i < index.columns.size(); ++i) {
            const SqlType type = m_table.columns[m_table.columnIndex(index.columns[i])].type;
            shown += shownValue(storedColumn(statement->raw(), i, type), type);
        }
        return shown.join(u", "_s);
    }
    return std::nullopt;
}

SqlStatus RowWriter::countRows(qint64 more)
{
    return run(
        u"UPDATE %1.sys_rowcounts SET rows = rows + %2 WHERE object_id = %3"_s.arg(m_found.database->prefix())
            .arg(more)
            .arg(m_table.objectId));
}

} // namespace tidemark::practice
