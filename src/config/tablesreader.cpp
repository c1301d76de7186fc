#include "tablesreader.h"

#include "settingstable.h"
#include "tablename.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// In `{db: {schemas: X}}`, whether X is the map of schemas or the tables of a schema of that name.
bool holdsSchemas(const DocumentNode &node)
{
    if (node.kind != DocumentNode::Kind::Map)
        return false;
    for (const DocumentNode &item : node.items) {
        if (item.kind == DocumentNode::Kind::Map || item.kind == DocumentNode::Kind::List)
            return true;
    }
    return node.items.isEmpty();
}

TableRef tableDefaults()
{
    return { {}, u"dbo"_s, {} };
}

} // namespace

TableRequest TablesReader::newRequest(const TableRef &table) const
{
    TableRequest request;
    request.table = table;
    request.dialect = m_job.dialect;
    request.files = m_job.files;
    request.policies = m_job.policies;
    return request;
}

void TablesReader::add(const DocumentPlace &place, const TableRequest &request)
{
    if (const auto before = m_paths.constFind(request.table); before != m_paths.cend()) {
        m_reader.error(
            place, tr("the table %1 is named twice, first at %2.").arg(request.table.display(), *before));
        return;
    }
    m_paths.insert(request.table, place.path);
    m_job.tables += request;
}

void TablesReader::readTables(const DocumentPlace &place)
{
    if (place.node->kind == DocumentNode::Kind::Map) {
        readDatabases(place);
        return;
    }
    if (!m_reader.isFilledList(place, tr("a list with at least one table")))
        return;
    for (qsizetype i = 0; i < place.node->items.size(); ++i)
        readTable(place.item(i));
}

void TablesReader::readTable(const DocumentPlace &place)
{
    TableRequest request = newRequest({});
    if (place.node->kind == DocumentNode::Kind::Text) {
        if (readReference(place, tableDefaults(), request.table))
            add(place, request);
        return;
    }
    if (!m_reader.isFilledMap(
            place, tr("a map with the keys database and table, or \"database.schema.table\"")))
        return;
    MapReader map(m_reader, place);
    const bool named = readReference(map, tableDefaults(), request.table);
    readOptions(map, request);
    map.warnUnknown();
    if (named)
        add(place, request);
}

bool TablesReader::readName(const DocumentPlace &place, QString &name)
{
    const std::optional<QString> text = m_reader.text(place);
    if (!text)
        return false;
    const auto single = singleName(*text);
    if (!single) {
        m_reader.error(place, tr("this is not a name: %1.").arg(single.error()));
        return false;
    }
    name = *single;
    return true;
}

bool TablesReader::readKey(const DocumentPlace &place, const QString &key, QString &name)
{
    DocumentNode node = DocumentNode::ofText(key);
    node.line = place.node->line;
    return readName({ &node, place.path }, name);
}

bool TablesReader::readParts(const DocumentPlace &place, TableRef &table)
{
    const std::optional<QString> text = m_reader.text(place);
    if (!text)
        return false;
    const auto parts = splitTableName(*text);
    if (!parts) {
        m_reader.error(place, tr("this is not the name of a table: %1.").arg(parts.error()));
        return false;
    }
    table.table = parts->last();
    if (parts->size() > 1)
        table.schema = parts->at(parts->size() - 2);
    if (parts->size() > 2 && !table.database.isEmpty() && table.database != parts->first()) {
        m_reader.error(place,
            tr("it names the database %1, but the key \"database\" says %2.")
                .arg(parts->first(), table.database));
        return false;
    }
    if (parts->size() > 2)
        table.database = parts->first();
    return true;
}

bool TablesReader::complete(const DocumentPlace &place, const TableRef &defaults, TableRef &table)
{
    if (table.schema.isEmpty())
        table.schema = defaults.schema;
    if (table.database.isEmpty())
        table.database = defaults.database;
    if (!table.database.isEmpty())
        return true;
    m_reader.error(place, tr("no database is named; expected database.schema.table or a key \"database\"."));
    return false;
}

bool TablesReader::readReference(const DocumentPlace &place, const TableRef &defaults, TableRef &table)
{
    return readParts(place, table) && complete(place, defaults, table);
}

bool TablesReader::readReference(MapReader &map, const TableRef &defaults, TableRef &table)
{
    const DocumentPlace database = map.take(u"database"_s);
    const DocumentPlace schema = map.take(u"schema"_s);
    DocumentPlace name = map.take(u"table"_s);
    if ((database && !readName(database, table.database)) || (schema && !readName(schema, table.schema)))
        return false;
    if (!name) {
        m_reader.error({ map.place().node, name.path },
            tr("is missing; expected the name of a table, as in dbo.orders."));
        return false;
    }
    if (schema ? !readName(name, table.table) : !readParts(name, table))
        return false;
    return complete(map.place(), defaults, table);
}

void TablesReader::readOptions(MapReader &map, TableRequest &request)
{
    visitTableSettings([&](const auto &setting, auto member) {
        if (const DocumentPlace place = map.take(setting.key)) {
            if (const auto value = readSetting(m_reader, setting, place))
                request.*member = *value;
        }
    });
    if (const DocumentPlace place = map.take(u"csv"_s))
        readCsv(place, request.dialect, request.files);
    if (const DocumentPlace place = map.take(u"policies"_s))
        readPolicies(place, request.policies);
    if (!request.where.isEmpty() && request.mode != SyncMode::Full) {
        m_reader.error(map.take(u"where"_s),
            tr("a filter works with the mode full only: with changes it would hide deleted rows. Set "
               "\"mode\": \"full\" or take the filter away."));
    }
}

void TablesReader::readCsv(const DocumentPlace &place, CsvDialect &dialect, FileOptions &files)
{
    MapReader map(m_reader, place);
    visitDialectSettings([&](const auto &setting, auto member) {
        if (const DocumentPlace value = map.take(setting.key)) {
            if (const auto read = readSetting(m_reader, setting, value))
                dialect.*member = *read;
        } else if (setting.key == u"null_mark" && map.contains(setting.key)) {
            m_reader.error({ map.place().node->find(setting.key), place.path + u".null_mark"_s },
                tr("null is nothing in JSON and YAML; put the mark in quotes, as in \"NULL\"."));
        }
    });
    visitFileSettings([&](const auto &setting, auto member) {
        if (const DocumentPlace value = map.take(setting.key)) {
            if (const auto read = readSetting(m_reader, setting, value))
                files.*member = *read;
        }
    });
    map.refuse(u"preset"_s);
    map.warnUnknown();
}

void TablesReader::readPolicies(const DocumentPlace &place, Policies &policies)
{
    MapReader map(m_reader, place);
    visitPolicySettings([&](const auto &setting, auto member) {
        if (const DocumentPlace value = map.take(setting.key)) {
            if (const auto read = readSetting(m_reader, setting, value))
                policies.*member = *read;
        }
    });
    map.warnUnknown();
}

void TablesReader::readDatabases(const DocumentPlace &place)
{
    if (!m_reader.isFilledMap(place, tr("a map with at least one database")))
        return;
    for (qsizetype i = 0; i < place.node->items.size(); ++i) {
        const DocumentPlace item = place.item(i);
        QString database;
        if (!readKey(item, place.node->keys[i], database)
            || !m_reader.isFilledMap(item, tr("a map with at least one schema")))
            continue;
        const DocumentPlace schemas = item.child(u"schemas"_s);
        const bool nested = schemas && holdsSchemas(*schemas.node);
        if (nested) {
            MapReader map(m_reader, item);
            readSchemas(map.take(u"schemas"_s), database);
            map.warnUnknown();
            continue;
        }
        for (qsizetype j = 0; j < item.node->items.size(); ++j) {
            QString schema;
            if (readKey(item.item(j), item.node->keys[j], schema))
                readNames(item.item(j), database, schema);
        }
    }
}

void TablesReader::readSchemas(const DocumentPlace &place, const QString &database)
{
    if (!m_reader.isFilledMap(place, tr("a map with at least one schema")))
        return;
    for (qsizetype i = 0; i < place.node->items.size(); ++i) {
        const DocumentPlace item = place.item(i);
        QString schema;
        if (!readKey(item, place.node->keys[i], schema)
            || !m_reader.isFilledMap(item, tr("a map with the key tables")))
            continue;
        MapReader map(m_reader, item);
        if (const DocumentPlace tables = map.take(u"tables"_s))
            readNames(tables, database, schema);
        else
            m_reader.error(item, tr("expected the key tables in it."));
        map.warnUnknown();
    }
}

void TablesReader::readNames(const DocumentPlace &place, const QString &database, const QString &schema)
{
    const QString expectation = tr("a list or map with at least one table");
    const bool isList = place.node->kind == DocumentNode::Kind::List;
    if (isList ? !m_reader.isFilledList(place, expectation) : !m_reader.isFilledMap(place, expectation))
        return;
    const Setting<SyncMode> mode = modeSetting();
    for (qsizetype i = 0; i < place.node->items.size(); ++i) {
        const DocumentPlace item = place.item(i);
        TableRequest request = newRequest({ database, schema, {} });
        if (isList ? !readName(item, request.table.table)
                   : !readKey(item, place.node->keys[i], request.table.table))
            continue;
        if (!isList && item.node->kind == DocumentNode::Kind::Map) {
            MapReader map(m_reader, item);
            readOptions(map, request);
            map.warnUnknown();
        } else if (!isList && item.node->kind != DocumentNode::Kind::Null) {
            request.mode = readSetting(m_reader, mode, item).value_or(request.mode);
        }
        add(item, request);
    }
}

void TablesReader::readExcludes(const DocumentPlace &place)
{
    if (!m_reader.isFilledList(place, tr("a list with at least one name or pattern")))
        return;
    const TableRef defaults{ u"*"_s, u"*"_s, {} };
    for (qsizetype i = 0; i < place.node->items.size(); ++i) {
        const DocumentPlace item = place.item(i);
        TableRef table;
        bool named = false;
        if (item.node->kind == DocumentNode::Kind::Map) {
            MapReader map(m_reader, item);
            named = readReference(map, defaults, table);
            map.warnUnknown();
        } else {
            named = readReference(item, defaults, table);
        }
        if (named)
            m_job.excludes += table;
    }
}

} // namespace tidemark
