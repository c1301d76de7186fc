#include "runmodel.h"

#include <QLocale>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

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

int RunModel::failedCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
        [](const Row &row) { return row.report && row.report->status == TableStatus::Failed; }));
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == DetailsRole || role == Qt::ToolTipRole)
        return details(row);
    if (role == FailedRole)
        return row.report && row.report->status == TableStatus::Failed;
    if (role == Qt::TextAlignmentRole && (index.column() == Rows || index.column() == Rate))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Table:
        return row.progress.table.display();
    case State:
        return stateText(row);
    case Rows:
        return rowsText(row);
    case Rate:
        return rateText(row);
    case Details:
        return summary(row);
    default:
        return {};
    }
}

QString RunModel::stateText(const Row &row)
{
    if (row.report) {
        switch (row.report->status) {
        case TableStatus::Done:
            return row.report->reason.isEmpty() ? tr("done") : tr("reloaded");
        case TableStatus::NothingNew:
            return tr("nothing new");
        case TableStatus::Failed:
            return tr("failed");
        case TableStatus::Cancelled:
            return tr("cancelled");
        case TableStatus::Skipped:
            return tr("skipped");
        }
    }
    switch (row.progress.stage) {
    case TableStage::Connecting:
        return tr("connecting");
    case TableStage::Planning:
        return tr("planning");
    case TableStage::Reading:
        return tr("reading");
    case TableStage::Publishing:
        return tr("writing");
    case TableStage::Retrying:
        return tr("waiting to retry");
    case TableStage::Waiting:
    case TableStage::Finished:
        break;
    }
    return tr("waiting");
}

QString RunModel::rowsText(const Row &row)
{
    const QLocale locale;
    if (row.report)
        return row.report->status == TableStatus::Done ? locale.toString(row.report->rowsWritten) : QString();
    if (row.progress.rows == 0)
        return {};
    return row.progress.expectedRows
        ? tr("%1 of about %2")
              .arg(locale.toString(row.progress.rows), locale.toString(*row.progress.expectedRows))
        : locale.toString(row.progress.rows);
}

QString RunModel::rateText(const Row &row)
{
    const qint64 rows = row.report ? row.report->rowsWritten : row.progress.rows;
    const double seconds = row.report ? row.report->durationSeconds : row.progress.seconds;
    if (rows == 0 || seconds <= 0)
        return {};
    return tr("%1/s").arg(QLocale().toString(qint64(double(rows) / seconds)));
}

QString RunModel::summary(const Row &row)
{
    if (!row.report)
        return row.progress.note;
    if (row.report->error)
        return row.report->error->text;
    QStringList parts;
    if (row.report->status == TableStatus::Done) {
        parts += row.report->mode == SyncMode::Incremental ? tr("changes") : tr("whole table");
        parts += tr("%1 s").arg(QLocale().toString(row.report->durationSeconds, 'f', 1));
    }
    if (!row.report->reason.isEmpty())
        parts += row.report->reason;
    return (parts + row.report->warnings).join(u" · "_s);
}

QString RunModel::details(const Row &row)
{
    QStringList lines{ row.progress.table.display() + u": "_s + stateText(row) };
    if (!row.report)
        return lines.constFirst();
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
    return (lines + report.warnings + report.files).join(u'\n');
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Rows || section == Rate))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Table:
        return tr("Table");
    case State:
        return tr("State");
    case Rows:
        return tr("Rows");
    case Rate:
        return tr("Speed");
    case Details:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace tidemark
