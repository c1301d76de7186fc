#pragma once

#include "chosentable.h"
#include "treenode.h"

#include <QAbstractItemModel>
#include <QSet>

namespace tidemark {

/// Nodes as Qt's views want them: where each stands, and what comes, goes and changes. What the server has
/// now is merged in, so whoever holds an index keeps it. TableTreeModel says what the nodes show and do. GUI
/// thread.
class TreeNodeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    explicit TreeNodeModel(QObject *parent = nullptr);

    const TreeNode &root() const { return m_root; }
    TreeNode &root() { return m_root; }
    TreeNode &nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const TreeNode &node, int column = 0) const;
    void mergeDatabases(const QList<CatalogDatabase> &databases);
    void mergeTables(TreeNode &database, const QList<CatalogTable> &tables);
    /// One that is ticked, but not on the server.
    void addMissing(TreeNode &database, const ChosenTable &chosen);
    void removeAll();
    /// Tells that these nodes, those above and those below look different: one signal a group, however many
    /// they are.
    void announce(const QList<const TreeNode *> &nodes);
    void announce(const TreeNode &node) { announce(QList{ &node }); }

private:
    void mergeSchema(TreeNode &schema, const QList<CatalogTable> &tables);
    void insertNodes(TreeNode &parent, TreeNode::Children nodes);
    void removeOthers(TreeNode &parent, const QSet<QString> &kept);

    TreeNode m_root;
};

} // namespace tidemark
