#pragma once

#include "planner.h"
#include "progressteller.h"
#include "retry.h"
#include "runports.h"

#include "canceltoken.h"
#include "lapclock.h"
#include "tablereport.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>
#include <optional>

namespace tidemark {

/// One table with what the survey of its database found.
struct TableTask {
    int index = 0; // place in the job
    TableRequest request; // by the catalog's spelling
    DatabaseState database;
    TableState table;
    QDateTime surveyedAt; // UTC; before the survey was asked
    std::optional<ChangeVersion> unchangedSince; // no changes between this and the database's version
    std::optional<qint64> expectedRows; // when it will be loaded whole
    QStringList warnings; // of the job and of the survey
    int retries = 0; // of the survey
};

/// Syncs one table from lock to watermark. Made, run once and dropped in one thread; what it refers to must
/// outlive it.
class TableRun {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableRun)

public:
    TableRun(const RunPorts &ports, const QString &runId, const TableTask &task, ProgressTeller &progress,
        const CancelToken &cancel);

    TableReport run();

    /// Whether the request is read inside a snapshot; an error when it must and cannot.
    [[nodiscard]] static Result<bool> wantsSnapshot(
        const TableRequest &request, const DatabaseState &database);

private:
    /// How a try ended when it did not fail.
    enum class Attempt {
        Finished, // the report is complete
        Again, // what was read cannot be trusted or the snapshot was refused: at once another try
    };

    Status work();
    void forgetFailure();
    Status tryUntilDone();
    Result<bool> finishWithoutSession();
    Result<Attempt> attempt();
    Result<Attempt> attemptIn(ChangeSession &session);
    Status readDatabaseAgain(ChangeSession &session);
    Result<Attempt> readAndPublish(ChangeSession &session, const Plan &plan, ChangeVersion version);
    Result<bool> stillHolds(ChangeSession &session, const Plan &plan);
    Status publish(const Plan &plan, TableSink &sink, qint64 fetched, ChangeVersion version);
    Status moveWatermark(const Plan &plan, ChangeVersion version);
    Result<Plan> planWith(const TableState &table) const;
    Watermark watermark(const Plan &plan, ChangeVersion version) const;
    void takePlan(const Plan &plan);
    Status stopIfCancelled() const;
    /// The time since the last of these calls was spent there.
    void spent(TimePart part);

    const RunPorts &m_ports;
    const QString m_runId;
    const TableTask &m_task;
    ProgressTeller &m_progress;
    const CancelToken m_cancel;

    DatabaseState m_database;
    TableState m_table;
    QDateTime m_versionAt; // before the version was read that the watermark will have
    std::unique_ptr<TableFolder> m_folder;
    Retry m_retry;
    TableReport m_report;
    LapClock m_clock;
    QStringList m_warnings; // of tries; those of the plan that is carried out are added to them
    int m_discarded = 0; // results thrown away
    bool m_inSnapshot = false;
    bool m_snapshotRefused = false;
};

} // namespace tidemark
