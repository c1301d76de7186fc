#include "console.h"

#include "texttable.h"

#include "failureadvice.h"
#include "timeadvice.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QString stageWord(TableStage stage)
{
    switch (stage) {
    case TableStage::Waiting:
        return u"waiting"_s;
    case TableStage::Connecting:
        return u"connecting"_s;
    case TableStage::Planning:
        return u"planning"_s;
    case TableStage::Reading:
        return u"reading"_s;
    case TableStage::Publishing:
        return u"publishing"_s;
    case TableStage::Retrying:
        return u"retrying"_s;
    case TableStage::Finished:
        break;
    }
    return u"finished"_s;
}

/// The line begins with the table, so the error need not name it or its database again.
QString failure(const TableReport &report)
{
    SyncError error = report.error.value_or(SyncError());
    if (error.context == report.table.display() || error.context == report.table.database)
        error.context.clear();
    return describe(error);
}

QString outcome(const TableReport &report)
{
    switch (report.status) {
    case TableStatus::Done:
        return report.mode == SyncMode::Incremental
            ? u"%1, version %2 to %3"_s.arg(countText(report.rowsWritten, u"change"_s, u"changes"_s),
                report.sinceVersion ? QString::number(report.sinceVersion->value()) : u"none"_s,
                report.currentVersion ? QString::number(report.currentVersion->value()) : u"none"_s)
            : countText(report.rowsWritten, u"row"_s, u"rows"_s) + u", whole table"_s;
    case TableStatus::NothingNew:
        return u"nothing new"_s;
    case TableStatus::Cancelled:
        return u"cancelled, nothing published"_s;
    case TableStatus::Failed:
        return failure(report);
    case TableStatus::Skipped:
        break;
    }
    return u"skipped"_s;
}

/// "Check the folder's rights. Trying again may help." The advice of the error itself is in its text already.
QString nextStep(const SyncError &error)
{
    const FailureAdvice advice = failureAdvice(error);
    return error.advice.isEmpty() ? advice.next + u' ' + advice.retryText() : advice.retryText();
}

/// "server 0.10 s, network 2.31 s, formatting 0.00 s, disk 0.02 s. Most of the time ..."
QString timeLine(const TimeSplit &time)
{
    QStringList parts;
    for (const TimePart part : timeParts)
        parts += u"%1 %2 s"_s.arg(timePartName(part), QString::number(time[part], 'f', 2));
    return (parts.join(u", "_s) + u". "_s + timeAdvice(time)).trimmed();
}

} // namespace

Console::Console(Verbosity verbosity) : Console(verbosity, stdout, stderr, isatty(STDERR_FILENO) == 1) { }

Console::Console(Verbosity verbosity, FILE *output, FILE *errors, bool terminal)
    : m_output(output), m_errors(errors), m_verbosity(verbosity), m_terminal(terminal)
{
}

void Console::error(const QString &text)
{
    line(text);
}

void Console::info(const QString &text)
{
    if (m_verbosity != Verbosity::Quiet)
        line(text);
}

void Console::detail(const QString &text)
{
    if (m_verbosity == Verbosity::Verbose)
        line(text);
}

bool Console::write(const QByteArray &data)
{
    clearLive();
    return std::fwrite(data.constData(), 1, size_t(data.size()), m_output) == size_t(data.size())
        && std::fflush(m_output) == 0;
}

std::optional<int> Console::outputWidth() const
{
    winsize size{};
    const bool known = ioctl(fileno(m_output), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? std::optional(int(size.ws_col)) : std::nullopt;
}

void Console::progress(const TableProgress &progress, int tables)
{
    if (progress.stage == TableStage::Finished)
        m_running.remove(progress.index);
    else
        m_running.insert(progress.index, progress);
    if (!progress.note.isEmpty() && m_notes.value(progress.table) != progress.note) {
        m_notes.insert(progress.table, progress.note);
        info(progress.table.display() + u": "_s + progress.note);
    }
    if (m_running.isEmpty())
        return;
    qint64 rows = 0;
    for (const TableProgress &running : m_running)
        rows += running.rows;
    const TableProgress &first = m_running.first();
    live(u"%1 of %2 tables; %3 %4, %5 rows"_s.arg(QString::number(m_finished), QString::number(tables),
        stageWord(first.stage), first.table.display(), groupedNumber(rows)));
}

void Console::finished(const TableReport &report)
{
    ++m_finished;
    const QString text = u"%1: %2"_s.arg(report.table.display(), outcome(report));
    if (report.status == TableStatus::Failed)
        error(text);
    else
        info(text + u" (%1 s)"_s.arg(report.durationSeconds, 0, 'f', 2));
    if (report.status == TableStatus::Failed && report.error)
        info(u"  "_s + nextStep(*report.error));
    if (!report.reason.isEmpty() && m_notes.value(report.table) != report.reason)
        info(u"  "_s + report.reason);
    for (const QString &warning : report.warnings) {
        if (!m_warned.contains(warning))
            info(u"  warning: "_s + warning);
        m_warned += warning;
    }
    for (const QString &file : report.files)
        detail(u"  "_s + file);
    if (report.time.total() > 0)
        detail(u"  time: "_s + timeLine(report.time));
}

void Console::line(const QString &text)
{
    clearLive();
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_errors);
    std::fflush(m_errors);
}

void Console::clearLive()
{
    if (!m_liveShown)
        return;
    m_liveShown = false;
    std::fputs("\r\x1b[K", m_errors);
    std::fflush(m_errors);
}

void Console::live(const QString &text)
{
    if (!showsLive())
        return;
    m_liveShown = true;
    const QByteArray bytes = "\r\x1b[K" + text.left(110).toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_errors);
    std::fflush(m_errors);
}

} // namespace tidemark
