#include "rowloader.h"

#include "sessioncore.h"
#include "storedvalue.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

RowLoader::RowLoader(SessionCore &core, SessionSchema::Found found) : m_core(&core), m_found(std::move(found))
{
}

SqlResult<RowLoader> RowLoader::open(SessionCore &core, const QString &schema, const QString &table)
{
    ast::ObjectName name;
    name.schema = schema;
    name.name = table;
    SqlResult<SessionSchema::Found> found = SessionSchema(core).find(name);
    if (!found)
        return sqlError(found.error());
    if (SqlStatus ok = core.transaction().beforeWrite(found->database); !ok)
        return sqlError(ok.error());
    RowLoader loader(core, *found);
    QStringList columns;
    QStringList places;
    const CatalogColumn *version = found->table->rowVersionColumn();
    for (int i = 0; i < found->table->columns.size(); ++i) {
        const CatalogColumn &column = found->table->columns[i];
        if (column.storage.isEmpty())
            continue;
        if (&column != version)
            loader.m_columns += i;
        columns += column.storage;
        places += u"?"_s;
    }
    // The rowversion comes last in the order of parameters.
    if (version) {
        columns.removeAll(version->storage);
        columns += version->storage;
    }
    SqlResult<SqliteStatement> insert = core.connection().prepare(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(
        found->table->view->storage, columns.join(u", "_s), places.join(u", "_s)));
    if (!insert)
        return sqlError(insert.error());
    loader.m_insert = std::move(*insert);
    return loader;
}

SqlStatus RowLoader::add(const SqlRow &row)
{
    const CatalogTable &table = *m_found.table;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const CatalogColumn &column = table.columns[m_columns[qsizetype(i)]];
        bindStored(m_insert.raw(), int(i) + 1, row[i], column.type);
        if (column.identity)
            m_lastIdentity = std::max(m_lastIdentity, std::get<qint64>(row[i]));
    }
    if (table.rowVersionColumn())
        m_insert.bindBlob(int(row.size()) + 1, rowVersionBytes(m_found.database->advance(0, 1)));
    if (!m_insert.run())
        return sqlError(m_core->connection().failure());
    ++m_rows;
    return {};
}

SqlStatus RowLoader::finish()
{
    const QString id = QString::number(m_found.table->objectId);
    QString sql = u"UPDATE %1.sys_rowcounts SET rows = rows + %2"_s.arg(
        m_found.database->prefix(), QString::number(m_rows));
    if (m_found.table->identityColumn())
        sql += u", identity = "_s + QString::number(m_lastIdentity);
    return m_core->connection().run(sql + u" WHERE object_id = "_s + id);
}

} // namespace tidemark::practice
