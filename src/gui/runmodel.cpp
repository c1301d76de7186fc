#include "runmodel.h"

#include "numbertext.h"
#include "runstate.h"

#include <QLocale>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNumber(int column)
{
    return column >= RunModel::Rows && column <= RunModel::Time;
}

} // namespace

RunModel::RunModel(QObject *parent) : QAbstractTableModel(parent) { }

void RunModel::start(const QList<TableRef> &tables)
{
    beginResetModel();
    m_rows.clear();
    for (int i = 0; i < int(tables.size()); ++i) {
        Row row;
        row.progress.index = i;
        row.progress.table = tables[i];
        m_rows += row;
    }
    endResetModel();
}

void RunModel::setProgress(const TableProgress &progress)
{
    if (progress.index < 0 || progress.index >= m_rows.size() || m_rows[progress.index].report)
        return;
    m_rows[progress.index].progress = progress;
    Q_EMIT dataChanged(index(progress.index, 0), index(progress.index, ColumnCount - 1));
}

void RunModel::setReport(int row, const TableReport &report)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_rows[row].report = report;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RunModel::finishedCount() const
{
    return int(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.report.has_value(); }));
}

int RunModel::firstFailed() const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [](const Row &row) { return row.report && row.report->status == TableStatus::Failed; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<double> RunModel::Row::share() const
{
    if (report || progress.stage != TableStage::Reading || progress.expectedRows.value_or(0) <= 0)
        return std::nullopt;
    return std::min(1.0, double(progress.rows) / double(*progress.expectedRows));
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        if (index.column() == State)
            return runStateIcon(row.report ? runState(*row.report) : runState(row.progress));
        return {};
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case DetailsRole:
        return details(row);
    case ShareRole:
        return row.share() ? QVariant(*row.share()) : QVariant();
    default:
        return {};
    }
}

QString RunModel::text(const Row &row, int column)
{
    switch (column) {
    case Table:
        return row.progress.table.display();
    case State:
        return runStateText(row.report ? runState(*row.report) : runState(row.progress));
    case Rows:
        return rowsText(row);
    case Size:
        return row.bytes() > 0 ? bytesText(row.bytes()) : QString();
    case Speed:
        return speedText(row);
    case Time:
        return timeText(row);
    case Note:
        return noteText(row);
    default:
        return {};
    }
}

QString RunModel::rowsText(const Row &row)
{
    const QLocale locale;
    if (row.report) {
        const bool counts =
            row.report->status == TableStatus::Done || row.report->status == TableStatus::NothingNew;
        return counts ? locale.toString(row.rows()) : QString();
    }
    if (row.rows() == 0)
        return {};
    if (!row.share() || *row.share() >= 1.0)
        return locale.toString(row.rows());
    return tr("%1 · %2 %").arg(locale.toString(row.rows()), locale.toString(int(*row.share() * 100)));
}

QString RunModel::speedText(const Row &row)
{
    if (row.rows() == 0 || row.seconds() <= 0)
        return {};
    return tr("%1/s").arg(QLocale().toString(qint64(double(row.rows()) / row.seconds())));
}

QString RunModel::timeText(const Row &row)
{
    const auto share = row.share();
    if (share && *share > 0.05 && *share < 1.0)
        return tr("%1 left").arg(secondsText(row.seconds() * (1.0 - *share) / *share));
    return row.seconds() > 0 ? secondsText(row.seconds()) : QString();
}

QString RunModel::noteText(const Row &row)
{
    if (!row.report)
        return row.progress.note;
    if (row.report->error)
        return row.report->error->text;
    QStringList parts;
    if (row.report->status == TableStatus::Done)
        parts += row.report->mode == SyncMode::Incremental ? tr("Changes since the last sync.")
                                                           : tr("The whole table.");
    if (!row.report->reason.isEmpty())
        parts += row.report->reason;
    return (parts + row.report->warnings).join(u' ');
}

QString RunModel::details(const Row &row)
{
    QStringList lines{ row.progress.table.display() + u": "_s + text(row, State) };
    if (!row.report) {
        if (row.progress.expectedRows)
            lines += tr("About %1 rows").arg(QLocale().toString(*row.progress.expectedRows));
        return lines.join(u'\n');
    }
    const TableReport &report = *row.report;
    if (report.error)
        lines += describe(*report.error);
    if (!report.reason.isEmpty())
        lines += report.reason;
    if (report.currentVersion) {
        lines += report.sinceVersion ? tr("Versions %1 to %2")
                                           .arg(QString::number(report.sinceVersion->value()),
                                               QString::number(report.currentVersion->value()))
                                     : tr("Version %1").arg(report.currentVersion->value());
    }
    if (report.retries > 0)
        lines += tr("Tried again %n time(s)", nullptr, report.retries);
    return (lines + report.warnings + report.files).join(u'\n');
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Table:
        return tr("Table");
    case State:
        return tr("State");
    case Rows:
        return tr("Rows");
    case Size:
        return tr("Size");
    case Speed:
        return tr("Speed");
    case Time:
        return tr("Time");
    case Note:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace tidemark
