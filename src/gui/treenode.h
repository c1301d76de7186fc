#pragma once

#include "catalogentry.h"
#include "syncmode.h"

#include <QString>
#include <Qt>

#include <memory>
#include <vector>

namespace tidemark {

/// A database, schema or table of the tree. Owned by its parent; knows its place there.
struct TreeNode {
    enum class Kind { Root, Database, Schema, Table };
    enum class Loading { NotLoaded, Asked, Loaded, Failed };
    using Children = std::vector<std::unique_ptr<TreeNode>>;

    Kind kind = Kind::Root;
    QString name;
    TreeNode *parent = nullptr;
    int row = 0;
    Children children; // in the order of their names

    CatalogDatabase database; // databases
    Loading loading = Loading::NotLoaded; // databases
    QString failure; // databases: why they could not be loaded

    CatalogTable table; // tables
    SyncMode mode = SyncMode::FullIncremental; // tables; databases that are not loaded yet
    int columns = 0; // tables: that are taken; 0: all
    bool filtered = false; // tables: some rows only
    bool missing = false; // tables: ticked, but not on the server
    bool ticked = false; // tables; databases that are not loaded yet

    bool canFollow() const
    {
        return table.tracked && table.hasKey && table.canSelect && table.canViewChanges && !missing;
    }
    TreeNode *child(const QString &childName) const;
    /// Where a child of that name is or would stand.
    int placeOf(const QString &childName) const;
    void insert(int place, Children nodes);
    void remove(int place, int count);
    /// With all below. Ticking a group takes the tables that can follow changes; the others are ticked one by
    /// one.
    void tick(bool on);
    /// Of the tables that are ticked here and below.
    void setMode(SyncMode newMode);
    void forgetOptions();
    /// True when a table is ticked here or below.
    bool hasTick() const;
    /// A table that cannot follow changes does not keep its group from being whole.
    Qt::CheckState state() const;

    static bool comesBefore(const QString &left, const QString &right);

private:
    void look(bool &ticks, bool &gaps) const;
    void renumber(int from);
};

} // namespace tidemark
