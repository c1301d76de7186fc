#pragma once

#include "catalogentry.h"
#include "syncmode.h"

#include <QAbstractItemModel>
#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace tidemark {

/// A table that a person has ticked, and how it is to be synced.
struct ChosenTable {
    CatalogTable table;
    SyncMode mode = SyncMode::FullIncremental;

    bool operator==(const ChosenTable &) const = default;
};

/// Databases, schemas and tables with tick boxes and modes. Databases load when they are opened: the model
/// asks by tablesWanted() and gets setTables(). Refreshes are diffs, so ticks, selection and scroll survive.
/// GUI thread.
class TableTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Tracking, Rows, Mode, ColumnCount };
    enum Role { ModeRole = Qt::UserRole, TableRole, FilterRole };

    explicit TableTreeModel(QObject *parent = nullptr);
    ~TableTreeModel() override;

    void setDatabases(const QList<CatalogDatabase> &databases);
    void setTables(const QString &database, const QList<CatalogTable> &tables);
    /// The tables of a database could not be listed; it can be opened again to retry.
    void setFailed(const QString &database, const QString &reason);
    void clear();

    QList<ChosenTable> chosenTables() const;
    /// Ticks these tables with their modes and unticks all others; unknown ones wait until their database
    /// loads.
    void choose(const QList<ChosenTable> &tables);
    QStringList loadedDatabases() const;

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

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node, int column = 0) const;
    Node *findDatabase(const QString &name) const;
    void mergeTables(Node &schema, const QList<CatalogTable> &tables);
    void tick(Node &node, bool on);
    void announce(Node &node);
    QVariant tableData(const Node &node, int column, int role) const;
    QVariant groupData(const Node &node, int column, int role) const;

    std::unique_ptr<Node> m_root;
    QList<ChosenTable> m_waiting; // chosen, but not loaded yet
};

/// Words for a mode as people read them.
QString syncModeText(SyncMode mode);

} // namespace tidemark
