#include "synccommand.h"

#include "reportlines.h"
#include "reportprinter.h"
#include "texttable.h"

#include "syncrun.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SyncText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::SyncCommand)
};

/// "5 tables: 3 done, 1 nothing new, 1 failed; 1,234 rows in 0.52 s"
QString summaryOf(const RunReport &report)
{
    const QList<std::pair<TableStatus, QString>> words{ { TableStatus::Done, u"done"_s },
        { TableStatus::NothingNew, u"nothing new"_s }, { TableStatus::Failed, u"failed"_s },
        { TableStatus::Cancelled, u"cancelled"_s }, { TableStatus::Skipped, u"skipped"_s } };
    QStringList counts;
    for (const auto &[status, word] : words) {
        const auto count = std::count_if(report.tables.cbegin(), report.tables.cend(),
            [status = status](const TableReport &table) { return table.status == status; });
        if (count > 0)
            counts += u"%1 %2"_s.arg(QString::number(count), word);
    }
    qint64 rows = 0;
    for (const TableReport &table : report.tables)
        rows += table.rowsWritten;
    return u"%1: %2; %3 in %4 s"_s.arg(countText(report.tables.size(), u"table"_s, u"tables"_s),
        counts.join(u", "_s), countText(rows, u"row"_s, u"rows"_s),
        QString::number(report.durationSeconds, 'f', 2));
}

} // namespace

int runSync(const SyncJob &job, Console &console, StopSignals &stop)
{
    SyncRun run(job);
    ReportPrinter printer(console);
    RunReport result;
    qsizetype tables = 0;
    QEventLoop loop;
    QObject::connect(&stop, &StopSignals::stopRequested, &run, [&] {
        console.info(SyncText::tr("Stopping. Tables that are not published yet stay as they were."));
        run.cancel();
    });
    QObject::connect(&run, &SyncRun::noted, &run, [&](const QString &text) { console.info(text); });
    QObject::connect(&run, &SyncRun::started, &run, [&](const QList<TableRef> &all) { tables = all.size(); });
    QObject::connect(&run, &SyncRun::progressed, &run,
        [&](const TableProgress &progress) { console.progress(progress, int(tables)); });
    QObject::connect(&run, &SyncRun::tableFinished, &run, [&](int index, const TableReport &report) {
        console.finished(report);
        printer.add(index, report);
    });
    QObject::connect(&run, &SyncRun::finished, &loop, [&](const RunReport &report) {
        result = report;
        loop.quit();
    });
    run.start();
    loop.exec();

    console.info(summaryOf(result));
    const int code = exitCodeOf(result.tables);
    return stop.exitCode(code == 0 && !printer.isComplete() ? 1 : code);
}

} // namespace tidemark
