#pragma once

#include "chosentable.h"
#include "treenodemodel.h"

#include "tablefreshness.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace tidemark {

/// Databases, schemas and tables with tick boxes and modes. Databases load when they are opened: the model
/// asks by tablesWanted() and gets setTables(). Refreshes are diffs, so ticks, selection and scroll survive.
/// GUI thread.
class TableTreeModel : public TreeNodeModel {
    Q_OBJECT

public:
    enum Column { Name, Tracking, Mode, Left, Rows, ColumnCount };
    enum Role { ModeRole = Qt::UserRole, FilterRole };

    explicit TableTreeModel(QObject *parent = nullptr);

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
    bool hasChosen() const;
    /// What a person does to rows: all of them first, then it is told once.
    void setTicked(const QModelIndexList &rows, bool on);
    void setMode(const QModelIndexList &rows, SyncMode mode);
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
    /// A person has ticked something or changed a mode. Comes before choiceChanged().
    void edited();
    void choiceChanged();

private:
    TreeNode *findTable(const TableRef &table) const;
    void askForTables(TreeNode &database);
    void tellEdit(const QModelIndexList &rows);
    const TableFreshness *freshnessOf(const TreeNode &node) const;

    QHash<TableRef, TableFreshness> m_freshness;
};

} // namespace tidemark
