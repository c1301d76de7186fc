#pragma once

#include "canceltoken.h"
#include "catalogentry.h"
#include "connectionspec.h"
#include "driverinfo.h"
#include "readinessreport.h"
#include "result.h"
#include "rowsample.h"
#include "syncjob.h"
#include "tablefreshness.h"
#include "tablepreview.h"
#include "tableschema.h"

#include <QFuture>
#include <QList>
#include <QStringList>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace tidemark {

/// What the front ends ask of servers beside a sync: drivers, connection tests, lists, checks. Each call
/// works in a small pool of its own and answers by a future. Cancelling that ends the work, with its
/// connection, within two seconds; a continuation bound to a widget is simply dropped with it. Made once by
/// the program; used from its main thread. Destroying it waits for what runs, but not for a thread that hangs
/// in a driver's connect.
class AppServices {
public:
    AppServices();
    ~AppServices();
    AppServices(const AppServices &) = delete;
    AppServices &operator=(const AppServices &) = delete;

    /// Names of the installed ODBC drivers that can reach SQL Server, the best first.
    QStringList driverNames() const;

    /// The same with version, abilities and advice. Reads files, so a window calls it elsewhere.
    DriverListing drivers() const;

    /// Timed steps: driver, name, connection, answer, encryption, login, database, change tracking, rights.
    QFuture<QList<CheckStep>> testConnection(const ConnectionSpec &spec, const Secret &password);
    QFuture<Result<QList<CatalogDatabase>>> databases(const ConnectionSpec &spec, const Secret &password);
    QFuture<Result<QList<CatalogTable>>> tables(
        const ConnectionSpec &spec, const Secret &password, const QString &database);
    /// The columns and the key of one table.
    QFuture<Result<TableSchema>> columns(
        const ConnectionSpec &spec, const Secret &password, const TableRef &table);
    /// The first rows of one table, with the columns that the request takes.
    QFuture<Result<RowSample>> sample(
        const ConnectionSpec &spec, const Secret &password, const TableRequest &request);
    /// The readiness of a job: the connection's steps, then change tracking, snapshot isolation, keys and
    /// rights of each database and table, with the statements to run where something is missing.
    QFuture<ReadinessReport> check(const SyncJob &job);
    /// What a run of the job would do now, in the order of its reports. Reads the catalog and the numbers of
    /// changes alone; locks and writes nothing.
    QFuture<QList<TablePreview>> preview(const SyncJob &job);
    /// How fresh the job's tables are, and all others of its watermark folder; without the server from the
    /// watermarks alone, which the notes say. Locks and writes nothing.
    QFuture<FreshnessReport> freshness(const SyncJob &job);

private:
    /// Runs `work` with a token that is cancelled with its future and with these services.
    template <typename Work>
    QFuture<std::invoke_result_t<Work, CancelToken>> inPool(Work work);

    std::unique_ptr<QThreadPool> m_pool;
    CancelToken m_cancel;
};

} // namespace tidemark
