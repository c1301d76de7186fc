#include "changesmodel.h"

#include "listlook.h"
#include "numbertext.h"
#include "runstate.h"

#include <QLocale>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNumber(int column)
{
    return column >= ChangesModel::Inserts && column <= ChangesModel::Time;
}

bool isRead(const TablePreview &table)
{
    return table.action == PreviewAction::Full || table.action == PreviewAction::Incremental;
}

bool isSameTable(const TablePreview &a, const TablePreview &b)
{
    return a.table == b.table;
}

QString actionText(const TablePreview &table)
{
    switch (table.action) {
    case PreviewAction::Full:
        return table.reload ? ChangesModel::tr("load again") : ChangesModel::tr("load whole");
    case PreviewAction::Incremental:
        return ChangesModel::tr("read changes");
    case PreviewAction::NothingNew:
        return runStateText(RunState::NothingNew);
    case PreviewAction::Skipped:
        return runStateText(RunState::Skipped);
    case PreviewAction::Failed:
        break;
    }
    return ChangesModel::tr("would fail");
}

QIcon actionIcon(const TablePreview &table)
{
    switch (table.action) {
    case PreviewAction::Full:
        return table.reload ? runStateIcon(RunState::Reloaded) : paletteIcon(u"table"_s, IconTone::Accent);
    case PreviewAction::Incremental:
        return paletteIcon(u"sync"_s, IconTone::Accent);
    case PreviewAction::NothingNew:
        return runStateIcon(RunState::NothingNew);
    case PreviewAction::Skipped:
        return runStateIcon(RunState::Skipped);
    case PreviewAction::Failed:
        break;
    }
    return runStateIcon(RunState::Failed);
}

/// A whole load has no changes to count.
QString countText(const TablePreview &table, qint64 count)
{
    return table.action == PreviewAction::Incremental ? QLocale().toString(count) : QString();
}

} // namespace

QStringList ChangesModel::actionTexts()
{
    QStringList texts{ tr("load again"), tr("load whole"), tr("read changes"), tr("would fail") };
    for (const RunState state : { RunState::NothingNew, RunState::Skipped })
        texts += runStateText(state);
    return texts;
}

ChangesModel::ChangesModel(QObject *parent) : QAbstractTableModel(parent) { }

void ChangesModel::setTables(const QList<TablePreview> &tables)
{
    if (std::ranges::equal(m_tables, tables, isSameTable)) {
        m_tables = tables;
        if (!tables.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(tables.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_tables = tables;
    endResetModel();
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tables.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TablePreview &table = m_tables[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(table, index.column());
    case Qt::DecorationRole:
        return index.column() == Action ? actionIcon(table) : QVariant();
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case Qt::ToolTipRole:
    case DetailsRole:
        return details(table);
    default:
        return {};
    }
}

QString ChangesModel::text(const TablePreview &table, int column)
{
    switch (column) {
    case Table:
        return table.table.display();
    case Action:
        return actionText(table);
    case Inserts:
        return countText(table, table.inserts);
    case Updates:
        return countText(table, table.updates);
    case Deletes:
        return countText(table, table.deletes);
    case Size:
        return isRead(table) && table.bytes ? bytesText(*table.bytes) : QString();
    case Time:
        return isRead(table) && table.seconds ? secondsText(*table.seconds) : QString();
    case Note:
        return noteText(table);
    default:
        return {};
    }
}

QString ChangesModel::noteText(const TablePreview &table)
{
    if (table.error)
        return table.error->text;
    QStringList parts;
    if (table.action == PreviewAction::Full && table.rows)
        parts += tr("About %1 rows.").arg(QLocale().toString(*table.rows));
    if (!table.reason.isEmpty())
        parts += table.reason;
    return (parts + table.warnings).join(u' ');
}

QString ChangesModel::details(const TablePreview &table)
{
    const QLocale locale;
    QStringList lines{ table.table.display() + u": "_s + actionText(table) };
    if (table.error)
        lines += describe(*table.error);
    else if (const QString note = noteText(table); !note.isEmpty())
        lines += note;
    if (table.action == PreviewAction::Incremental) {
        lines += tr("Inserts %1, updates %2, deletes %3")
                     .arg(locale.toString(table.inserts), locale.toString(table.updates),
                         locale.toString(table.deletes));
    }
    if (table.sinceVersion && table.currentVersion) {
        lines += tr("Versions %1 to %2")
                     .arg(QString::number(table.sinceVersion->value()),
                         QString::number(table.currentVersion->value()));
    }
    return lines.join(u'\n');
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    if (role == Qt::ToolTipRole) {
        if (section == Size)
            return tr("Estimated from the table's earlier files, or from its size on the server");
        return section == Time ? tr("Estimated from the table's earlier runs") : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Table:
        return tr("Table");
    case Action:
        return tr("A sync would");
    case Inserts:
        return tr("Inserts");
    case Updates:
        return tr("Updates");
    case Deletes:
        return tr("Deletes");
    case Size:
        return tr("Size");
    case Time:
        return tr("Time");
    case Note:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace tidemark
