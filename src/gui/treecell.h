#pragma once

#include "syncmode.h"
#include "tablefreshness.h"

#include <QString>
#include <QVariant>

namespace tidemark {

struct TreeNode;

// What the table tree shows, in words, icons and explanations. Columns are those of TableTreeModel.

/// `freshness` is null where it is not known.
QVariant treeCell(const TreeNode &node, const TableFreshness *freshness, int column, int role);
QString treeHeader(int column);
/// A mode as people read it.
QString syncModeText(SyncMode mode);

} // namespace tidemark
