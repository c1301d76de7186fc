#pragma once

#include "catalogentry.h"
#include "syncmode.h"
#include "tablefreshness.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QList>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tidemark {

struct TreeNode;

/// A table that a person has ticked, and how it is to be synced.
struct ChosenTable {
    TableRef table;
    SyncMode mode = SyncMode::FullIncremental;
    std::optional<qint64> rowEstimate;
    int columns = 0; // that are taken; 0: all
    bool filtered = false;

    bool operator==(const ChosenTable &) const = default;
};

/// Databases, schemas and tables with tick boxes and modes. Databases load when they are opened: the model
/// asks by tablesWanted() and gets setTables(). Refreshes are diffs, so ticks, selection and scroll survive.
/// GUI thread.
class TableTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Tracking, Rows, Left, Mode, ColumnCount };
    enum Role { ModeRole = Qt::UserRole, FilterRole, IsTableRole };

    explicit TableTreeModel(QObject *parent = nullptr);
    ~TableTreeModel() override;

    void setDatabases(const QList<CatalogDatabase> &databases);
    /// The tables of a database as the server has them now. A ticked table that is gone stays and says so.
    void setTables(const QString &database, const QList<CatalogTable> &tables);
    /// The tables of a database could not be listed; it can be opened again to retry.
    void setFailed(const QString &database, const QString &reason);
    /// Asks for the tables of a database, unless that is done already.
    void load(const QString &database);
    /// Asks once more for the tables of all databases that are loaded or failed.
    void reload();
    void clear();

    QList<ChosenTable> chosenTables() const;
    /// Ticks these tables of a loaded database with their modes and unticks all others; one that the server
    /// does not have appears and says so.
    void choose(const QString &database, const QList<ChosenTable> &tables);
    /// Ticks a table that is to have options of its own; `columns` are taken of it, 0: all.
    void setOptions(const TableRef &table, int columns, bool filtered);
    /// Ticks every database that is tracked, which takes the tables that can follow changes.
    void chooseTracked();
    /// How long the server keeps changes for tables, as far as it is known of each.
    void setFreshness(const QList<TableFreshness> &tables);
    /// Ticked or not; none for databases and schemas.
    std::optional<ChosenTable> tableAt(const QModelIndex &index) const;
    QStringList databaseNames() const;
    /// Of a loaded database.
    QList<TableRef> trackedTables(const QString &database) const;
    bool isLoaded(const QString &database) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tablesWanted(const QString &database);
    void choiceChanged();
    /// A person has ticked something or changed a mode.
    void edited();

private:
    using Nodes = std::vector<std::unique_ptr<TreeNode>>;

    TreeNode *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const TreeNode &node, int column = 0) const;
    void mergeSchemas(TreeNode &database, const QList<CatalogTable> &tables);
    void mergeTables(TreeNode &schema, const QList<CatalogTable> &tables);
    void insertNodes(TreeNode &parent, Nodes nodes);
    void removeMissing(TreeNode &parent, const QStringList &names);
    TreeNode *findTable(const TableRef &table) const;
    void addMissing(TreeNode &database, const ChosenTable &chosen);
    void askForTables(TreeNode &database);
    static void tick(TreeNode &node, bool on);
    static void forgetOptions(TreeNode &node);
    static ChosenTable chosenOf(const TreeNode &node);
    static void setMode(TreeNode &node, SyncMode mode);
    void announce(const TreeNode &node);
    static QString modeText(const TreeNode &node);
    QVariant tableData(const TreeNode &node, int column, int role) const;
    QVariant groupData(const TreeNode &node, int column, int role) const;

    QVariant leftData(const TreeNode &node, int role) const;

    std::unique_ptr<TreeNode> m_root;
    QHash<TableRef, TableFreshness> m_freshness;
};

/// Words for a mode as people read them.
QString syncModeText(SyncMode mode);

} // namespace tidemark
