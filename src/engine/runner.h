#pragma once

#include "runports.h"

#include "canceltoken.h"
#include "tablereport.h"
#include "tablerequest.h"

#include <QFuture>
#include <QList>
#include <QThreadPool>

#include <functional>

namespace tidemark {

/// What a run is to do: tables without patterns, in the order of the reports.
struct RunRequest {
    QList<TableRequest> tables;
    int maxWorkers = 1;
    QStringList warnings; // said of every table whose database was reached
    QList<CancelToken> cancels; // one a table, which ends that table alone; or none at all
};

/// How a run tells what happens, from threads of the run, one call at a time; none after the run's end.
/// They must not block.
struct RunListener {
    std::function<void(const TableProgress &)> progressed; // at most ten a second for a table
    std::function<void(int index, const TableReport &)> tableFinished; // as they come
};

/// Syncs tables: each database is surveyed once, unchanged tables are done with that, the others are read on
/// a pool of max_workers threads. Thread-safe. Destroying it cancels what runs and waits for it.
class Runner {
public:
    explicit Runner(RunPorts ports);
    ~Runner();
    Runner(const Runner &) = delete;
    Runner &operator=(const Runner &) = delete;

    /// Begins a run in threads of its own. Cancelling is the token's business, not the future's: the report
    /// comes in any case, soon after the token was cancelled, even when a driver hangs in its connect.
    [[nodiscard]] QFuture<RunReport> start(
        RunRequest request, RunListener listener = {}, const CancelToken &cancel = {});
    /// The same; the calling thread waits for the end.
    [[nodiscard]] RunReport run(
        const RunRequest &request, const RunListener &listener = {}, const CancelToken &cancel = {});

private:
    RunPorts m_ports;
    CancelToken m_stop; // ends every run of this runner
    QThreadPool m_coordinators;
};

} // namespace tidemark
