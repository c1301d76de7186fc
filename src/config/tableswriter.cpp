#include "tableswriter.h"

#include "settingstable.h"
#include "tablename.h"

#include <algorithm>
#include <utility>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

DocumentNode nameNode(const QString &name)
{
    return DocumentNode::ofText(escapeVariables(joinTableName({ name })));
}

/// Removes the keys whose maps or lists have become empty: an empty one is an error to the reader.
void removeEmpty(DocumentNode &map)
{
    for (qsizetype i = map.items.size() - 1; i >= 0; --i) {
        if (!map.items[i].isScalar() && map.items[i].items.isEmpty())
            map.remove(map.keys[i]);
    }
}

bool isNested(const DocumentNode &database)
{
    const DocumentNode *schemas = database.find(u"schemas"_s);
    return schemas != nullptr
        && std::ranges::any_of(schemas->items, [](const DocumentNode &item) { return !item.isScalar(); });
}

/// A list of names becomes a map of modes, since only that can hold options.
void makeNamesMap(DocumentNode &names)
{
    if (names.kind == DocumentNode::Kind::Map)
        return;
    DocumentNode map = DocumentNode::map();
    map.line = names.line;
    for (const DocumentNode &item : std::as_const(names.items))
        map.insert(item.text, DocumentNode::ofText(syncModeName(SyncMode::FullIncremental)));
    names = map;
}

template <typename T, typename Value>
void writeSetting(DocumentNode &map, const Setting<T> &setting, const Value &read, const Value &wanted,
    const Value &inherited)
{
    const bool own = map.find(setting.key) != nullptr;
    if (wanted == (own ? read : inherited))
        return;
    if constexpr (std::is_same_v<Value, std::optional<T>>) {
        if (wanted)
            map.insert(setting.key, settingNode(setting, *wanted));
        else
            map.remove(setting.key);
    } else {
        map.insert(setting.key, settingNode(setting, wanted));
    }
}

/// Calls `change` with the map under a key, which is made for it and removed again when it stays empty.
template <typename Change>
void changeMap(DocumentNode &parent, const QString &key, Change &&change)
{
    DocumentNode *existing = parent.find(key);
    const bool isMap = existing != nullptr && existing->kind == DocumentNode::Kind::Map;
    DocumentNode map = isMap ? *existing : DocumentNode::map();
    change(map);
    if (isMap || !map.items.isEmpty())
        parent.insert(key, std::move(map));
}

} // namespace

TablesWriter::TablesWriter(DocumentNode &root, const JobFile &before, const JobFile &after)
    : m_root(root), m_before(before), m_after(after)
{
    m_inherited.dialect = after.dialect;
    m_inherited.files = after.files;
    m_inherited.policies = after.policies;
    for (qsizetype i = 0; i < after.tables.size(); ++i)
        m_wanted.insert(after.tables[i].table, i);
}

void TablesWriter::writeCommon(
    DocumentNode &map, const TableRequest &read, const TableRequest &wanted, const TableRequest &inherited)
{
    changeMap(map, u"csv"_s, [&](DocumentNode &csv) {
        visitDialectSettings([&](const auto &setting, auto member) {
            writeSetting(
                csv, setting, read.dialect.*member, wanted.dialect.*member, inherited.dialect.*member);
        });
        visitFileSettings([&](const auto &setting, auto member) {
            writeSetting(csv, setting, read.files.*member, wanted.files.*member, inherited.files.*member);
        });
    });
    changeMap(map, u"policies"_s, [&](DocumentNode &policies) {
        visitPolicySettings([&](const auto &setting, auto member) {
            writeSetting(policies, setting, read.policies.*member, wanted.policies.*member,
                inherited.policies.*member);
        });
    });
}

DocumentNode TablesWriter::withOptions(
    DocumentNode entry, const TableRequest &read, const TableRequest &wanted, bool mayBeMode) const
{
    DocumentNode map = entry.kind == DocumentNode::Kind::Map ? entry : DocumentNode::map();
    if (mayBeMode && entry.kind == DocumentNode::Kind::Text)
        map.insert(u"mode"_s, entry);
    visitTableSettings([&](const auto &setting, auto member) {
        writeSetting(map, setting, read.*member, wanted.*member, m_inherited.*member);
    });
    if (wanted.where.isEmpty())
        map.remove(u"where"_s);
    if (wanted.columns.isEmpty())
        map.remove(u"columns"_s);
    writeCommon(map, read, wanted, m_inherited);
    if (entry.kind == DocumentNode::Kind::Map || !mayBeMode)
        return map;
    const DocumentNode *mode = map.find(u"mode"_s);
    if (map.items.isEmpty())
        return entry;
    return map.items.size() == 1 && mode != nullptr ? *mode : map;
}

const TableRequest *TablesWriter::next(TableRequest &read)
{
    read = m_before.tables.value(m_entry++);
    const auto found = m_wanted.constFind(read.table);
    if (found == m_wanted.cend())
        return nullptr;
    m_met.insert(read.table, true);
    return &m_after.tables[*found];
}

void TablesWriter::updateList(DocumentNode &list)
{
    QList<std::pair<qsizetype, DocumentNode>> kept;
    for (const DocumentNode &item : std::as_const(list.items)) {
        TableRequest read;
        const TableRequest *wanted = next(read);
        if (wanted == nullptr)
            continue;
        DocumentNode entry = item;
        if (entry.kind != DocumentNode::Kind::Map) {
            const DocumentNode options = withOptions({}, read, *wanted, false);
            if (!options.items.isEmpty()) {
                entry = DocumentNode::map();
                entry.insert(u"table"_s, item);
                for (qsizetype i = 0; i < options.keys.size(); ++i)
                    entry.insert(options.keys[i], options.items[i]);
            }
        } else {
            entry = withOptions(entry, read, *wanted, false);
        }
        kept.append({ m_wanted.value(read.table), entry });
    }
    std::stable_sort(kept.begin(), kept.end(),
        [](const auto &left, const auto &right) { return left.first < right.first; });
    list.items.clear();
    for (const auto &entry : std::as_const(kept))
        list.items += entry.second;
}

void TablesWriter::updateDatabases(DocumentNode &databases)
{
    for (DocumentNode &database : databases.items) {
        if (!isNested(database)) {
            for (DocumentNode &names : database.items)
                updateNames(names);
            removeEmpty(database);
            continue;
        }
        DocumentNode &schemas = *database.find(u"schemas"_s);
        for (DocumentNode &schema : schemas.items) {
            updateNames(*schema.find(u"tables"_s));
            removeEmpty(schema);
        }
        removeEmpty(schemas);
        removeEmpty(database);
    }
    removeEmpty(databases);
}

void TablesWriter::updateNames(DocumentNode &names)
{
    const QList<DocumentNode> items = names.items;
    const QStringList keys = names.keys;
    const bool isList = names.kind == DocumentNode::Kind::List;
    for (qsizetype i = 0; i < items.size(); ++i) {
        TableRequest read;
        const TableRequest *wanted = next(read);
        const QString key = isList ? items[i].text : keys[i];
        if (wanted == nullptr) {
            if (names.kind == DocumentNode::Kind::Map)
                names.remove(key);
            else
                names.items.removeIf([&](const DocumentNode &item) { return item.text == key; });
            continue;
        }
        const DocumentNode entry = withOptions(isList ? DocumentNode() : items[i], read, *wanted, true);
        if (isList && entry.kind == DocumentNode::Kind::Null)
            continue;
        makeNamesMap(names);
        names.insert(key, entry);
    }
}

void TablesWriter::appendToNames(DocumentNode &names, const TableRequest &request) const
{
    const QString key = nameNode(request.table.table).text;
    const DocumentNode entry = withOptions({}, m_inherited, request, true);
    if (names.kind == DocumentNode::Kind::List && entry.kind == DocumentNode::Kind::Null) {
        names.items += DocumentNode::ofText(key);
        return;
    }
    makeNamesMap(names);
    names.insert(key,
        entry.kind == DocumentNode::Kind::Null ? DocumentNode::ofText(syncModeName(request.mode)) : entry);
}

void TablesWriter::appendToDatabases(DocumentNode &databases, const TableRequest &request)
{
    const QString databaseKey = nameNode(request.table.database).text;
    const QString schemaKey = nameNode(request.table.schema).text;
    const auto child = [](DocumentNode &parent, const QString &key) -> DocumentNode & {
        DocumentNode *existing = parent.find(key);
        const bool usable = existing != nullptr && !existing->isScalar();
        return usable ? *existing : parent.insert(key, DocumentNode::map());
    };
    // A database keeps its shape; a new one takes that of the others.
    const bool nestedElsewhere = std::ranges::any_of(databases.items, isNested);
    DocumentNode &database = child(databases, databaseKey);
    const bool nested = database.items.isEmpty() ? nestedElsewhere : isNested(database);
    if (nested)
        appendToNames(child(child(child(database, u"schemas"_s), schemaKey), u"tables"_s), request);
    else
        appendToNames(child(database, schemaKey), request);
}

void TablesWriter::appendToList(const TableRequest &request)
{
    DocumentNode entry = DocumentNode::map();
    entry.insert(u"database"_s, nameNode(request.table.database));
    entry.insert(u"table"_s,
        DocumentNode::ofText(escapeVariables(joinTableName({ request.table.schema, request.table.table }))));
    DocumentNode *list = m_root.find(u"tables"_s);
    if (list == nullptr || list->kind != DocumentNode::Kind::List)
        list = &m_root.insert(u"tables"_s, DocumentNode::list());
    list->items += withOptions(entry, m_inherited, request, false);
}

void TablesWriter::write()
{
    for (const QString &key : { u"tables"_s, u"databases"_s }) {
        DocumentNode *node = m_root.find(key);
        if (node == nullptr || node->isScalar())
            continue;
        if (node->kind == DocumentNode::Kind::List)
            updateList(*node);
        else
            updateDatabases(*node);
    }
    const DocumentNode *tables = m_root.find(u"tables"_s);
    const QString mapKey =
        tables != nullptr && tables->kind == DocumentNode::Kind::Map ? u"tables"_s : u"databases"_s;
    const bool hasList = tables != nullptr && tables->kind == DocumentNode::Kind::List;
    for (const TableRequest &request : m_after.tables) {
        if (m_met.contains(request.table))
            continue;
        DocumentNode *databases = m_root.find(mapKey);
        if (databases != nullptr && !databases->isScalar() && !hasList)
            appendToDatabases(*databases, request);
        else
            appendToList(request);
    }
    for (const QString &key : { u"tables"_s, u"databases"_s }) {
        const DocumentNode *node = m_root.find(key);
        if (node != nullptr && !node->isScalar() && node->items.isEmpty())
            m_root.remove(key);
    }
}

} // namespace tidemark
