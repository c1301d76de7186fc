#pragma once

#include "canceltoken.h"
#include "result.h"
#include "syncjob.h"
#include "tablereport.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace tidemark {

/// The C++ API: syncs tables of one server to CSV files. Blocking; one thread at a time, but several trackers
/// may work in several threads, the first of which is made before threads start (processsetup.h). Needs a
/// QCoreApplication.
class ChangeTracker {
public:
    /// Names of a database's tables, by schema.
    using TableList = QMap<QString, QMap<QString, QStringList>>;
    /// The same with a mode for each table.
    using TableModes = QMap<QString, QMap<QString, QMap<QString, SyncMode>>>;

    ChangeTracker(const QString &server, const QString &user, const QString &password,
        const QString &outputDir = QStringLiteral("./data"),
        const QString &watermarkDir = QStringLiteral("./watermarks"), int maxWorkers = 1);

    /// All tables with full_incremental: {"shop": {"dbo": ["orders", "customers"]}}. Reports come in the
    /// order of the map, and of a list in it.
    void setTables(const TableList &tables);
    void setTables(const TableModes &tables);

    /// Everything else that a job can say: driver, encryption, dialect, policies.
    ConnectionSpec &connection() { return m_job.connection; }
    SyncJob &job() { return m_job; }

    /// Connects and logs in to the database: what was found on the way, a sentence a line.
    [[nodiscard]] Result<QString> testConnectivity(const QString &database);

    /// Each table by its own mode.
    RunReport sync(const CancelToken &cancel = {});
    /// All tables whole, whatever their modes.
    RunReport fullLoad(const CancelToken &cancel = {});
    /// Changes only; tables without a watermark fail.
    RunReport incrementalLoad(const CancelToken &cancel = {});

private:
    RunReport run(std::optional<SyncMode> mode, const CancelToken &cancel);

    SyncJob m_job;
};

} // namespace tidemark
