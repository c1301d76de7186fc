#pragma once

#include "jobdraft.h"
#include "latestrequest.h"
#include "windowbackend.h"

#include <QObject>
#include <QSet>
#include <QString>

namespace tidemark {

class TableTreePane;

/// Fills the table tree from a server as it is opened, and ticks what the job names. GUI thread.
class CatalogController : public QObject {
    Q_OBJECT

public:
    CatalogController(WindowBackend &backend, TableTreePane &pane, QObject *parent = nullptr);

    /// The job: what a job file says, and the options that a person gave it since; not the ticks.
    const JobDraft &draft() const { return m_draft; }
    /// Another job. Its tables are ticked by tickDraft(), or when a connection opens.
    void setDraft(const JobDraft &draft);
    void tickDraft();
    /// The same tables with other options.
    void setOptions(const TableRequest &options) { m_draft.setDefaults(options); }

    /// The tables of a fresh connection. `tickTracked`: the job names nothing, take all that can follow
    /// changes.
    void open(const Login &login, const QList<CatalogDatabase> &databases, bool tickTracked);
    void refresh();

    /// True while tables that the job names are still on their way.
    bool isLoading() const { return !m_awaited.isEmpty(); }
    QList<TableRequest> requests() const;
    /// The same as a list that is not empty, without making it.
    bool hasRequests() const;
    /// The tracked tables of each loaded database, or all of one that tracks none.
    QList<TableRequest> openedTables() const;

Q_SIGNALS:
    /// A person has changed the job. Comes before changed().
    void edited();
    void changed();
    void noted(const QString &text);

private:
    void loadTables(const QString &database);
    void takeTables(const QString &database, const QList<CatalogTable> &tables);
    void loadNamed();
    void askForOptions(const ChosenTable &table);
    void takeOptions(const TableRef &table, const QStringList &columns, const QString &where);
    QStringList loadedDatabases() const;

    WindowBackend &m_backend;
    TableTreePane &m_pane;
    LatestRequest m_connection; // answers of an earlier one are dropped
    Login m_login;
    JobDraft m_draft;
    QSet<QString> m_awaited;
    bool m_edited = false; // by a person: then the ticks count, not the job's own list
};

} // namespace tidemark
