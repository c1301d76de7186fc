#include "runnotice.h"

#include "runcontroller.h"
#include "userprompts.h"

#include <QWidget>

#include <algorithm>

namespace tidemark {

namespace {

constexpr double longSeconds = 60; // after which a person does something else

} // namespace

RunNotice::RunNotice(RunController &runs, UserPrompts &prompts, QWidget &window)
    : QObject(&window), m_prompts(prompts), m_window(window)
{
    connect(&runs, &RunController::finished, this, &RunNotice::tellOf);
}

void RunNotice::tellOf(const QString &summary, const RunReport &report)
{
    const bool failed = std::any_of(report.tables.cbegin(), report.tables.cend(),
        [](const TableReport &table) { return table.status == TableStatus::Failed; });
    if (m_window.isActiveWindow() || (!failed && report.durationSeconds < longSeconds))
        return;
    m_prompts.notify(&m_window, failed ? tr("Tables have failed") : tr("The sync has ended"), summary);
}

} // namespace tidemark
