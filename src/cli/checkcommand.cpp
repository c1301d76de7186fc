#include "checkcommand.h"

#include "futurewait.h"
#include "texttable.h"

#include "appservices.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

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

QByteArray jsonLines(const QList<CheckStep> &steps)
{
    QByteArray lines;
    for (const CheckStep &step : steps) {
        const QJsonObject object{ { u"step"_s, step.name }, { u"outcome"_s, word(step.outcome) },
            { u"text"_s, step.text }, { u"remedy"_s, step.remedy }, { u"seconds"_s, step.seconds } };
        lines += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

/// Steps in columns; what to do stands below its step.
QByteArray textLines(const QList<CheckStep> &steps)
{
    TextTable table({ Align::Left, Align::Right, Align::Left, Align::Left });
    for (const CheckStep &step : steps) {
        const QString seconds =
            step.seconds > 0 ? QString::number(step.seconds, 'f', 3) + u" s"_s : QString();
        table.add({ word(step.outcome), seconds, step.name, step.text });
        for (const QString &line : step.remedy.split(u'\n', Qt::SkipEmptyParts))
            table.add({ QString(), QString(), QString(), u"-> "_s + line });
    }
    return table.text().toUtf8();
}

/// Without a job the tables of the database named are looked at, those that are not tracked as well.
SyncJob jobToCheck(const CommandLine &line, SyncJob job)
{
    if (line.database.isEmpty())
        return job;
    if (job.tables.isEmpty()) {
        TableRequest all;
        all.table = { line.database, u"*"_s, u"*"_s };
        job.tables = { all };
        return job;
    }
    job.tables.removeIf([&](const TableRequest &request) {
        return request.table.database.compare(line.database, Qt::CaseInsensitive) != 0;
    });
    return job;
}

} // namespace

int runCheck(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop)
{
    AppServices services;
    const auto steps = waitFor(services.check(jobToCheck(line, job)), stop);
    if (!steps)
        return stop.exitCode(1);
    const auto count = [&](CheckOutcome outcome) {
        return std::count_if(steps->cbegin(), steps->cend(),
            [outcome](const CheckStep &step) { return step.outcome == outcome; });
    };
    const bool written = console.write(line.json ? jsonLines(*steps) : textLines(*steps));
    const auto wrong = count(CheckOutcome::Bad);
    const auto warnings = count(CheckOutcome::Warning);
    console.info(u"%1 steps: %2 wrong, %3 %4"_s.arg(QString::number(steps->size()), QString::number(wrong),
        QString::number(warnings), warnings == 1 ? u"warning"_s : u"warnings"_s));
    if (wrong > 0)
        return 5;
    return written ? 0 : 1;
}

} // namespace tidemark
