#include "runspeeds.h"

#include <algorithm>

namespace tidemark {

void RunSpeeds::start(qsizetype tables)
{
    m_all = {};
    m_tables = QList<Table>(tables);
}

void RunSpeeds::count(qsizetype table, double seconds, qint64 rows, qint64 bytes)
{
    Table &known = m_tables[table];
    const bool again = rows < known.rows;
    const qint64 newRows = again ? rows : rows - known.rows;
    // Bytes may shrink by themselves: those that wait to be compressed are only estimated.
    const qint64 newBytes = again ? bytes : std::max<qint64>(0, bytes - known.bytes);
    if (newRows > 0 || newBytes > 0) {
        known.speed.add(known.seconds, seconds, double(newRows), double(newBytes));
        m_all.add(known.seconds, seconds, double(newRows), double(newBytes));
    }
    known.seconds = seconds;
    known.rows = rows;
    known.bytes = bytes;
}

} // namespace tidemark
