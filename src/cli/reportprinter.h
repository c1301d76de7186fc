#pragma once

#include "console.h"

#include "tablereport.h"

#include <QMap>

namespace tidemark {

/// Prints reports as JSON lines in the order of the job, however they come in. Main thread.
class ReportPrinter {
public:
    explicit ReportPrinter(Console &console) : m_console(console) { }

    void add(int index, const TableReport &report);
    /// False when standard output took less than everything; that is said once.
    bool isComplete() const { return !m_broken; }

private:
    Console &m_console;
    QMap<int, TableReport> m_waiting; // for earlier ones
    int m_next = 0;
    bool m_broken = false;
};

} // namespace tidemark
