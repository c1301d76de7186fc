#include "runmodel.h"

#include "listlook.h"
#include "numbertext.h"
#include "runstate.h"

#include "timeadvice.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int refreshEvery = 100; // milliseconds
constexpr double leastSecondsForEstimate = 2;

bool isNumber(int column)
{
    return column == RunModel::Rows || column == RunModel::Time || column == RunModel::Speed
        || column == RunModel::Size;
}

/// What a person must look at comes first.
int needOf(const std::optional<TableReport> &report)
{
    if (report && report->status == TableStatus::Failed)
        return 0;
    return report && report->status == TableStatus::Cancelled ? 1 : 2;
}

} // namespace

RunModel::RunModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(refreshEvery);
    connect(&m_flush, &QTimer::timeout, this, &RunModel::flush);
}

void RunModel::start(const QList<TableRef> &tables)
{
    beginResetModel();
    m_rows.clear();
    m_touched.clear();
    for (int i = 0; i < int(tables.size()); ++i) {
        Row row;
        row.progress.index = i;
        row.progress.table = tables[i];
        m_rows += row;
    }
    m_rowsBefore = 0;
    m_speeds.start(m_rows.size());
    m_clock.start();
    endResetModel();
    Q_EMIT refreshed();
}

void RunModel::restart(const QList<int> &rows)
{
    for (const int row : rows) {
        Row again;
        again.progress.index = row;
        again.progress.table = m_rows[row].progress.table;
        m_rows[row] = again;
        touch(row);
    }
    m_rowsBefore = totals().rows;
    m_speeds.start(m_rows.size());
    m_clock.start();
    flush();
}

void RunModel::setProgress(const TableProgress &progress)
{
    if (progress.index < 0 || progress.index >= m_rows.size() || m_rows[progress.index].report)
        return;
    TableProgress &known = m_rows[progress.index].progress;
    const std::optional<qint64> expected = known.expectedRows;
    known = progress;
    if (!known.expectedRows)
        known.expectedRows = expected;
    countSpeed(progress.index);
    touch(progress.index);
}

void RunModel::setReport(int row, const TableReport &report)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_rows[row].report = report;
    countSpeed(row);
    touch(row);
}

void RunModel::countSpeed(int row)
{
    m_speeds.count(row, seconds(), m_rows[row].rows(), m_rows[row].bytes());
}

double RunModel::seconds() const
{
    return m_clock.isValid() ? double(m_clock.elapsed()) / 1000.0 : m_seconds;
}

void RunModel::finish()
{
    m_seconds = seconds();
    m_clock.invalidate();
    flush();
}

void RunModel::touch(int row)
{
    m_touched += row;
    if (!m_flush.isActive())
        m_flush.start();
}

void RunModel::flush()
{
    m_flush.stop();
    const QSet<int> touched = std::exchange(m_touched, {});
    for (const int row : touched)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT refreshed();
}

RunTotals RunModel::totals() const
{
    RunTotals totals;
    totals.tables = int(m_rows.size());
    totals.seconds = seconds();
    qint64 left = 0;
    for (const Row &row : m_rows) {
        totals.rows += row.rows();
        totals.bytes += row.bytes();
        if (row.report) {
            ++totals.finished;
            totals.failed += row.report->status == TableStatus::Failed ? 1 : 0;
            totals.again += row.isToRetry() ? 1 : 0;
            continue;
        }
        totals.working += row.progress.stage != TableStage::Waiting ? 1 : 0;
        left += std::max<qint64>(0, row.progress.expectedRows.value_or(0) - row.rows());
    }
    if (totals.seconds > 0)
        totals.rowsPerSecond = double(totals.rows - m_rowsBefore) / totals.seconds;
    if (left > 0 && totals.seconds > leastSecondsForEstimate && totals.rowsPerSecond > 0)
        totals.secondsLeft = double(left) / totals.rowsPerSecond;
    return totals;
}

QList<int> RunModel::rowsToRetry() const
{
    QList<int> rows;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows[i].isToRetry())
            rows += i;
    }
    return rows;
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool RunModel::Row::isToRetry() const
{
    return report && (report->status == TableStatus::Failed || report->status == TableStatus::Cancelled);
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
        return cellAlignment(isNumber(index.column()));
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case DetailsRole:
        return details(row);
    case ShareRole:
        return row.share() ? QVariant(*row.share()) : QVariant();
    case SplitRole:
        return row.time().total() > 0 ? QVariant::fromValue(row.time()) : QVariant();
    case NeedRole:
        return needOf(row.report);
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
    case Split:
        return splitText(row);
    case Note:
        return noteText(row);
    default:
        return {};
    }
}

/// The exact figures of what a cell rounds.
QVariant RunModel::toolTip(const Row &row, int column)
{
    const QLocale locale;
    switch (column) {
    case Size:
        return row.bytes() > 0 ? QVariant(tr("%1 bytes").arg(locale.toString(row.bytes()))) : QVariant();
    case Speed:
        if (row.bytes() == 0 || row.seconds() <= 0)
            return {};
        return tr("%1/s").arg(bytesText(qint64(double(row.bytes()) / row.seconds())));
    case Split:
        return row.time().total() > 0 ? QVariant(timeSplitText(row.time())) : QVariant();
    default:
        return details(row);
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

QString RunModel::splitText(const Row &row)
{
    const TimeSplit &time = row.time();
    if (time.total() <= 0)
        return {};
    const TimePart most = time.largest();
    return tr("%1 %2 %").arg(
        timePartText(most), QLocale().toString(int(std::lround(time[most] / time.total() * 100))));
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
    if (report.time.total() > 0)
        lines += timeSplitText(report.time);
    return (lines + report.warnings + report.files).join(u'\n');
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    if (role == Qt::ToolTipRole && section == Split) {
        return tr("Where the time of each table goes: waiting for the server, the network and the driver, "
                  "turning rows into text, or writing files.");
    }
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
    case Split:
        return tr("Time spent on");
    case Note:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace tidemark
