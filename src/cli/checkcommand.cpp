#include "checkcommand.h"

#include "futurewait.h"
#include "jsonline.h"
#include "texttable.h"

#include "appservices.h"
#include "readinessscript.h"

#include <algorithm>
#include <iterator>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QString word(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Good:
        return u"ok"_s;
    case CheckOutcome::Warning:
        return u"warning"_s;
    case CheckOutcome::Bad:
        break;
    }
    return u"wrong"_s;
}

/// "retention of shop"
QString title(const CheckStep &step)
{
    return step.place().isEmpty() ? step.name : step.name + u" of "_s + step.place();
}

QByteArray jsonLines(const QList<CheckStep> &steps)
{
    QByteArray lines;
    for (const CheckStep &step : steps) {
        QJsonObject object{ { u"step"_s, title(step) }, { u"outcome"_s, word(step.outcome) },
            { u"text"_s, step.text }, { u"remedy"_s, step.remedy() }, { u"seconds"_s, step.seconds },
            { u"check"_s, step.name }, { u"why"_s, step.why }, { u"advice"_s, step.advice },
            { u"sql"_s, step.statements() } };
        if (!step.subject.database.isEmpty())
            object.insert(u"database"_s, step.subject.database);
        if (!step.subject.table.isEmpty())
            object.insert(u"table"_s, step.subject.watermarkKey());
        lines += jsonLine(object);
    }
    return lines;
}

using Steps = QList<CheckStep>::const_iterator;

/// The end of the steps about one table; a step that is about no table stands alone.
Steps endOfTable(Steps first, Steps end)
{
    if (first->subject.table.isEmpty())
        return first + 1;
    return std::find_if(
        first, end, [first](const CheckStep &step) { return step.subject != first->subject; });
}

bool isGood(const CheckStep &step)
{
    return step.outcome == CheckOutcome::Good;
}

void addStep(TextTable &table, const CheckStep &step)
{
    const QString seconds = step.seconds > 0 ? QString::number(step.seconds, 'f', 3) + u" s"_s : QString();
    table.add({ word(step.outcome), seconds, title(step), step.text });
    for (const QString &line : step.remedy().split(u'\n', Qt::SkipEmptyParts))
        table.add({ QString(), QString(), QString(), u"-> "_s + line });
}

/// Steps in columns; what to do stands below its step. A table that lacks nothing has one line.
QByteArray textLines(const QList<CheckStep> &steps)
{
    TextTable table({ Align::Left, Align::Right, Align::Left, Align::Left });
    for (Steps step = steps.cbegin(); step != steps.cend();) {
        const Steps end = endOfTable(step, steps.cend());
        if (!step->subject.table.isEmpty() && std::all_of(step, end, isGood)) {
            QStringList texts;
            std::transform(
                step, end, std::back_inserter(texts), [](const CheckStep &each) { return each.text; });
            table.add({ word(CheckOutcome::Good), QString(), step->place(), texts.join(u' ') });
        } else {
            std::for_each(step, end, [&table](const CheckStep &each) { addStep(table, each); });
        }
        step = end;
    }
    return table.text().toUtf8();
}

/// What standard output gets.
QByteArray answer(const CommandLine &line, const ReadinessReport &report)
{
    if (line.sql)
        return readinessScript(report).toUtf8();
    if (line.json)
        return jsonLines(report.steps);
    QList<CheckStep> steps = report.steps;
    if (line.quiet)
        steps.removeIf(isGood);
    return textLines(steps);
}

/// Where the job has none there, all tables of the database named are looked at, those that are not tracked
/// as well.
SyncJob jobToCheck(const CommandLine &line, SyncJob job)
{
    if (line.database.isEmpty())
        return job;
    job.tables.removeIf([&](const TableRequest &request) {
        return request.table.database.compare(line.database, Qt::CaseInsensitive) != 0;
    });
    if (job.tables.isEmpty()) {
        TableRequest all;
        all.table = { line.database, u"*"_s, u"*"_s };
        job.tables = { all };
    }
    return job;
}

} // namespace

int runCheck(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop)
{
    AppServices services;
    const auto report = waitFor(services.check(jobToCheck(line, job)), stop);
    if (!report)
        return stop.exitCode(1);
    const auto count = [&](CheckOutcome outcome) {
        return std::count_if(report->steps.cbegin(), report->steps.cend(),
            [outcome](const CheckStep &step) { return step.outcome == outcome; });
    };
    const bool written = console.write(answer(line, *report));
    const auto wrong = count(CheckOutcome::Bad);
    const auto warnings = count(CheckOutcome::Warning);
    console.info(u"%1: %2 wrong, %3"_s.arg(countText(report->steps.size(), u"step"_s, u"steps"_s),
        groupedNumber(wrong), countText(warnings, u"warning"_s, u"warnings"_s)));
    if (wrong > 0)
        return 5;
    return written ? 0 : 1;
}

} // namespace tidemark
