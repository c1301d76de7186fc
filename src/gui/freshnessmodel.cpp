#include "freshnessmodel.h"

#include "freshnessstate.h"
#include "listlook.h"
#include "numbertext.h"

#include <QHash>
#include <QLocale>

#include <limits>

namespace tidemark {

namespace {

bool isNumber(int column)
{
    return column == FreshnessModel::Left || column == FreshnessModel::Behind;
}

} // namespace

FreshnessModel::FreshnessModel(QObject *parent) : QAbstractTableModel(parent) { }

void FreshnessModel::setTables(const QList<TableFreshness> &tables)
{
    QHash<TableRef, Row> fresh;
    for (int i = 0; i < int(tables.size()); ++i)
        fresh.insert(tables[i].table, { tables[i], i });
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (fresh.contains(m_rows[row].table.table)) {
            m_rows[row] = fresh.take(m_rows[row].table.table);
            continue;
        }
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
    for (const TableFreshness &table : tables) {
        if (fresh.contains(table.table))
            m_rows += fresh.take(table.table);
    }
    endInsertRows();
}

int FreshnessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FreshnessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FreshnessModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row.table, index.column());
    case Qt::DecorationRole:
        return index.column() == State ? freshnessStateIcon(row.table.state) : QVariant();
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case Qt::ToolTipRole:
    case DetailsRole:
        return freshnessDetails(row.table);
    case SortRole:
        return sortKey(row, index.column());
    default:
        return {};
    }
}

QString FreshnessModel::text(const TableFreshness &table, int column)
{
    switch (column) {
    case Table:
        return table.table.display();
    case State:
        return freshnessStateText(table.state);
    case Left:
        return freshnessLeftText(table);
    case Behind:
        return table.versionsBehind ? QLocale().toString(*table.versionsBehind) : QString();
    case LastSync:
        return localTimeText(table.lastSync);
    case Note:
        return freshnessNote(table);
    default:
        return {};
    }
}

/// What is not known comes last.
QVariant FreshnessModel::sortKey(const Row &row, int column)
{
    switch (column) {
    case State:
        return row.urgency;
    case Left:
        return row.table.secondsLeft.value_or(std::numeric_limits<double>::max());
    case Behind:
        return row.table.versionsBehind.value_or(std::numeric_limits<qint64>::max());
    case LastSync:
        return row.table.lastSync;
    default:
        return text(row.table, column);
    }
}

QVariant FreshnessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    if (role == Qt::ToolTipRole) {
        if (section == Left)
            return tr(
                "How long the server keeps the table's changes at least; after that it is loaded whole");
        return section == Behind ? tr("How many versions the database is further than the table's watermark")
                                 : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Table:
        return tr("Table");
    case State:
        return tr("State");
    case Left:
        return tr("Time left");
    case Behind:
        return tr("Behind");
    case LastSync:
        return tr("Last sync");
    case Note:
        return tr("What to know");
    default:
        return {};
    }
}

} // namespace tidemark
