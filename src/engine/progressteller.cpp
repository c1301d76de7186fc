#include "progressteller.h"

namespace tidemark {

using namespace std::chrono_literals;

ProgressTeller::ProgressTeller(int index, const TableRef &table, const TimeSource &time, Receiver receiver)
    : m_time(time), m_receiver(std::move(receiver)), m_began(time.elapsed())
{
    m_progress.index = index;
    m_progress.table = table;
}

void ProgressTeller::enter(TableStage stage, const QString &note)
{
    m_progress.stage = stage;
    m_progress.note = note;
    if (stage < TableStage::Publishing || stage == TableStage::Retrying) {
        m_progress.rows = 0;
        m_progress.bytes = 0;
    }
    m_toldCount = m_time.elapsed();
    tell();
}

void ProgressTeller::count(qint64 rows, qint64 bytes)
{
    m_progress.rows = rows;
    m_progress.bytes = bytes;
    const auto now = m_time.elapsed();
    if (now - m_toldCount < 250ms)
        return;
    m_toldCount = now;
    tell();
}

double ProgressTeller::seconds() const
{
    return double((m_time.elapsed() - m_began).count()) / 1000.0;
}

void ProgressTeller::tell()
{
    m_progress.seconds = seconds();
    if (m_receiver)
        m_receiver(m_progress);
}

} // namespace tidemark
