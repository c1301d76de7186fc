#include "tabletreemodel.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

namespace tidemark {

struct TableTreeModel::Node {
    enum Kind { Root, Database, Schema, Table };

    Kind kind = Root;
    QString name;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
    CatalogDatabase database;
    CatalogTable table;
    SyncMode mode = SyncMode::FullIncremental;
    bool ticked = false; // tables; databases that are not loaded yet
    enum Loading { NotLoaded, Asked, Loaded, Failed } loading = NotLoaded; // databases
    QString failure;

    int row() const
    {
        const auto it = std::find_if(parent->children.cbegin(), parent->children.cend(),
            [this](const std::unique_ptr<Node> &node) { return node.get() == this; });
        return int(it - parent->children.cbegin());
    }

    Node *child(const QString &childName) const
    {
        for (const auto &node : children) {
            if (node->name == childName)
                return node.get();
        }
        return nullptr;
    }

    bool canSync() const { return table.tracked && table.hasKey; }

    Qt::CheckState state() const
    {
        if (kind == Table || (kind == Database && loading != Loaded))
            return ticked ? Qt::Checked : Qt::Unchecked;
        bool any = false;
        bool all = !children.empty();
        for (const auto &node : children) {
            // A table that cannot follow changes does not keep its schema from being whole.
            if (node->kind == Table && !node->canSync() && !node->ticked)
                continue;
            const Qt::CheckState each = node->state();
            any = any || each != Qt::Unchecked;
            all = all && each == Qt::Checked;
        }
        return !any ? Qt::Unchecked : all ? Qt::Checked : Qt::PartiallyChecked;
    }
};

QString syncModeText(SyncMode mode)
{
    switch (mode) {
    case SyncMode::Full:
        return TableTreeModel::tr("whole table");
    case SyncMode::Incremental:
        return TableTreeModel::tr("changes only");
    case SyncMode::FullIncremental:
        break;
    }
    return TableTreeModel::tr("whole, then changes");
}

TableTreeModel::TableTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
}

TableTreeModel::~TableTreeModel() = default;

void TableTreeModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_waiting.clear();
    endResetModel();
    Q_EMIT choiceChanged();
}

void TableTreeModel::setDatabases(const QList<CatalogDatabase> &databases)
{
    QStringList names;
    for (const CatalogDatabase &database : databases)
        names += database.name;
    for (int row = int(m_root->children.size()) - 1; row >= 0; --row) {
        if (names.contains(m_root->children[size_t(row)]->name))
            continue;
        beginRemoveRows({}, row, row);
        m_root->children.erase(m_root->children.begin() + row);
        endRemoveRows();
    }
    for (const CatalogDatabase &database : databases) {
        if (Node *known = m_root->child(database.name)) {
            known->database = database;
            announce(*known);
            continue;
        }
        const auto place = std::find_if(m_root->children.begin(), m_root->children.end(),
            [&](const std::unique_ptr<Node> &node) { return node->name > database.name; });
        const int row = int(place - m_root->children.begin());
        beginInsertRows({}, row, row);
        auto node = std::make_unique<Node>();
        node->kind = Node::Database;
        node->name = database.name;
        node->parent = m_root.get();
        node->database = database;
        m_root->children.insert(place, std::move(node));
        endInsertRows();
    }
    Q_EMIT choiceChanged();
}

void TableTreeModel::setTables(const QString &database, const QList<CatalogTable> &tables)
{
    Node *node = findDatabase(database);
    if (node == nullptr)
        return;
    const bool tickAll = node->loading != Node::Loaded && node->ticked;
    node->loading = Node::Loaded;
    node->failure.clear();
    QMap<QString, QList<CatalogTable>> schemas;
    for (const CatalogTable &table : tables)
        schemas[table.table.schema] += table;
    for (int row = int(node->children.size()) - 1; row >= 0; --row) {
        if (schemas.contains(node->children[size_t(row)]->name))
            continue;
        beginRemoveRows(indexOf(node), row, row);
        node->children.erase(node->children.begin() + row);
        endRemoveRows();
    }
    for (auto it = schemas.cbegin(); it != schemas.cend(); ++it) {
        Node *schema = node->child(it.key());
        if (schema == nullptr) {
            const auto place = std::find_if(node->children.begin(), node->children.end(),
                [&](const std::unique_ptr<Node> &each) { return each->name > it.key(); });
            const int row = int(place - node->children.begin());
            beginInsertRows(indexOf(node), row, row);
            auto fresh = std::make_unique<Node>();
            fresh->kind = Node::Schema;
            fresh->name = it.key();
            fresh->parent = node;
            schema = node->children.insert(place, std::move(fresh))->get();
            endInsertRows();
        }
        mergeTables(*schema, it.value());
    }
    if (tickAll)
        tick(*node, true);
    announce(*node);
    Q_EMIT choiceChanged();
}

void TableTreeModel::mergeTables(Node &schema, const QList<CatalogTable> &tables)
{
    QMap<QString, CatalogTable> wanted;
    for (const CatalogTable &table : tables)
        wanted.insert(table.table.table, table);
    for (int row = int(schema.children.size()) - 1; row >= 0; --row) {
        Node &node = *schema.children[size_t(row)];
        const auto it = wanted.constFind(node.name);
        if (it != wanted.cend()) {
            if (node.table != it.value()) {
                node.table = it.value();
                announce(node);
            }
            wanted.remove(node.name);
            continue;
        }
        beginRemoveRows(indexOf(&schema), row, row);
        schema.children.erase(schema.children.begin() + row);
        endRemoveRows();
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto place = std::lower_bound(schema.children.begin(), schema.children.end(), it.key(),
            [](const std::unique_ptr<Node> &each, const QString &name) { return each->name < name; });
        const int row = int(place - schema.children.begin());
        auto node = std::make_unique<Node>();
        node->kind = Node::Table;
        node->name = it.key();
        node->parent = &schema;
        node->table = it.value();
        node->mode = node->canSync() ? SyncMode::FullIncremental : SyncMode::Full;
        for (qsizetype i = 0; i < m_waiting.size(); ++i) {
            if (m_waiting[i].table.table == node->table.table) {
                node->ticked = true;
                node->mode = m_waiting[i].mode;
                m_waiting.removeAt(i);
                break;
            }
        }
        beginInsertRows(indexOf(&schema), row, row);
        schema.children.insert(place, std::move(node));
        endInsertRows();
    }
}

void TableTreeModel::setFailed(const QString &database, const QString &reason)
{
    if (Node *node = findDatabase(database)) {
        node->loading = Node::Failed;
        node->failure = reason;
        announce(*node);
    }
}

QList<ChosenTable> TableTreeModel::chosenTables() const
{
    QList<ChosenTable> chosen;
    for (const auto &database : m_root->children) {
        for (const auto &schema : database->children) {
            for (const auto &table : schema->children) {
                if (table->ticked)
                    chosen += ChosenTable{ table->table, table->mode };
            }
        }
    }
    return chosen + m_waiting;
}

void TableTreeModel::choose(const QList<ChosenTable> &tables)
{
    m_waiting = tables;
    for (const auto &database : m_root->children) {
        database->ticked = false;
        for (const auto &schema : database->children) {
            for (const auto &table : schema->children) {
                table->ticked = false;
                for (qsizetype i = 0; i < m_waiting.size(); ++i) {
                    if (m_waiting[i].table.table == table->table.table) {
                        table->ticked = true;
                        table->mode = m_waiting[i].mode;
                        m_waiting.removeAt(i);
                        break;
                    }
                }
                announce(*table);
            }
        }
        announce(*database);
    }
    QStringList wanted;
    for (const ChosenTable &waiting : m_waiting) {
        Node *node = findDatabase(waiting.table.table.database);
        if (node != nullptr && node->loading == Node::NotLoaded && !wanted.contains(node->name))
            wanted += node->name;
    }
    for (const QString &database : wanted)
        fetchMore(indexOf(findDatabase(database)));
    Q_EMIT choiceChanged();
}

QStringList TableTreeModel::loadedDatabases() const
{
    QStringList names;
    for (const auto &node : m_root->children) {
        if (node->loading == Node::Loaded)
            names += node->name;
    }
    return names;
}

TableTreeModel::Node *TableTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex TableTreeModel::indexOf(const Node *node, int column) const
{
    return node->kind == Node::Root ? QModelIndex()
                                    : createIndex(node->row(), column, const_cast<Node *>(node));
}

TableTreeModel::Node *TableTreeModel::findDatabase(const QString &name) const
{
    return m_root->child(name);
}

QModelIndex TableTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (row < 0 || row >= int(node->children.size()) || column < 0 || column >= ColumnCount
        || parent.column() > 0)
        return {};
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex TableTreeModel::parent(const QModelIndex &child) const
{
    const Node *node = nodeOf(child);
    return node->parent == nullptr ? QModelIndex() : indexOf(node->parent);
}

int TableTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int TableTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool TableTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (node->kind == Node::Database && node->loading != Node::Loaded)
        return node->database.accessible && parent.column() <= 0;
    return rowCount(parent) > 0;
}

bool TableTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->kind == Node::Database && node->database.accessible
        && (node->loading == Node::NotLoaded || node->loading == Node::Failed);
}

void TableTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *node = nodeOf(parent);
    node->loading = Node::Asked;
    announce(*node);
    Q_EMIT tablesWanted(node->name);
}

void TableTreeModel::tick(Node &node, bool on)
{
    if (node.kind == Node::Table) {
        node.ticked = on && (node.canSync() || node.mode == SyncMode::Full);
        return;
    }
    node.ticked = on;
    for (const auto &child : node.children) {
        // Ticking a group takes the tables that can follow changes; the others are ticked one by one.
        if (!on || child->kind != Node::Table || child->canSync())
            tick(*child, on);
    }
}

void TableTreeModel::announce(Node &node)
{
    for (Node *each = &node; each->kind != Node::Root; each = each->parent)
        Q_EMIT dataChanged(indexOf(each), indexOf(each, ColumnCount - 1));
    if (!node.children.empty()) {
        Q_EMIT dataChanged(
            indexOf(node.children.front().get()), indexOf(node.children.back().get(), ColumnCount - 1));
        if (node.kind == Node::Database) {
            for (const auto &schema : node.children) {
                if (!schema->children.empty()) {
                    Q_EMIT dataChanged(indexOf(schema->children.front().get()),
                        indexOf(schema->children.back().get(), ColumnCount - 1));
                }
            }
        }
    }
}

QVariant TableTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (index.column() == Name) {
        if (role == Qt::DisplayRole || role == FilterRole)
            return node.name;
        if (role == Qt::CheckStateRole)
            return node.state();
    }
    return node.kind == Node::Table ? tableData(node, index.column(), role)
                                    : groupData(node, index.column(), role);
}

QVariant TableTreeModel::tableData(const Node &node, int column, int role) const
{
    if (role == TableRole)
        return node.table.table.display();
    if (role == ModeRole)
        return int(node.mode);
    if (role == Qt::TextAlignmentRole && column == Rows)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (!node.table.hasKey)
            return tr("%1 has no primary key, so change tracking cannot follow it. It can be loaded whole.")
                .arg(node.table.table.display());
        if (!node.table.tracked)
            return tr("Change tracking is off for %1. It can be loaded whole.")
                .arg(node.table.table.display());
        return node.table.table.display();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Tracking:
        return !node.table.hasKey ? tr("no key") : node.table.tracked ? tr("tracked") : tr("not tracked");
    case Rows:
        return node.table.rowEstimate ? QLocale().toString(*node.table.rowEstimate) : QString();
    case Mode:
        return node.ticked ? syncModeText(node.mode) : QString();
    default:
        return {};
    }
}

QVariant TableTreeModel::groupData(const Node &node, int column, int role) const
{
    if (node.kind != Node::Database || column != Tracking)
        return {};
    if (role == Qt::ToolTipRole)
        return node.failure;
    if (role != Qt::DisplayRole)
        return {};
    if (!node.database.accessible)
        return tr("no access");
    if (node.loading == Node::Asked)
        return tr("loading");
    if (node.loading == Node::Failed)
        return tr("not loaded");
    return node.database.tracked ? tr("tracked") : tr("not tracked");
}

bool TableTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    Node &node = *nodeOf(index);
    if (role == Qt::CheckStateRole && index.column() == Name) {
        tick(node, value.toInt() == Qt::Checked);
        if (node.kind == Node::Database && node.ticked)
            fetchMore(index);
    } else if ((role == ModeRole || role == Qt::EditRole) && node.kind == Node::Table) {
        node.mode = SyncMode(value.toInt());
    } else {
        return false;
    }
    announce(node);
    Q_EMIT choiceChanged();
    return true;
}

Qt::ItemFlags TableTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Node &node = *nodeOf(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (node.kind == Node::Database && !node.database.accessible)
        return Qt::ItemIsSelectable;
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Mode && node.kind == Node::Table && node.ticked)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant TableTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Rows)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Table");
    case Tracking:
        return tr("Change tracking");
    case Rows:
        return tr("Rows");
    case Mode:
        return tr("Mode");
    default:
        return {};
    }
}

} // namespace tidemark
