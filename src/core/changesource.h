#pragma once

#include "blockreader.h"
#include "canceltoken.h"
#include "changeversion.h"
#include "result.h"
#include "tableref.h"
#include "tableschema.h"
#include "watermark.h"

#include <QList>

#include <chrono>
#include <memory>
#include <optional>

namespace tidemark {

/// What a database says of itself before a run.
struct DatabaseState {
    SourceIdentity source;
    std::optional<ChangeVersion> currentVersion; // none: the database is not tracked
    bool snapshotAllowed = false; // ALLOW_SNAPSHOT_ISOLATION is ON
    bool readCommittedSnapshot = false;
    std::optional<std::chrono::minutes> retention; // none: unknown or not tracked
    bool autoCleanup = true;
};

/// What the catalog says of one table before a run. `problem` is set when it cannot be read, e.g. NotFound,
/// Permission; then the other fields hold what is known nevertheless.
struct TableState {
    TableRef table; // in the catalog's spelling; as asked when it was not found
    std::optional<int> objectId;
    bool tracked = false;
    bool columnsTracked = false;
    std::optional<ChangeVersion> beginVersion; // none: not tracked or not visible
    std::optional<ChangeVersion> minValidVersion;
    TableSchema schema;
    qint64 rowEstimate = 0;
    qint64 sizeEstimateBytes = 0;
    bool canSelect = true;
    bool canViewChangeTracking = true;
    std::optional<SyncError> problem;
};

struct DatabaseSurvey {
    DatabaseState database;
    QList<TableState> tables; // in the order asked
};

struct ChangeQuestion {
    TableRef table;
    ChangeVersion since;
};

/// Asks how many changes there are with since < version <= upTo.
struct CountQuestion {
    TableRef table;
    int keyColumns = 1; // of its primary key
    ChangeVersion since;
    ChangeVersion upTo;
};

/// The keys with changes, by the operation that change tracking tells for each.
struct ChangeCounts {
    qint64 inserts = 0;
    qint64 updates = 0;
    qint64 deletes = 0;
    std::optional<ChangeVersion> minValidVersion; // of the table, as it is after they were counted
};

/// What to read of a table. `columns` are those of the file, in table order.
struct ReadSpec {
    TableRef table;
    TableSchema schema;
    QString where; // full reads only; T-SQL, as the job gives it
};

/// One connection to one database. Opened, used and closed in one thread; one reader at a time.
class ChangeSession {
public:
    virtual ~ChangeSession() = default;

    /// Trip 1: metadata, rights and versions of all tables asked, in one round trip.
    [[nodiscard]] virtual Result<DatabaseSurvey> survey(const QList<TableRef> &tables) = 0;
    /// Trip 2: for each question whether the table has changes with a version above `since`. One round trip;
    /// when that fails, table by table, so that each answer stands alone. Also true when, looked at after the
    /// changes, the table's minimum valid version is past `since` or not there: a cleanup or TRUNCATE between
    /// the trips must not look like "no changes".
    [[nodiscard]] virtual QList<Result<bool>> haveChanges(const QList<ChangeQuestion> &questions) = 0;

    /// Counts without reading a row of the tables, so that an insert or update whose row was deleted since is
    /// counted as what it was, though readChanges() tells a delete. One round trip; when that fails, table by
    /// table, so that each answer stands alone.
    [[nodiscard]] virtual QList<Result<ChangeCounts>> countChanges(const QList<CountQuestion> &questions) = 0;

    /// SET TRANSACTION ISOLATION LEVEL SNAPSHOT, then BEGIN TRANSACTION.
    [[nodiscard]] virtual Status beginSnapshot() = 0;
    /// Asks for the transaction that beginSnapshot() began, fails when it is another one, and commits.
    [[nodiscard]] virtual Status endSnapshot() = 0;

    /// The database's version; the first read of a snapshot. None when the database is not tracked.
    [[nodiscard]] virtual Result<std::optional<ChangeVersion>> currentVersion() = 0;
    /// Tracking state and versions of one table, as seen now (inside the snapshot when one is open).
    [[nodiscard]] virtual Result<TableState> tableState(const TableRef &table) = 0;

    /// All rows, the columns of the schema in table order.
    [[nodiscard]] virtual Result<std::unique_ptr<BlockReader>> readAll(const ReadSpec &spec) = 0;
    /// Changes with since < version <= upTo: SYS_CHANGE_VERSION, SYS_CHANGE_CREATION_VERSION,
    /// SYS_CHANGE_OPERATION, then the columns of the schema in table order.
    [[nodiscard]] virtual Result<std::unique_ptr<BlockReader>> readChanges(
        const ReadSpec &spec, ChangeVersion since, ChangeVersion upTo) = 0;
};

/// Opens sessions. Thread-safe; owned by the composition root.
class ChangeSource {
public:
    virtual ~ChangeSource() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<ChangeSession>> openSession(
        const QString &database, const CancelToken &cancel) = 0;
};

} // namespace tidemark
