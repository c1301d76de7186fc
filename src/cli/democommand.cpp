#include "democommand.h"

#include "practicecommand.h"
#include "reportlines.h"
#include "texttable.h"

#include "appservices.h"
#include "practiceservice.h"
#include "syncrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <optional>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DemoText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DemoCommand)
};

const QStringList &demoTables()
{
    static const QStringList names{ u"customers"_s, u"orders"_s, u"order_lines"_s };
    return names;
}

/// What somebody does between the first sync and the second.
const QStringList &demoChanges()
{
    static const QStringList statements{
        u"UPDATE dbo.customers SET city = N'Zürich' WHERE id = 7"_s,
        u"INSERT INTO dbo.orders (customer_id, ordered_at, total) VALUES (7, '2026-01-31 09:30 +01:00', 99.5)"_s,
        u"UPDATE dbo.orders SET status = 'shipped' WHERE id = 1"_s,
        u"DELETE FROM dbo.orders WHERE id = 2"_s,
    };
    return statements;
}

QString cut(const QString &line, int width)
{
    return line.size() <= width ? line : line.left(width - 3) + u"..."_s;
}

QString outcomeOf(const TableReport &report)
{
    if (report.status == TableStatus::NothingNew)
        return DemoText::tr("nothing new");
    if (report.mode == SyncMode::Incremental)
        return countText(report.rowsWritten, DemoText::tr("change"), DemoText::tr("changes"));
    return countText(report.rowsWritten, DemoText::tr("row"), DemoText::tr("rows"));
}

/// One demo from the first line to the last. Lives in runDemo().
class Demo {
public:
    Demo(const CommandLine &line, Console &console, StopSignals &stop)
        : m_line(line), m_console(console), m_stop(stop)
    {
    }

    /// The exit code.
    int run()
    {
        if (const int code = prepare(); code != 0)
            return code;
        if (const int code = sync(DemoText::tr("First sync: whole tables")); code != 0)
            return code;
        if (const int code = change(); code != 0)
            return code;
        if (const int code = sync(DemoText::tr("Second sync: only what changed")); code != 0)
            return code;
        showNewFiles();
        if (const int code = sync(DemoText::tr("Third sync: nothing new")); code != 0)
            return code;
        showWhereFilesAre();
        return m_written ? 0 : 1;
    }

private:
    int prepare();
    int sync(const QString &title);
    int change();
    void showNewFiles();
    void showWhereFilesAre();
    RunReport runOnce();
    int failure(const SyncError &error, int code);
    void say(const QString &text) { m_written = m_console.write(text.toUtf8()) && m_written; }

    const CommandLine &m_line;
    Console &m_console;
    StopSignals &m_stop;
    QTemporaryDir m_temporary;
    QDir m_folder;
    std::unique_ptr<PracticeService> m_server;
    SyncJob m_job;
    RunReport m_report; // of the last sync
    bool m_written = true;
};

int Demo::failure(const SyncError &error, int code)
{
    m_console.error(describe(error));
    return m_stop.exitCode(code);
}

int Demo::prepare()
{
    const QString keep = m_line.practice.keepDir;
    m_folder.setPath(keep.isEmpty() ? m_temporary.path() : QDir::current().absoluteFilePath(keep));
    if (!m_folder.mkpath(u"."_s) || !m_folder.isEmpty()) {
        m_console.error(DemoText::tr("The demo needs an empty folder that it can write to; %1 is not one.")
                            .arg(QDir::toNativeSeparators(m_folder.path())));
        return 2;
    }
    auto server = PracticeService::start(practiceSettings(m_line.practice, m_stop));
    if (!server)
        return failure(server.error(), 1);
    m_server = std::move(*server);

    const PracticeInfo info = m_server->info();
    m_job.connection = m_server->connection();
    m_job.password = Secret(info.password);
    m_job.outputDir = m_folder.filePath(u"data"_s);
    m_job.watermarkDir = m_folder.filePath(u"watermarks"_s);
    m_job.maxWorkers = 2;
    for (const QString &table : demoTables()) {
        TableRequest request;
        request.table = { info.databases.constFirst(), u"dbo"_s, table };
        m_job.tables += request;
    }
    say(DemoText::tr("Made-up data of a small shop, on a practice server of its own: %1, database %2.\n")
            .arg(info.server, info.databases.constFirst()));
    if (const QStringList drivers = AppServices().driverNames(); !drivers.isEmpty())
        say(DemoText::tr("Read through the ODBC driver \"%1\".\n").arg(drivers.constFirst()));
    return 0;
}

RunReport Demo::runOnce()
{
    SyncRun run(m_job);
    RunReport result;
    QEventLoop loop;
    QObject::connect(&m_stop, &StopSignals::stopRequested, &run, &SyncRun::cancel);
    QObject::connect(&run, &SyncRun::finished, &loop, [&](const RunReport &report) {
        result = report;
        loop.quit();
    });
    run.start();
    loop.exec();
    return result;
}

int Demo::sync(const QString &title)
{
    m_report = runOnce();
    if (const int code = m_stop.exitCode(exitCodeOf(m_report.tables)); code != 0) {
        for (const TableReport &report : m_report.tables) {
            if (report.error)
                return failure(*report.error, code);
        }
        return code;
    }
    say(u"\n"_s + title + u'\n');
    TextTable table({ Align::Left, Align::Left, Align::Right });
    for (const TableReport &report : m_report.tables) {
        table.add({ report.table.display(), outcomeOf(report),
            QString::number(report.durationSeconds, 'f', 2) + u" s"_s });
    }
    say(table.text(2));
    return 0;
}

int Demo::change()
{
    say(u"\n"_s + DemoText::tr("Then somebody works on the data") + u'\n');
    for (const QString &statement : demoChanges()) {
        say(u"  "_s + statement + u'\n');
        if (const Status done = m_server->execute(m_server->info().databases.constFirst(), statement); !done)
            return failure(done.error(), 1);
    }
    return 0;
}

void Demo::showNewFiles()
{
    say(u"\n"_s + DemoText::tr("What the new files hold") + u'\n');
    const int width = std::max(40, m_console.outputWidth().value_or(100));
    for (const TableReport &report : m_report.tables) {
        for (const QString &path : report.files) {
            say(u"  "_s + m_folder.relativeFilePath(path) + u'\n');
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            while (!file.atEnd())
                say(cut(u"    "_s + QString::fromUtf8(file.readLine()).trimmed(), width) + u'\n');
        }
    }
}

void Demo::showWhereFilesAre()
{
    if (m_line.practice.keepDir.isEmpty()) {
        say(u"\n"_s
            + DemoText::tr("The files are gone with this demo. To keep them: tidemark demo --keep FOLDER\n"));
    } else {
        say(u"\n"_s + DemoText::tr("The files are in %1\n").arg(QDir::toNativeSeparators(m_folder.path())));
    }
}

} // namespace

int runDemo(const CommandLine &line, Console &console, StopSignals &stop)
{
    return Demo(line, console, stop).run();
}

} // namespace tidemark
