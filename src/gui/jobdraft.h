#pragma once

#include "chosentable.h"

#include "catalogentry.h"
#include "syncjob.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace tidemark {

/// The job behind the window: what a job file says, and how ticks in the tree change it. Values only.
class JobDraft {
public:
    JobDraft() = default;
    explicit JobDraft(SyncJob job, TableRequest defaults = {});

    const SyncJob &job() const { return m_job; }
    const TableRequest &defaults() const { return m_defaults; }

    /// Other options for tables without options of their own. What a table says for itself stays.
    void setDefaults(const TableRequest &defaults);

    /// What the job says of a table, or would if it were ticked.
    TableRequest request(const TableRef &table) const;
    /// Columns (none: all) and filter of one table.
    void setTableOptions(const TableRef &table, const QStringList &columns, const QString &where);

    /// True when the job names tables of that database.
    bool names(const QString &database) const;
    /// What the job names of these tables of a database, and what it names that is not among them.
    QList<ChosenTable> chosen(const QString &database, const QList<CatalogTable> &tables) const;
    /// The requests for ticked tables, with the options that the job gives them.
    QList<TableRequest> requests(const QList<ChosenTable> &ticked) const;
    /// What the job says of databases that are not loaded, or not there: ticks say nothing about them.
    QList<TableRequest> requestsElsewhere(const QStringList &databases, const QStringList &loaded) const;

private:
    void add(int place);
    const TableRequest *byName(const TableRef &table) const;
    const TableRequest *byPattern(const TableRef &table) const;

    SyncJob m_job;
    TableRequest m_defaults; // options of a table that the job does not name
    // Places in the job's list, so that thousands of tables are found as fast as a few.
    QHash<TableRef, QList<int>> m_byName; // without case
    QList<int> m_patterns;
};

} // namespace tidemark
