#include "historymodel.h"

#include "listlook.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "runstate.h"

#include <QLocale>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

RunState stateOf(const HistoryRun &run)
{
    return run.isReload ? RunState::Reloaded : RunState::Done;
}

/// "Changes since version 10.", why it was loaded again, warnings.
QString noteOf(const HistoryRun &run)
{
    QStringList sentences;
    if (run.mode == SyncMode::Incremental)
        sentences += run.sinceVersion
            ? HistoryModel::tr("Changes since version %1.").arg(QString::number(run.sinceVersion->value()))
            : HistoryModel::tr("Changes.");
    else if (run.reason.isEmpty())
        sentences += HistoryModel::tr("The whole table.");
    if (!run.reason.isEmpty())
        sentences += run.reason;
    return (sentences + run.warnings).join(u' ');
}

bool isNumber(int column)
{
    return column >= HistoryModel::Rows && column <= HistoryModel::Duration;
}

} // namespace

HistoryModel::HistoryModel(QObject *parent) : QAbstractTableModel(parent) { }

void HistoryModel::setRuns(const QList<HistoryRun> &runs)
{
    const qsizetype added = runs.size() - m_runs.size();
    const bool grows =
        added >= 0 && std::equal(m_runs.cbegin(), m_runs.cend(), runs.cbegin() + added, isSameRun);
    if (!grows || !isByTime()) {
        beginResetModel();
        m_runs = runs;
        showAll();
        endResetModel();
        return;
    }
    const bool changed = !std::equal(m_runs.cbegin(), m_runs.cend(), runs.cbegin() + added);
    insertFront(runs);
    if (changed && !m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_shown.size()) - 1, ColumnCount - 1));
}

/// `runs` are those that are there and newer ones before them.
void HistoryModel::insertFront(const QList<HistoryRun> &runs)
{
    const auto added = int(runs.size() - m_runs.size());
    QList<int> shown;
    for (int i = 0; i < added; ++i) {
        if (m_filter.accepts(runs[i]))
            shown += i;
    }
    const auto fresh = int(shown.size());
    for (const int place : std::as_const(m_shown))
        shown += place + added;
    if (fresh > 0)
        beginInsertRows({}, 0, fresh - 1);
    m_runs = runs;
    m_shown = shown;
    if (fresh > 0)
        endInsertRows();
}

void HistoryModel::setFilter(const HistoryFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    showAll();
    endResetModel();
}

void HistoryModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    m_column = column;
    m_order = order;
    const QModelIndexList before = persistentIndexList();
    QList<int> places; // of the persistent indexes in m_runs
    for (const QModelIndex &each : before)
        places += m_shown[each.row()];
    sortShown();
    QList<int> rows(m_runs.size(), 0);
    for (int row = 0; row < int(m_shown.size()); ++row)
        rows[m_shown[row]] = row;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after += index(rows[places[i]], before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void HistoryModel::showAll()
{
    m_shown.clear();
    for (int i = 0; i < int(m_runs.size()); ++i) {
        if (m_filter.accepts(m_runs[i]))
            m_shown += i;
    }
    sortShown();
}

void HistoryModel::sortShown()
{
    const bool up = m_order == Qt::AscendingOrder;
    std::sort(m_shown.begin(), m_shown.end()); // by time, the newest first: equal ones stay so
    if (!isByTime()) {
        std::stable_sort(m_shown.begin(), m_shown.end(),
            [&](int a, int b) { return up ? isBefore(a, b) : isBefore(b, a); });
    }
}

bool HistoryModel::isBefore(int a, int b) const
{
    const HistoryRun &first = m_runs[a];
    const HistoryRun &second = m_runs[b];
    switch (m_column) {
    case When:
        return first.syncedAt < second.syncedAt;
    case Table:
        return first.table.display() < second.table.display();
    case What:
        return first.isReload < second.isReload;
    case Rows:
        return first.rows < second.rows;
    case Size:
        return first.bytes < second.bytes;
    case Duration:
        return first.durationSeconds < second.durationSeconds;
    default:
        return first.reason < second.reason;
    }
}

std::optional<int> HistoryModel::rowOf(const HistoryRun &run) const
{
    const auto found = std::find_if(
        m_shown.cbegin(), m_shown.cend(), [&](int place) { return isSameRun(m_runs[place], run); });
    return found == m_shown.cend() ? std::nullopt : std::optional(int(found - m_shown.cbegin()));
}

QList<const HistoryRun *> HistoryModel::shown() const
{
    QList<int> places = m_shown;
    std::sort(places.begin(), places.end());
    QList<const HistoryRun *> runs;
    for (const int place : std::as_const(places))
        runs += &m_runs[place];
    return runs;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryRun &run = this->run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::DecorationRole:
        if (index.column() == What)
            return runStateIcon(stateOf(run));
        if (index.column() == Note && !run.warnings.isEmpty())
            return paletteIcon(u"check-warning"_s, IconTone::Warning);
        return {};
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case Qt::ToolTipRole:
        return tip(run, index.column());
    default:
        return {};
    }
}

QString HistoryModel::text(const HistoryRun &run, int column)
{
    const QLocale locale;
    switch (column) {
    case When:
        return localTimeText(run.syncedAt);
    case Table:
        return run.table.display();
    case What:
        return runStateText(stateOf(run));
    case Rows:
        return locale.toString(run.rows);
    case Size:
        return run.bytes ? bytesText(*run.bytes) : QString();
    case Duration:
        return secondsText(run.durationSeconds);
    case Note:
        return noteOf(run);
    default:
        return {};
    }
}

QString HistoryModel::tip(const HistoryRun &run, int column)
{
    const QLocale locale;
    switch (column) {
    case When: {
        const QDateTime local = run.syncedAt.toLocalTime();
        return locale.toString(local, QLocale::LongFormat);
    }
    case Size:
        return run.bytes ? tr("%1 bytes").arg(locale.toString(*run.bytes))
                         : tr("Not known any more: a later load replaced files of this run.");
    case Duration:
        return tr("%1 seconds").arg(locale.toString(run.durationSeconds, 'f', 3));
    default:
        return text(run, column);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("Time");
    case Table:
        return tr("Table");
    case What:
        return tr("Result");
    case Rows:
        return tr("Rows");
    case Size:
        return tr("Size");
    case Duration:
        return tr("Duration");
    case Note:
        return tr("What was done");
    default:
        return {};
    }
}

} // namespace tidemark
