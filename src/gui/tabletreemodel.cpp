#include "tabletreemodel.h"

#include "freshnessstate.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "treenode.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

using Kind = TreeNode::Kind;
using Loading = TreeNode::Loading;

namespace {

std::unique_ptr<TreeNode> makeNode(Kind kind, const QString &name)
{
    auto node = std::make_unique<TreeNode>();
    node->kind = kind;
    node->name = name;
    return node;
}

} // namespace

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

TableTreeModel::TableTreeModel(QObject *parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<TreeNode>())
{
}

TableTreeModel::~TableTreeModel() = default;

void TableTreeModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<TreeNode>();
    m_freshness.clear();
    endResetModel();
    Q_EMIT choiceChanged();
}

void TableTreeModel::setDatabases(const QList<CatalogDatabase> &databases)
{
    QStringList names;
    Nodes fresh;
    for (const CatalogDatabase &database : databases) {
        names += database.name;
        if (TreeNode *known = m_root->child(database.name)) {
            known->database = database;
            announce(*known);
            continue;
        }
        fresh.push_back(makeNode(Kind::Database, database.name));
        fresh.back()->database = database;
    }
    removeMissing(*m_root, names);
    insertNodes(*m_root, std::move(fresh));
    Q_EMIT choiceChanged();
}

void TableTreeModel::setTables(const QString &database, const QList<CatalogTable> &tables)
{
    TreeNode *node = m_root->child(database);
    if (node == nullptr)
        return;
    const bool tickAll = node->loading != Loading::Loaded && node->ticked;
    node->loading = Loading::Loaded;
    node->failure.clear();
    mergeSchemas(*node, tables);
    if (tickAll)
        tick(*node, true);
    announce(*node);
    Q_EMIT choiceChanged();
}

void TableTreeModel::mergeSchemas(TreeNode &database, const QList<CatalogTable> &tables)
{
    QMap<QString, QList<CatalogTable>> schemas;
    for (const CatalogTable &table : tables)
        schemas[table.table.schema] += table;
    for (const auto &schema : database.children) {
        if (schema->state() != Qt::Unchecked)
            schemas[schema->name]; // it may hold a ticked table that is gone
    }
    removeMissing(database, schemas.keys());
    Nodes fresh;
    for (auto it = schemas.cbegin(); it != schemas.cend(); ++it) {
        if (database.child(it.key()) == nullptr)
            fresh.push_back(makeNode(Kind::Schema, it.key()));
    }
    insertNodes(database, std::move(fresh));
    for (auto it = schemas.cbegin(); it != schemas.cend(); ++it)
        mergeTables(*database.child(it.key()), it.value());
}

void TableTreeModel::mergeTables(TreeNode &schema, const QList<CatalogTable> &tables)
{
    QStringList names;
    Nodes fresh;
    for (const CatalogTable &table : tables) {
        names += table.table.table;
        TreeNode *known = schema.child(table.table.table);
        if (known == nullptr) {
            fresh.push_back(makeNode(Kind::Table, table.table.table));
            known = fresh.back().get();
            known->table = table;
            known->mode = known->canFollow() ? SyncMode::FullIncremental : SyncMode::Full;
        } else if (known->table != table || known->missing) {
            known->table = table;
            known->missing = false;
            announce(*known);
        }
    }
    for (const auto &node : schema.children) {
        if (node->ticked && !names.contains(node->name)) {
            node->missing = true;
            names += node->name;
            announce(*node);
        }
    }
    removeMissing(schema, names);
    insertNodes(schema, std::move(fresh));
}

void TableTreeModel::addMissing(TreeNode &database, const ChosenTable &chosen)
{
    Nodes fresh;
    if (database.child(chosen.table.schema) == nullptr)
        fresh.push_back(makeNode(Kind::Schema, chosen.table.schema));
    insertNodes(database, std::move(fresh));
    auto node = makeNode(Kind::Table, chosen.table.table);
    node->table.table = chosen.table;
    node->mode = chosen.mode;
    node->missing = true;
    node->ticked = true;
    fresh.clear();
    fresh.push_back(std::move(node));
    insertNodes(*database.child(chosen.table.schema), std::move(fresh));
}

void TableTreeModel::insertNodes(TreeNode &parent, Nodes nodes)
{
    std::sort(nodes.begin(), nodes.end(),
        [](const auto &left, const auto &right) { return TreeNode::comesBefore(left->name, right->name); });
    // Neighbours go in together: ten thousand new tables are one insertion.
    for (size_t begin = 0; begin < nodes.size();) {
        const int place = parent.placeOf(nodes[begin]->name);
        size_t end = begin + 1;
        while (end < nodes.size() && parent.placeOf(nodes[end]->name) == place)
            ++end;
        Nodes run(std::make_move_iterator(nodes.begin() + std::ptrdiff_t(begin)),
            std::make_move_iterator(nodes.begin() + std::ptrdiff_t(end)));
        beginInsertRows(indexOf(parent), place, place + int(run.size()) - 1);
        parent.insert(place, std::move(run));
        endInsertRows();
        begin = end;
    }
}

void TableTreeModel::removeMissing(TreeNode &parent, const QStringList &names)
{
    const QSet<QString> kept(names.cbegin(), names.cend());
    for (int row = int(parent.children.size()) - 1; row >= 0; --row) {
        if (kept.contains(parent.children[size_t(row)]->name))
            continue;
        beginRemoveRows(indexOf(parent), row, row);
        parent.removeAt(row);
        endRemoveRows();
    }
}

void TableTreeModel::setFailed(const QString &database, const QString &reason)
{
    if (TreeNode *node = m_root->child(database)) {
        node->loading = Loading::Failed;
        node->failure = reason;
        announce(*node);
    }
}

void TableTreeModel::load(const QString &database)
{
    if (TreeNode *node = m_root->child(database))
        askForTables(*node);
}

void TableTreeModel::reload()
{
    for (const auto &node : m_root->children) {
        if (node->loading == Loading::Loaded)
            Q_EMIT tablesWanted(node->name);
        else if (node->loading == Loading::Failed)
            askForTables(*node);
    }
}

ChosenTable TableTreeModel::chosenOf(const TreeNode &node)
{
    return { node.table.table, node.mode, node.table.rowEstimate, node.columns, node.filtered };
}

QList<ChosenTable> TableTreeModel::chosenTables() const
{
    QList<ChosenTable> chosen;
    for (const auto &database : m_root->children) {
        for (const auto &schema : database->children) {
            for (const auto &table : schema->children) {
                if (table->ticked)
                    chosen += chosenOf(*table);
            }
        }
    }
    return chosen;
}

QList<TableRef> TableTreeModel::trackedTables(const QString &database) const
{
    QList<TableRef> tracked;
    const TreeNode *node = m_root->child(database);
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
    const TreeNode *database = m_root->child(table.database);
    const TreeNode *schema = database == nullptr ? nullptr : database->child(table.schema);
    return schema == nullptr ? nullptr : schema->child(table.table);
}

void TableTreeModel::choose(const QString &database, const QList<ChosenTable> &tables)
{
    TreeNode *node = m_root->child(database);
    if (node == nullptr)
        return;
    tick(*node, false);
    forgetOptions(*node);
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
    for (const auto &node : m_root->children) {
        if (!node->database.accessible || !node->database.tracked)
            continue;
        tick(*node, true);
        askForTables(*node);
        announce(*node);
    }
    Q_EMIT choiceChanged();
}

std::optional<ChosenTable> TableTreeModel::tableAt(const QModelIndex &index) const
{
    const TreeNode &node = *nodeOf(index);
    return node.kind == Kind::Table ? std::optional(chosenOf(node)) : std::nullopt;
}

QStringList TableTreeModel::databaseNames() const
{
    QStringList names;
    for (const auto &node : m_root->children)
        names += node->name;
    return names;
}

bool TableTreeModel::isLoaded(const QString &database) const
{
    const TreeNode *node = m_root->child(database);
    return node != nullptr && node->loading == Loading::Loaded;
}

TreeNode *TableTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<TreeNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex TableTreeModel::indexOf(const TreeNode &node, int column) const
{
    return node.kind == Kind::Root ? QModelIndex()
                                   : createIndex(node.row, column, const_cast<TreeNode *>(&node));
}

QModelIndex TableTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const TreeNode *node = nodeOf(parent);
    if (row < 0 || row >= int(node->children.size()) || column < 0 || column >= ColumnCount
        || parent.column() > 0)
        return {};
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex TableTreeModel::parent(const QModelIndex &child) const
{
    const TreeNode *node = nodeOf(child);
    return node->parent == nullptr ? QModelIndex() : indexOf(*node->parent);
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
    const TreeNode *node = nodeOf(parent);
    if (node->kind == Kind::Database && node->loading != Loading::Loaded)
        return node->database.accessible && parent.column() <= 0;
    return rowCount(parent) > 0;
}

bool TableTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const TreeNode *node = nodeOf(parent);
    return node->kind == Kind::Database && node->database.accessible
        && (node->loading == Loading::NotLoaded || node->loading == Loading::Failed);
}

void TableTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        askForTables(*nodeOf(parent));
}

void TableTreeModel::askForTables(TreeNode &database)
{
    if (!canFetchMore(indexOf(database)))
        return;
    database.loading = Loading::Asked;
    announce(database);
    Q_EMIT tablesWanted(database.name);
}

void TableTreeModel::tick(TreeNode &node, bool on)
{
    node.ticked = on;
    for (const auto &child : node.children) {
        // Ticking a group takes the tables that can follow changes; the others are ticked one by one.
        if (!on || child->kind != Kind::Table || child->canFollow())
            tick(*child, on);
    }
}

void TableTreeModel::forgetOptions(TreeNode &node)
{
    node.columns = 0;
    node.filtered = false;
    for (const auto &child : node.children)
        forgetOptions(*child);
}

void TableTreeModel::setMode(TreeNode &node, SyncMode mode)
{
    if (node.ticked || node.kind != Kind::Table)
        node.mode = mode;
    for (const auto &child : node.children)
        setMode(*child, mode);
}

void TableTreeModel::announce(const TreeNode &node)
{
    for (const TreeNode *each = &node; each->kind != Kind::Root; each = each->parent)
        Q_EMIT dataChanged(indexOf(*each), indexOf(*each, ColumnCount - 1));
    const auto announceChildren = [this](const TreeNode &parent) {
        if (!parent.children.empty())
            Q_EMIT dataChanged(
                indexOf(*parent.children.front()), indexOf(*parent.children.back(), ColumnCount - 1));
    };
    announceChildren(node);
    if (node.kind == Kind::Database)
        std::for_each(node.children.cbegin(), node.children.cend(),
            [&](const auto &schema) { announceChildren(*schema); });
}

QVariant TableTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeNode &node = *nodeOf(index);
    if (role == IsTableRole)
        return node.kind == Kind::Table;
    if (index.column() == Name) {
        if (role == Qt::DisplayRole)
            return node.name;
        if (role == FilterRole)
            return node.kind == Kind::Table ? node.table.table.watermarkKey() : node.name;
        if (role == Qt::CheckStateRole)
            return node.state();
        if (role == Qt::DecorationRole)
            return paletteIcon(node.kind == Kind::Database ? u"database"_s
                    : node.kind == Kind::Schema            ? u"schema"_s
                                                           : u"table"_s,
                IconTone::Muted);
    }
    return node.kind == Kind::Table ? tableData(node, index.column(), role)
                                    : groupData(node, index.column(), role);
}

namespace {

struct TableBadge {
    QString word;
    QString icon;
    IconTone tone;
    QString explanation;
};

TableBadge badgeOf(const TreeNode &node)
{
    if (node.missing)
        return { TableTreeModel::tr("not there"), u"state-failed"_s, IconTone::Bad,
            TableTreeModel::tr(
                "The server has no table %1, or hides it from this login. Untick it, or ask for the "
                "right to read it.") };
    if (!node.table.canSelect)
        return { TableTreeModel::tr("not permitted"), u"no-access"_s, IconTone::Warning,
            TableTreeModel::tr("This login may not read %1. Ask for the right SELECT on it.") };
    if (!node.table.hasKey)
        return { TableTreeModel::tr("no key"), u"tracking-nokey"_s, IconTone::Warning,
            TableTreeModel::tr(
                "%1 has no primary key, so change tracking cannot follow it. It can be loaded whole.") };
    if (!node.table.tracked)
        return { TableTreeModel::tr("not tracked"), u"tracking-off"_s, IconTone::Muted,
            TableTreeModel::tr("Change tracking is off for %1. It can be loaded whole.") };
    if (!node.table.canViewChanges)
        return { TableTreeModel::tr("changes not permitted"), u"no-access"_s, IconTone::Warning,
            TableTreeModel::tr("This login may not see what changed in %1. Ask for the right VIEW CHANGE "
                               "TRACKING on it, or load it whole.") };
    return { TableTreeModel::tr("tracked"), u"tracking-on"_s, IconTone::Good,
        TableTreeModel::tr("Change tracking is on for %1.") };
}

} // namespace

/// The mode, and what is not taken of the table.
QString TableTreeModel::modeText(const TreeNode &node)
{
    QStringList parts{ syncModeText(node.mode) };
    if (node.columns > 0)
        parts += tr("%n column(s)", nullptr, node.columns);
    if (node.filtered)
        parts += tr("filtered");
    return parts.join(u" · "_s);
}

void TableTreeModel::setFreshness(const QList<TableFreshness> &tables)
{
    m_freshness.clear();
    for (const TableFreshness &table : tables)
        m_freshness.insert(table.table, table);
    for (const auto &database : m_root->children)
        announce(*database);
}

/// The time left, or the word where there is none left; what it means as a tool tip.
QVariant TableTreeModel::leftData(const TreeNode &node, int role) const
{
    const auto found = m_freshness.constFind(node.table.table);
    if (found == m_freshness.cend())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->state == FreshnessState::Expired ? freshnessStateText(found->state)
                                                       : freshnessLeftText(*found);
    case Qt::ToolTipRole:
        return freshnessDetails(*found);
    default:
        return {};
    }
}

QVariant TableTreeModel::tableData(const TreeNode &node, int column, int role) const
{
    if (role == ModeRole)
        return int(node.mode);
    if (role == Qt::TextAlignmentRole && (column == Rows || column == Left))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (column == Left)
        return leftData(node, role);
    const TableBadge badge = badgeOf(node);
    if (role == Qt::DecorationRole && column == Tracking)
        return paletteIcon(badge.icon, badge.tone);
    if (role == Qt::ToolTipRole || role == Qt::WhatsThisRole) {
        const QString explanation = badge.explanation.arg(node.table.table.display());
        return node.table.sizeBytes
            ? explanation + u' ' + tr("About %1.").arg(bytesText(*node.table.sizeBytes))
            : explanation;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Tracking:
        return badge.word;
    case Rows:
        return node.table.rowEstimate ? QLocale().toString(*node.table.rowEstimate) : QString();
    case Mode:
        return node.ticked ? modeText(node) : QString();
    default:
        return {};
    }
}

QVariant TableTreeModel::groupData(const TreeNode &node, int column, int role) const
{
    if (node.kind != Kind::Database)
        return {};
    if (role == Qt::ToolTipRole)
        return node.failure.isEmpty() ? QVariant() : node.failure;
    if (column != Tracking)
        return {};
    if (role == Qt::DecorationRole) {
        if (!node.database.accessible)
            return paletteIcon(u"no-access"_s, IconTone::Warning);
        if (node.loading == Loading::Asked)
            return paletteIcon(u"state-waiting"_s, IconTone::Muted);
        if (node.loading == Loading::Failed)
            return paletteIcon(u"state-failed"_s, IconTone::Bad);
        return node.database.tracked ? paletteIcon(u"tracking-on"_s, IconTone::Good)
                                     : paletteIcon(u"tracking-off"_s, IconTone::Muted);
    }
    if (role != Qt::DisplayRole)
        return {};
    if (!node.database.accessible)
        return tr("no access");
    if (node.loading == Loading::Asked)
        return tr("loading");
    if (node.loading == Loading::Failed)
        return tr("not loaded");
    return node.database.tracked ? tr("tracked") : tr("not tracked");
}

bool TableTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    TreeNode &node = *nodeOf(index);
    if (role == Qt::CheckStateRole && index.column() == Name) {
        tick(node, value.toInt() == Qt::Checked);
        if (node.kind == Kind::Database && node.ticked)
            askForTables(node);
    } else if (role == ModeRole || role == Qt::EditRole) {
        setMode(node, SyncMode(value.toInt()));
    } else {
        return false;
    }
    announce(node);
    Q_EMIT choiceChanged();
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags TableTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const TreeNode &node = *nodeOf(index);
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
    if (role == Qt::TextAlignmentRole && (section == Rows || section == Left))
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
    case Left:
        return tr("Left");
    case Mode:
        return tr("Mode");
    default:
        return {};
    }
}

} // namespace tidemark
