#include "reportprinter.h"

#include "reportlines.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

namespace tidemark {

void ReportPrinter::add(int index, const TableReport &report)
{
    m_waiting.insert(index, report);
    while (!m_waiting.isEmpty() && m_waiting.firstKey() == m_next) {
        const TableReport next = m_waiting.take(m_next++);
        if (m_broken || m_console.write(reportLine(next)))
            continue;
        m_broken = true;
        m_console.error(QCoreApplication::translate("tidemark::ReportPrinter",
            "Standard output cannot be written: %1. The sync goes on; its results are also in each table's "
            "sync_history.jsonl.")
                            .arg(QString::fromLocal8Bit(std::strerror(errno))));
    }
}

} // namespace tidemark
