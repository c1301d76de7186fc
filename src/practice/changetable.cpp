#include "changetable.h"

#include "changefold.h"
#include "collation.h"
#include "sessioncore.h"
#include "sessionschema.h"
#include "storedvalue.h"
#include "translatedquery.h"

#include <sqlite3.h>

#include <memory>
#include <vector>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FreeValue {
    void operator()(sqlite3_value *value) const { sqlite3_value_free(value); }
};
using KeptValue = std::unique_ptr<sqlite3_value, FreeValue>;

// Columns of the log as takeEntry() reads them; the keys follow.
constexpr int firstKey = 4;

bool sameStored(sqlite3_value *left, sqlite3_value *right, const Collation &collation)
{
    const auto bytes = [](sqlite3_value *value) {
        const auto *data = static_cast<const char *>(sqlite3_value_blob(value));
        return QByteArrayView(data, sqlite3_value_bytes(value));
    };
    switch (sqlite3_value_type(left)) {
    case SQLITE_INTEGER:
        return sqlite3_value_int64(left) == sqlite3_value_int64(right);
    case SQLITE_FLOAT:
        return sqlite3_value_double(left) == sqlite3_value_double(right);
    case SQLITE_TEXT:
        return compareStoredText(bytes(left), bytes(right), collation) == 0;
    default:
        return bytes(left) == bytes(right);
    }
}

ChangeEntry takeEntry(const SqliteStatement &row)
{
    ChangeEntry entry;
    entry.version = row.integer(0);
    entry.operation = row.text(1).at(0).toLatin1();
    if (!row.isNull(2))
        entry.columns = row.blob(2);
    if (!row.isNull(3))
        entry.context = row.blob(3);
    return entry;
}

void bindOptional(SqliteStatement &statement, int index, const std::optional<QByteArray> &bytes)
{
    if (bytes)
        statement.bindBlob(index, *bytes);
    else
        statement.bindNull(index);
}

void bindChange(SqliteStatement &insert, const FoldedChange &change)
{
    insert.bind(1, change.version);
    if (change.creationVersion)
        insert.bind(2, *change.creationVersion);
    else
        insert.bindNull(2);
    insert.bindText(3, QString(QLatin1Char(change.operation)));
    bindOptional(insert, 4, change.columns);
    bindOptional(insert, 5, change.context);
}

} // namespace

ChangeTableReader::ChangeTableReader(SessionCore &core, const ChangePart &part, const QStringList &variables)
    : m_core(core), m_part(part), m_variables(variables)
{
    for (int i = 1; i <= part.table->key.size(); ++i)
        m_keyNames += u'k' + QString::number(i);
}

SqlStatus ChangeTableReader::fill()
{
    const SqlResult<SessionSchema::Found> found = SessionSchema(m_core).find(*m_part.table);
    if (!found)
        return sqlError(found.error());
    if (!found->table->tracking)
        return sqlError(22105, u"Change tracking is not enabled on table '%1'."_s.arg(m_part.table->name));
    m_prefix = found->database->prefix();
    m_log = m_prefix + u'.' + found->table->changeStorage();
    if (SqlStatus ok = makeTable(); !ok)
        return ok;
    return m_part.isVersion ? fillVersion() : fillChanges();
}

SqlStatus ChangeTableReader::makeTable() const
{
    QStringList columns = m_part.isVersion ? QStringList{ u"v"_s, u"ctx"_s }
                                           : QStringList{ u"v"_s, u"cv"_s, u"op"_s, u"cols"_s, u"ctx"_s };
    for (int i = 0; i < m_keyNames.size(); ++i) {
        const ColumnView &column = m_part.table->columns[std::size_t(m_part.table->key[i])];
        columns += m_keyNames[i] + u" COLLATE "_s + sqliteCollation(column.collation);
    }
    return m_core.connection().run(
        u"DROP TABLE IF EXISTS %1; CREATE TABLE %1 (%2)"_s.arg(m_part.storage, columns.join(u", "_s)));
}

SqlResult<std::optional<qint64>> ChangeTableReader::since() const
{
    SqlResult<SqliteStatement> statement = m_core.connection().prepare(u"SELECT "_s + m_part.sinceSql);
    if (!statement)
        return sqlError(statement.error());
    bindVariables(*statement, m_variables, m_core);
    if (statement->step() != SqliteStatement::Step::Row)
        return sqlError(m_core.connection().failure());
    return statement->isNull(0) ? std::nullopt : std::optional(statement->integer(0));
}

SqlStatus ChangeTableReader::fillChanges()
{
    const SqlResult<std::optional<qint64>> version = since();
    if (!version)
        return sqlError(version.error());
    if (version->value_or(0) < 0)
        return {}; // as the server answers a version that never was
    const QString keys = m_keyNames.join(u", "_s);
    SqlResult<SqliteStatement> entries = m_core.connection().prepare(
        u"SELECT v, op, cols, ctx, %1 FROM %2 WHERE v > ?1 AND v <= (SELECT current_version FROM "
        "%3.sys_counters) ORDER BY %1, rowid"_s.arg(keys, m_log, m_prefix));
    if (!entries)
        return sqlError(entries.error());
    entries->bind(1, version->value_or(0));
    QString places = u"?, ?, ?, ?, ?"_s;
    for (int i = 0; i < m_keyNames.size(); ++i)
        places += u", ?"_s;
    SqlResult<SqliteStatement> insert =
        m_core.connection().prepare(u"INSERT INTO %1 VALUES (%2)"_s.arg(m_part.storage, places));
    if (!insert)
        return sqlError(insert.error());
    return foldInto(*entries, *insert);
}

SqlStatus ChangeTableReader::foldInto(SqliteStatement &entries, SqliteStatement &insert) const
{
    const int keyCount = int(m_keyNames.size());
    ChangeFold fold;
    std::vector<KeptValue> key;
    qint64 keyVersion = 0; // of the entry that spells the key: the first of the last version
    const auto sameKey = [&] {
        for (int i = 0; i < keyCount; ++i) {
            const ColumnView &column = m_part.table->columns[std::size_t(m_part.table->key[i])];
            if (!sameStored(key[std::size_t(i)].get(), entries.value(firstKey + i), column.collation))
                return false;
        }
        return true;
    };
    const auto put = [&]() -> bool {
        bindChange(insert, fold.result());
        for (int i = 0; i < keyCount; ++i)
            insert.bindValue(6 + i, key[std::size_t(i)].get());
        return insert.run();
    };
    SqliteStatement::Step step = entries.step();
    for (; step == SqliteStatement::Step::Row; step = entries.step()) {
        const bool same = !fold.isEmpty() && sameKey();
        if (!same && !fold.isEmpty()) {
            if (!put())
                return sqlError(m_core.connection().failure());
            fold = ChangeFold();
        }
        const ChangeEntry entry = takeEntry(entries);
        if (!same || entry.version != keyVersion) {
            key.clear();
            for (int i = 0; i < keyCount; ++i)
                key.emplace_back(sqlite3_value_dup(entries.value(firstKey + i)));
            keyVersion = entry.version;
        }
        fold.add(entry);
    }
    if (step == SqliteStatement::Step::Failed || (!fold.isEmpty() && !put()))
        return sqlError(m_core.connection().failure());
    return {};
}

/// The row of the table with that key, and the last version of it that the log still knows.
SqlStatus ChangeTableReader::fillVersion() const
{
    const TableView &table = *m_part.table;
    QStringList ofRow;
    QStringList ofLog;
    QStringList names;
    for (int i = 0; i < m_keyNames.size(); ++i) {
        const ColumnView &column = table.columns[std::size_t(table.key[i])];
        names += u"t."_s + column.storage;
        ofRow += u"t.%1 = %2"_s.arg(column.storage, m_part.keySql[i]);
        ofLog += u"l.%1 = t.%2"_s.arg(m_keyNames[i], column.storage);
    }
    const QString last = u"(SELECT l.%1 FROM %2 AS l WHERE "_s + ofLog.join(u" AND "_s)
        + u" AND l.v <= (SELECT current_version FROM %3.sys_counters) ORDER BY l.rowid DESC LIMIT 1)"_s;
    const QString sql = u"INSERT INTO %1 SELECT %2, %3, %4 FROM %5 AS t WHERE %6"_s.arg(m_part.storage,
        last.arg(u"v"_s, m_log, m_prefix), last.arg(u"ctx"_s, m_log, m_prefix), names.join(u", "_s),
        table.storage, ofRow.join(u" AND "_s));
    SqlResult<SqliteStatement> statement = m_core.connection().prepare(sql);
    if (!statement)
        return sqlError(statement.error());
    bindVariables(*statement, m_variables, m_core);
    if (!statement->run())
        return sqlError(m_core.connection().failure());
    return {};
}

} // namespace tidemark::practice
