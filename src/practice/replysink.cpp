#include "replysink.h"

#include "replaytable.h"
#include "rowencoder.h"

#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>
#include <utility>

namespace tidemark::practice {

namespace {

constexpr qint64 longestNap = 5; // ms between two looks for an attention

} // namespace

ReplySink::ReplySink(const Surroundings &around) : m_around(around), m_out(around.out) { }

bool ReplySink::alive() const
{
    return !m_struck && !m_out.failed() && !m_around.watch.raised();
}

bool ReplySink::cancelled() const
{
    return !alive();
}

void ReplySink::writePlainDone(quint16 status)
{
    const quint16 transaction = m_around.inTransaction() ? DoneInTransaction : 0;
    writeDone(m_out, TdsToken::Done, status | transaction, CommandKind::Other, 0);
}

void ReplySink::writePending(bool more)
{
    if (!m_pending)
        return;
    quint16 status = more || m_inProcedure ? DoneMore : DoneFinal;
    if (m_pending->count)
        status |= DoneCount;
    if (m_pending->failed)
        status |= DoneError;
    if (m_around.inTransaction())
        status |= DoneInTransaction;
    writeDone(m_out, m_inProcedure ? TdsToken::DoneInProcedure : TdsToken::Done, status, m_pending->command,
        static_cast<quint64>(m_pending->count.value_or(0)));
    m_pending.reset();
}

bool ReplySink::columns(const QList<ResultColumn> &columns)
{
    writePending(true);
    if (!m_faults) {
        m_faults = m_around.faults.take(m_request);
        if (m_faults && (m_faults->closeAfterBytes || m_faults->closeAfterPackets))
            m_out.cutAt({ m_faults->closeAfterBytes, m_faults->closeAfterPackets, m_faults->halfPacket });
    }
    m_columns = columns;
    writeColumns(m_out, columns);
    strike();
    return alive();
}

bool ReplySink::row(const SqlRow &row)
{
    writeRow(m_out, m_columns, row);
    return rowWritten();
}

bool ReplySink::encodedRow(QByteArrayView row)
{
    m_out.bytes(row);
    return rowWritten();
}

bool ReplySink::rowWritten()
{
    ++m_rows;
    m_out.spill();
    if (m_faults)
        strike();
    const bool wanted = alive();
    if (m_around.watch.hasLooked()) // slow rows are not held back
        m_out.sendFull();
    return wanted;
}

/// Does what the armed fault asks for after so many rows.
void ReplySink::strike()
{
    if (!m_faults || m_struck)
        return;
    if (!m_faults->delayAfterRows || m_faults->delayAfterRows == m_rows)
        rest(m_faults->delay);
    if (m_faults->stallAfterRows == m_rows) {
        m_out.flush();
        m_around.watch.wait();
    }
    if (m_faults->closeAfterRows == m_rows) {
        m_struck = true;
        m_out.flush();
        if (m_faults->reset)
            m_around.socket.reset();
        else
            m_around.socket.close();
    }
}

void ReplySink::rest(std::chrono::milliseconds time)
{
    if (time.count() <= 0)
        return;
    m_out.flush();
    const QDeadlineTimer end(time);
    while (!end.hasExpired() && alive())
        QThread::msleep(static_cast<unsigned long>(std::min<qint64>(end.remainingTime(), longestNap)));
}

bool ReplySink::done(CommandKind command, std::optional<qint64> count, bool failed)
{
    writePending(true);
    m_pending = PendingDone{ command, count, failed };
    m_counted += count.value_or(0);
    return alive();
}

bool ReplySink::message(const ServerMessage &message)
{
    writePending(true);
    if (message.severity > 10)
        m_lastError = message.number;
    m_fatal |= message.severity >= 20;
    writeMessage(m_out, message);
    m_out.spill();
    return alive();
}

bool ReplySink::databaseChanged(const QString &from, const QString &to)
{
    writePending(true);
    writeTextChange(m_out, EnvChange::Database, to, from);
    return alive();
}

bool ReplySink::transactionBegan(quint64 descriptor)
{
    writePending(true);
    writeTransactionChange(m_out, EnvChange::BeginTransaction, descriptor);
    return alive();
}

bool ReplySink::transactionEnded(quint64 descriptor, bool committed)
{
    writePending(true);
    const EnvChange change = committed ? EnvChange::CommitTransaction : EnvChange::RollbackTransaction;
    writeTransactionChange(m_out, change, descriptor);
    return alive();
}

qint64 ReplySink::rowsUntilFault(qint64 rows) const
{
    if (m_faults && m_faults->delayAfterRows)
        rows = std::clamp<qint64>(*m_faults->delayAfterRows - m_rows, 0, rows);
    else if (m_faults && m_faults->delay.count() > 0)
        rows = 1;
    if (m_faults && m_faults->closeAfterRows)
        rows = std::clamp<qint64>(*m_faults->closeAfterRows - m_rows, 0, rows);
    if (m_faults && m_faults->stallAfterRows)
        rows = std::clamp<qint64>(*m_faults->stallAfterRows - m_rows, 0, rows);
    return rows;
}

bool ReplySink::replay(const ReplayTable &table)
{
    if (!columns(table.columns))
        return false;
    const QByteArrayView round(table.encodedRows);
    const EncodedRows encoded(table.columns, round);
    qint64 left = table.rowsPerRound > 0 && !round.isEmpty() ? table.rows : 0;
    while (left > 0) {
        const qint64 rows = rowsUntilFault(left) > 0 ? rowsUntilFault(left) : left;
        const auto total =
            static_cast<quint64>(rows / table.rowsPerRound) * static_cast<quint64>(round.size())
            + static_cast<quint64>(encoded.sizeOf(rows % table.rowsPerRound));
        const quint64 sent = m_out.cycle(round, total, [this] { return alive(); });
        if (sent < total) { // end the row that was cut
            const auto inRound = static_cast<qsizetype>(sent % static_cast<quint64>(round.size()));
            m_out.bytes(round.first(encoded.endAfter(inRound)).sliced(inRound));
            return false;
        }
        left -= rows;
        m_rows += rows;
        strike();
        if (!alive())
            return false;
    }
    return done(CommandKind::Select, table.rows, false);
}

void ReplySink::beginProcedure()
{
    m_inProcedure = true;
    m_lastError = 0;
}

void ReplySink::endProcedure(int status, const std::vector<Parameter> &outputs, bool more)
{
    writePending(true);
    if (!m_around.watch.attention()) {
        writeReturnStatus(m_out, status);
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            if (outputs[i].output)
                writeReturnValue(
                    m_out, static_cast<int>(i), outputs[i].name, outputs[i].type, outputs[i].value);
        }
    }
    const quint16 transaction = m_around.inTransaction() ? DoneInTransaction : 0;
    writeDone(
        m_out, TdsToken::DoneProcedure, (more ? DoneMore : DoneFinal) | transaction, CommandKind::Other, 0);
    m_inProcedure = false;
    m_ended = !more;
}

void ReplySink::finish()
{
    writeEnd();
    m_out.removeCut();
    if (m_out.failed() && m_faults && m_faults->reset)
        m_around.socket.reset();
}

void ReplySink::writeEnd()
{
    if (m_struck)
        return;
    if (!m_around.watch.attention()) {
        if (!m_ended && m_pending)
            writePending(false);
        else if (!m_ended)
            writePlainDone(DoneFinal);
        m_out.finish();
        return;
    }
    const bool bare = m_faults && m_faults->bareAttention;
    if (!bare) {
        writePending(true);
        if (!m_ended)
            writePlainDone(DoneError);
        m_out.finish();
    }
    writePlainDone(DoneAttention);
    m_out.finish();
    m_around.watch.rearm();
}

} // namespace tidemark::practice
