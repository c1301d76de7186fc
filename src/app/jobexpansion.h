#pragma once

#include "catalogentry.h"
#include "result.h"
#include "syncjob.h"
#include "tablereport.h"

#include <QCoreApplication>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace tidemark {

/// What the catalog of a server says, as far as a job's patterns need it.
struct JobCatalog {
    Result<QList<CatalogDatabase>> databases =
        QList<CatalogDatabase>(); // when a database's name is a pattern
    QMap<QString, Result<QList<CatalogTable>>> tables; // by database
};

/// One table of a run in the order of the reports.
struct JobEntry {
    TableRequest request;
    std::optional<TableReport> settled; // it needs no run: a skipped table, or a pattern that matches nothing
};

/// Turns a job with patterns into tables. Pure: what it needs of the catalog is asked for by databases() and
/// handed in.
class JobExpansion {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JobExpansion)

public:
    explicit JobExpansion(const SyncJob &job) : m_job(job) { }

    /// True when the list of databases is needed.
    bool needsDatabases() const;
    /// The databases whose tables are needed.
    QStringList databases(const JobCatalog &catalog) const;
    /// Patterns become the tables they match in the catalog's order, where no other entry names them. A table
    /// that is not tracked is skipped with a reason unless the mode is full.
    QList<JobEntry> entries(const JobCatalog &catalog) const;

private:
    QList<JobEntry> expand(const TableRequest &request, const JobCatalog &catalog) const;
    QList<JobEntry> narrow(const QList<JobEntry> &all) const;
    bool isNamedElsewhere(const TableRef &table, const QList<CatalogTable> &tables) const;
    bool isExcluded(const TableRef &table) const;

    const SyncJob &m_job;
};

} // namespace tidemark
