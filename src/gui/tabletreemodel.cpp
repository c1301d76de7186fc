#include "tabletreemodel.h"

#include "listlook.h"
#include "treecell.h"

namespace tidemark {

using Kind = TreeNode::Kind;
using Loading = TreeNode::Loading;

namespace {

ChosenTable chosenOf(const TreeNode &node)
{
    return { node.table.table, node.mode, node.table.rowEstimate, node.columns, node.filtered };
}

} // namespace

TableTreeModel::TableTreeModel(QObject *parent) : TreeNodeModel(parent) { }

void TableTreeModel::clear()
{
    m_freshness.clear();
    removeAll();
    Q_EMIT choiceChanged();
}

void TableTreeModel::setDatabases(const QList<CatalogDatabase> &databases)
{
    mergeDatabases(databases);
    Q_EMIT choiceChanged();
}

void TableTreeModel::setTables(const QString &database, const QList<CatalogTable> &tables)
{
    TreeNode *node = root().child(database);
    if (node == nullptr)
        return;
    const bool tickAll = node->loading != Loading::Loaded && node->ticked;
    node->loading = Loading::Loaded;
    node->failure.clear();
    mergeTables(*node, tables);
    if (tickAll) {
        node->tick(true);
        node->setMode(node->mode);
    }
    announce(*node);
    Q_EMIT choiceChanged();
}

void TableTreeModel::setFailed(const QString &database, const QString &reason)
{
    if (TreeNode *node = root().child(database)) {
        node->loading = Loading::Failed;
        node->failure = reason;
        announce(*node);
    }
}

void TableTreeModel::load(const QString &database)
{
    if (TreeNode *node = root().child(database))
        askForTables(*node);
}

void TableTreeModel::reload()
{
    for (const auto &node : root().children) {
        if (node->loading == Loading::Loaded)
            Q_EMIT tablesWanted(node->name);
        else if (node->loading == Loading::Failed)
            askForTables(*node);
    }
}

QList<ChosenTable> TableTreeModel::chosenTables() const
{
    QList<ChosenTable> chosen;
    for (const auto &database : root().children) {
        for (const auto &schema : database->children) {
            for (const auto &table : schema->children) {
                if (table->ticked)
                    chosen += chosenOf(*table);
            }
        }
    }
    return chosen;
}

bool TableTreeModel::hasChosen() const
{
    return root().hasTick();
}

QList<TableRef> TableTreeModel::trackedTables(const QString &database) const
{
    QList<TableRef> tracked;
    const TreeNode *node = root().child(database);
    if (node == nullptr)
        return tracked;
    for (const auto &schema : node->children) {
        for (const auto &table : schema->children) {
            if (table->table.tracked)
                tracked += table->table.table;
        }
    }
    return tracked;
}

TreeNode *TableTreeModel::findTable(const TableRef &table) const
{
    const TreeNode *database = root().child(table.database);
    const TreeNode *schema = database == nullptr ? nullptr : database->child(table.schema);
    return schema == nullptr ? nullptr : schema->child(table.table);
}

void TableTreeModel::choose(const QString &database, const QList<ChosenTable> &tables)
{
    TreeNode *node = root().child(database);
    if (node == nullptr)
        return;
    node->tick(false);
    node->forgetOptions();
    for (const ChosenTable &chosen : tables) {
        if (TreeNode *table = findTable(chosen.table)) {
            table->ticked = true;
            table->mode = chosen.mode;
            table->columns = chosen.columns;
            table->filtered = chosen.filtered;
        } else {
            addMissing(*node, chosen);
        }
    }
    announce(*node);
    Q_EMIT choiceChanged();
}

void TableTreeModel::setOptions(const TableRef &table, int columns, bool filtered)
{
    TreeNode *node = findTable(table);
    if (node == nullptr)
        return;
    node->ticked = true;
    node->columns = columns;
    node->filtered = filtered;
    announce(*node);
    Q_EMIT choiceChanged();
}

void TableTreeModel::chooseTracked()
{
    for (const auto &node : root().children) {
        if (!node->database.accessible || !node->database.tracked)
            continue;
        node->tick(true);
        askForTables(*node);
        announce(*node);
    }
    Q_EMIT choiceChanged();
}

void TableTreeModel::setTicked(const QModelIndexList &rows, bool on)
{
    for (const QModelIndex &row : rows)
        nodeOf(row).tick(on);
    tellEdit(rows);
    for (const QModelIndex &row : rows) {
        if (on && nodeOf(row).kind == Kind::Database)
            askForTables(nodeOf(row));
    }
}

void TableTreeModel::setMode(const QModelIndexList &rows, SyncMode mode)
{
    for (const QModelIndex &row : rows)
        nodeOf(row).setMode(mode);
    tellEdit(rows);
}

void TableTreeModel::tellEdit(const QModelIndexList &rows)
{
    QList<const TreeNode *> nodes;
    for (const QModelIndex &row : rows)
        nodes += &nodeOf(row);
    announce(nodes);
    Q_EMIT edited();
    Q_EMIT choiceChanged();
}

void TableTreeModel::setFreshness(const QList<TableFreshness> &tables)
{
    m_freshness.clear();
    for (const TableFreshness &table : tables)
        m_freshness.insert(table.table, table);
    announce(root());
}

std::optional<ChosenTable> TableTreeModel::tableAt(const QModelIndex &index) const
{
    const TreeNode &node = nodeOf(index);
    return node.kind == Kind::Table ? std::optional(chosenOf(node)) : std::nullopt;
}

QStringList TableTreeModel::databaseNames() const
{
    QStringList names;
    for (const auto &node : root().children)
        names += node->name;
    return names;
}

bool TableTreeModel::isLoaded(const QString &database) const
{
    const TreeNode *node = root().child(database);
    return node != nullptr && node->loading == Loading::Loaded;
}

int TableTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool TableTreeModel::hasChildren(const QModelIndex &parent) const
{
    const TreeNode &node = nodeOf(parent);
    if (node.kind == Kind::Database && node.loading != Loading::Loaded)
        return node.database.accessible && parent.column() <= 0;
    return rowCount(parent) > 0;
}

bool TableTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const TreeNode &node = nodeOf(parent);
    return node.kind == Kind::Database && node.database.accessible
        && (node.loading == Loading::NotLoaded || node.loading == Loading::Failed);
}

void TableTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        askForTables(nodeOf(parent));
}

void TableTreeModel::askForTables(TreeNode &database)
{
    if (!canFetchMore(indexOf(database)))
        return;
    database.loading = Loading::Asked;
    announce(database);
    Q_EMIT tablesWanted(database.name);
}

QVariant TableTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeNode &node = nodeOf(index);
    switch (role) {
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(node.state()) : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case FilterRole:
        return node.kind == Kind::Table ? node.table.table.watermarkKey() : node.name;
    case ModeRole:
        return int(node.mode);
    default:
        return treeCell(node, freshnessOf(node), index.column(), role);
    }
}

const TableFreshness *TableTreeModel::freshnessOf(const TreeNode &node) const
{
    const auto known = m_freshness.constFind(node.table.table);
    return known == m_freshness.cend() ? nullptr : &*known;
}

bool TableTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    if (role == Qt::CheckStateRole && index.column() == Name)
        setTicked({ index }, value.toInt() == Qt::Checked);
    else if (role == ModeRole || role == Qt::EditRole)
        setMode({ index }, SyncMode(value.toInt()));
    else
        return false;
    return true;
}

Qt::ItemFlags TableTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const TreeNode &node = nodeOf(index);
    if (node.kind == Kind::Database && !node.database.accessible)
        return Qt::ItemIsSelectable;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Mode && node.kind == Kind::Table && node.ticked)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant TableTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(section == Rows || section == Left);
    if (role == Qt::ToolTipRole)
        return section == Tracking ? QVariant(tr("Change tracking")) : QVariant();
    return role == Qt::DisplayRole ? QVariant(treeHeader(section)) : QVariant();
}

} // namespace tidemark
