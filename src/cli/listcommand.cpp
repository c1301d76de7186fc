#include "listcommand.h"

#include "filtercheck.h"
#include "futurewait.h"
#include "jsonline.h"
#include "reportlines.h"
#include "texttable.h"

#include "appservices.h"
#include "closeddatabase.h"
#include "namepattern.h"

#include <QCoreApplication>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ListText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ListCommand)
};

QByteArray tableLine(const CatalogTable &table)
{
    return jsonLine({ { u"database"_s, table.table.database }, { u"table"_s, table.table.watermarkKey() },
        { u"tracked"_s, table.tracked }, { u"primary_key"_s, table.hasKey },
        { u"can_select"_s, table.canSelect }, { u"can_view_changes"_s, table.canViewChanges },
        { u"rows"_s, orNull(table.rowEstimate) }, { u"bytes"_s, orNull(table.sizeBytes) } });
}

QString trackingText(const CatalogTable &table)
{
    if (!table.canSelect)
        return u"no right to read"_s;
    if (!table.tracked)
        return table.hasKey ? u"off"_s : u"off, no primary key"_s;
    return table.canViewChanges ? u"on"_s : u"on, no right to see changes"_s;
}

/// The two forms of a list: JSON lines, or a table for people, whose names are cut to fit a terminal's lines.
QByteArray listOf(const QList<CatalogTable> &tables, bool json, std::optional<int> width)
{
    if (json) {
        QByteArray lines;
        for (const CatalogTable &table : tables)
            lines += tableLine(table);
        return lines;
    }
    TextTable text({ Align::Left, Align::Left, Align::Right, Align::Right });
    text.add({ u"TABLE"_s, u"CHANGE TRACKING"_s, u"ROWS"_s, u"SIZE"_s });
    for (const CatalogTable &table : tables) {
        text.add({ table.table.display(), trackingText(table),
            table.rowEstimate ? groupedNumber(*table.rowEstimate) : u"-"_s,
            table.sizeBytes ? sizeText(*table.sizeBytes) : u"-"_s });
    }
    if (width)
        text.fit(0, *width);
    return text.text().toUtf8();
}

/// One listing with what it works with.
class Listing {
public:
    Listing(const SyncJob &job, Console &console, StopSignals &stop)
        : m_job(job), m_console(console), m_stop(stop)
    {
    }

    /// The exit code when a list could not be made, otherwise 0. One database that is closed hides no other.
    int collect(const QStringList &databases)
    {
        m_databases = databases;
        for (const QString &database : databases) {
            const auto tables =
                waitFor(m_services.tables(m_job.connection, m_job.password, database), m_stop);
            if (!tables)
                return m_stop.exitCode(1);
            if (!*tables) {
                m_console.error(describe(tables->error()));
                m_failure = exitCodeOf(tables->error());
                if (isClosedDatabase(tables->error()))
                    continue;
                break;
            }
            m_tables += **tables;
        }
        return m_tables.isEmpty() ? m_failure : 0;
    }

    int collectAll()
    {
        const auto databases = waitFor(m_services.databases(m_job.connection, m_job.password), m_stop);
        if (!databases)
            return m_stop.exitCode(1);
        if (!*databases) {
            const QString text = describe(databases->error());
            const int code = exitCodeOf(databases->error());
            const bool isConnected = code != 3;
            m_console.error(isConnected
                    ? ListText::tr("The list of databases cannot be read; name one with --database. %1")
                          .arg(text)
                    : text);
            return code;
        }
        QStringList open;
        for (const CatalogDatabase &database : **databases) {
            if (database.accessible)
                open += database.name;
            else
                m_console.info(ListText::tr("%1: this login may not open the database.").arg(database.name));
        }
        return collect(open);
    }

    /// False when one of the filters fits none of the tables.
    bool applyFilters()
    {
        const bool allFit = m_tables.isEmpty()
            || checkFilters(
                m_job.only, m_tables, ListText::tr("in %1").arg(m_databases.join(u", "_s)), m_console);
        m_tables.removeIf(
            [&](const CatalogTable &table) { return !matchesFilters(m_job.only, table.table); });
        return allFit;
    }

    const QList<CatalogTable> &tables() const { return m_tables; }
    bool isComplete() const { return m_failure == 0; }

private:
    const SyncJob &m_job;
    Console &m_console;
    StopSignals &m_stop;
    AppServices m_services;
    QStringList m_databases; // that were looked at
    QList<CatalogTable> m_tables;
    int m_failure = 0; // the exit code of what could not be listed
};

/// The databases that are named; none when they are to be found out.
QStringList namedDatabases(const CommandLine &line, const SyncJob &job)
{
    if (!line.database.isEmpty())
        return { line.database };
    QStringList names;
    for (const TableRequest &request : job.tables) {
        if (isPattern(request.table.database))
            return {};
        names += request.table.database;
    }
    names.removeDuplicates();
    return names;
}

} // namespace

int runList(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop)
{
    Listing listing(job, console, stop);
    const QStringList databases = namedDatabases(line, job);
    const int code = databases.isEmpty() ? listing.collectAll() : listing.collect(databases);
    if (code != 0)
        return code;
    if (listing.tables().isEmpty())
        console.info(ListText::tr("There is no table to list, or this login may see none."));
    const bool allFit = listing.applyFilters();
    const bool written = listing.tables().isEmpty()
        || console.write(listOf(listing.tables(), line.json, console.outputWidth()));
    if (!allFit)
        return 2;
    return written && listing.isComplete() ? 0 : 1;
}

} // namespace tidemark
