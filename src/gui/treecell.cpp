#include "treecell.h"

#include "freshnessstate.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "tabletreemodel.h"
#include "treenode.h"

#include <QLocale>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

using Kind = TreeNode::Kind;
using Loading = TreeNode::Loading;

namespace {

/// Whether change tracking follows a table or database, or why it cannot.
struct TreeBadge {
    QString word;
    QString icon;
    IconTone tone = IconTone::Muted;
    QString explanation;
};

TreeBadge badgeOfTable(const TreeNode &node)
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

TreeBadge badgeOfDatabase(const TreeNode &node)
{
    if (!node.database.accessible)
        return { TableTreeModel::tr("no access"), u"no-access"_s, IconTone::Warning, {} };
    if (node.loading == Loading::Asked)
        return { TableTreeModel::tr("loading"), u"state-waiting"_s, IconTone::Muted, {} };
    if (node.loading == Loading::Failed)
        return { TableTreeModel::tr("not loaded"), u"state-failed"_s, IconTone::Bad, node.failure };
    if (!node.database.tracked)
        return { TableTreeModel::tr("not tracked"), u"tracking-off"_s, IconTone::Muted, {} };
    return { TableTreeModel::tr("tracked"), u"tracking-on"_s, IconTone::Good, {} };
}

TreeBadge badgeOf(const TreeNode &node)
{
    if (node.kind == Kind::Database)
        return badgeOfDatabase(node);
    if (node.kind != Kind::Table)
        return {};
    TreeBadge badge = badgeOfTable(node);
    badge.explanation = badge.explanation.arg(node.table.table.display());
    if (node.table.sizeBytes)
        badge.explanation += u' ' + TableTreeModel::tr("About %1.").arg(bytesText(*node.table.sizeBytes));
    return badge;
}

/// And what is not taken of the table.
QString modeText(const TreeNode &table)
{
    QStringList parts{ syncModeText(table.mode) };
    if (table.columns > 0)
        parts += TableTreeModel::tr("%n column(s)", nullptr, table.columns);
    if (table.filtered)
        parts += TableTreeModel::tr("filtered");
    return parts.join(u" · "_s);
}

QString leftText(const TableFreshness &freshness)
{
    return freshness.state == FreshnessState::Expired ? freshnessStateText(freshness.state)
                                                      : freshnessLeftText(freshness);
}

QString textOf(const TreeNode &node, const TableFreshness *freshness, int column)
{
    switch (column) {
    case TableTreeModel::Name:
        return node.name;
    case TableTreeModel::Tracking:
        return badgeOf(node).word;
    case TableTreeModel::Mode:
        return node.kind == Kind::Table && node.ticked ? modeText(node) : QString();
    case TableTreeModel::Left:
        return freshness == nullptr ? QString() : leftText(*freshness);
    case TableTreeModel::Rows:
        return node.table.rowEstimate ? roughCountText(*node.table.rowEstimate) : QString();
    default:
        return {};
    }
}

QVariant iconOf(const TreeNode &node, int column)
{
    if (column == TableTreeModel::Name)
        return paletteIcon(node.kind == Kind::Database ? u"database"_s
                : node.kind == Kind::Schema            ? u"schema"_s
                                                       : u"table"_s,
            IconTone::Muted);
    if (column != TableTreeModel::Tracking || node.kind == Kind::Schema)
        return {};
    const TreeBadge badge = badgeOf(node);
    return paletteIcon(badge.icon, badge.tone);
}

QString explanationOf(const TreeNode &node, const TableFreshness *freshness, int column)
{
    if (column == TableTreeModel::Rows && node.table.rowEstimate)
        return TableTreeModel::tr("About %1 rows.").arg(QLocale().toString(*node.table.rowEstimate));
    if (column != TableTreeModel::Left)
        return badgeOf(node).explanation;
    return freshness == nullptr ? QString() : freshnessDetails(*freshness);
}

} // namespace

QVariant treeCell(const TreeNode &node, const TableFreshness *freshness, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(node, freshness, column);
    case Qt::DecorationRole:
        return iconOf(node, column);
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return explanationOf(node, freshness, column);
    default:
        return {};
    }
}

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

QString treeHeader(int column)
{
    switch (column) {
    case TableTreeModel::Name:
        return TableTreeModel::tr("Table");
    case TableTreeModel::Tracking:
        return TableTreeModel::tr("State");
    case TableTreeModel::Mode:
        return TableTreeModel::tr("Mode");
    case TableTreeModel::Left:
        return TableTreeModel::tr("Left");
    case TableTreeModel::Rows:
        return TableTreeModel::tr("Rows");
    default:
        return {};
    }
}

} // namespace tidemark
