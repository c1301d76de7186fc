#include "treenodemodel.h"

#include <QMap>

#include <algorithm>
#include <map>

namespace tidemark {

namespace {

using Spans = std::map<const TreeNode *, std::pair<int, int>>; // first and last row, by group

void widen(Spans &spans, const TreeNode &node)
{
    auto &[first, last] = spans.try_emplace(node.parent, node.row, node.row).first->second;
    first = std::min(first, node.row);
    last = std::max(last, node.row);
}

void widenBelow(Spans &spans, const TreeNode &node)
{
    if (node.children.empty())
        return;
    widen(spans, *node.children.front());
    widen(spans, *node.children.back());
    for (const auto &child : node.children)
        widenBelow(spans, *child);
}

std::unique_ptr<TreeNode> makeNode(TreeNode::Kind kind, const QString &name)
{
    auto node = std::make_unique<TreeNode>();
    node->kind = kind;
    node->name = name;
    return node;
}

} // namespace

TreeNodeModel::TreeNodeModel(QObject *parent) : QAbstractItemModel(parent) { }

TreeNode &TreeNodeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<TreeNode *>(index.internalPointer())
                           : const_cast<TreeNode &>(m_root);
}

QModelIndex TreeNodeModel::indexOf(const TreeNode &node, int column) const
{
    return node.parent == nullptr ? QModelIndex()
                                  : createIndex(node.row, column, const_cast<TreeNode *>(&node));
}

QModelIndex TreeNodeModel::index(int row, int column, const QModelIndex &parent) const
{
    const TreeNode &node = nodeOf(parent);
    if (row < 0 || row >= int(node.children.size()) || column < 0 || column >= columnCount()
        || parent.column() > 0)
        return {};
    return createIndex(row, column, node.children[size_t(row)].get());
}

QModelIndex TreeNodeModel::parent(const QModelIndex &child) const
{
    const TreeNode &node = nodeOf(child);
    return node.parent == nullptr ? QModelIndex() : indexOf(*node.parent);
}

int TreeNodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent).children.size());
}

void TreeNodeModel::mergeDatabases(const QList<CatalogDatabase> &databases)
{
    QSet<QString> names;
    TreeNode::Children fresh;
    for (const CatalogDatabase &database : databases) {
        names += database.name;
        if (TreeNode *known = m_root.child(database.name)) {
            known->database = database;
            announce(*known);
            continue;
        }
        fresh.push_back(makeNode(TreeNode::Kind::Database, database.name));
        fresh.back()->database = database;
    }
    removeOthers(m_root, names);
    insertNodes(m_root, std::move(fresh));
}

void TreeNodeModel::mergeTables(TreeNode &database, const QList<CatalogTable> &tables)
{
    QMap<QString, QList<CatalogTable>> schemas;
    for (const CatalogTable &table : tables)
        schemas[table.table.schema] += table;
    for (const auto &schema : database.children) {
        if (schema->state() != Qt::Unchecked)
            schemas[schema->name]; // it may hold a ticked table that is gone
    }
    removeOthers(database, QSet<QString>(schemas.keyBegin(), schemas.keyEnd()));
    TreeNode::Children fresh;
    for (auto it = schemas.cbegin(); it != schemas.cend(); ++it) {
        if (database.child(it.key()) == nullptr)
            fresh.push_back(makeNode(TreeNode::Kind::Schema, it.key()));
    }
    insertNodes(database, std::move(fresh));
    for (auto it = schemas.cbegin(); it != schemas.cend(); ++it)
        mergeSchema(*database.child(it.key()), it.value());
}

void TreeNodeModel::mergeSchema(TreeNode &schema, const QList<CatalogTable> &tables)
{
    QSet<QString> names;
    TreeNode::Children fresh;
    QList<const TreeNode *> changed;
    for (const CatalogTable &table : tables) {
        names += table.table.table;
        TreeNode *known = schema.child(table.table.table);
        if (known == nullptr) {
            fresh.push_back(makeNode(TreeNode::Kind::Table, table.table.table));
            known = fresh.back().get();
            known->table = table;
            known->mode = known->canFollow() ? SyncMode::FullIncremental : SyncMode::Full;
        } else if (known->table != table || known->missing) {
            known->table = table;
            known->missing = false;
            changed += known;
        }
    }
    for (const auto &node : schema.children) {
        if (node->ticked && !names.contains(node->name)) {
            node->missing = true;
            names += node->name;
            changed += node.get();
        }
    }
    announce(changed);
    removeOthers(schema, names);
    insertNodes(schema, std::move(fresh));
}

void TreeNodeModel::addMissing(TreeNode &database, const ChosenTable &chosen)
{
    TreeNode::Children fresh;
    if (database.child(chosen.table.schema) == nullptr)
        fresh.push_back(makeNode(TreeNode::Kind::Schema, chosen.table.schema));
    insertNodes(database, std::move(fresh));
    auto node = makeNode(TreeNode::Kind::Table, chosen.table.table);
    node->table.table = chosen.table;
    node->mode = chosen.mode;
    node->missing = true;
    node->ticked = true;
    fresh.clear();
    fresh.push_back(std::move(node));
    insertNodes(*database.child(chosen.table.schema), std::move(fresh));
}

void TreeNodeModel::insertNodes(TreeNode &parent, TreeNode::Children nodes)
{
    std::sort(nodes.begin(), nodes.end(),
        [](const auto &left, const auto &right) { return TreeNode::comesBefore(left->name, right->name); });
    // Neighbours go in together: ten thousand new tables are one insertion.
    for (size_t begin = 0; begin < nodes.size();) {
        const int place = parent.placeOf(nodes[begin]->name);
        size_t end = begin + 1;
        while (end < nodes.size() && parent.placeOf(nodes[end]->name) == place)
            ++end;
        TreeNode::Children run(std::make_move_iterator(nodes.begin() + std::ptrdiff_t(begin)),
            std::make_move_iterator(nodes.begin() + std::ptrdiff_t(end)));
        beginInsertRows(indexOf(parent), place, place + int(run.size()) - 1);
        parent.insert(place, std::move(run));
        endInsertRows();
        begin = end;
    }
}

void TreeNodeModel::removeOthers(TreeNode &parent, const QSet<QString> &kept)
{
    const auto goes = [&](int row) { return row >= 0 && !kept.contains(parent.children[size_t(row)]->name); };
    for (int last = int(parent.children.size()) - 1; last >= 0; --last) {
        if (!goes(last))
            continue;
        int first = last;
        while (goes(first - 1))
            --first;
        beginRemoveRows(indexOf(parent), first, last);
        parent.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void TreeNodeModel::removeAll()
{
    beginResetModel();
    m_root.children.clear();
    endResetModel();
}

void TreeNodeModel::announce(const QList<const TreeNode *> &nodes)
{
    Spans spans;
    for (const TreeNode *node : nodes) {
        widenBelow(spans, *node);
        for (; node->parent != nullptr; node = node->parent)
            widen(spans, *node);
    }
    for (const auto &[group, span] : spans)
        Q_EMIT dataChanged(indexOf(*group->children[size_t(span.first)]),
            indexOf(*group->children[size_t(span.second)], columnCount() - 1));
}

} // namespace tidemark
