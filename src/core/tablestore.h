#pragma once

#include "csvdialect.h"
#include "failedrun.h"
#include "result.h"
#include "rowblock.h"
#include "tableref.h"
#include "tableschema.h"
#include "watermark.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>
#include <optional>

namespace tidemark {

/// What a new file set is to hold.
struct FileSetSpec {
    SyncMode mode = SyncMode::Full; // Full or Incremental
    TableSchema schema;
    CsvDialect dialect;
    FileOptions files;
    /// Full loads: the version written in every row (none: the column stays NULL).
    std::optional<ChangeVersion> loadVersion;
};

/// What became of the rows: counted by the writer itself.
struct WrittenFiles {
    qint64 rows = 0;
    qint64 bytes = 0;
    QStringList paths; // absolute, final names
    qint64 replacedSurrogates = 0; // unpaired surrogates written as U+FFFD
};

/// One run that published files of a table.
struct PastRun {
    qint64 rows = 0;
    double seconds = 0;
    QDateTime endedAt; // UTC
};

/// A table's records as they stand, looked at without its lock: what a run that began now would find.
struct StoredTable {
    std::optional<Watermark> watermark;
    std::optional<TableSchema> publishedSchema; // of the newest file set
    bool canAppend = false; // as of TableFolder
    std::optional<double> bytesPerRow; // on disk, in the newest full load
    QList<PastRun> runs; // the last ones, oldest first
    QStringList notes; // what opening would do first
    std::optional<FailedRun> lastFailure; // none when a run went well since
};

/// Formats and writes the blocks of one table run into temporary files. Passive: called by one writer thread.
/// Dropped without finish() and publication, it leaves nothing behind.
class TableSink {
public:
    virtual ~TableSink() = default;
    /// Blocks of full loads hold the schema's columns; blocks of changes begin with the three SYS_CHANGE_
    /// columns.
    [[nodiscard]] virtual Status write(const RowBlock &block) = 0;
    /// Closes and syncs all parts; they still have their temporary names.
    [[nodiscard]] virtual Result<WrittenFiles> finish() = 0;
    virtual qint64 bytesWritten() const = 0;
    /// The seconds of all write() that went to files; the rest was formatting.
    virtual double diskSeconds() const = 0;
};

/// One table's folders under its lock. Lives as long as the table's run; one thread at a time.
class TableFolder {
public:
    virtual ~TableFolder() = default;

    virtual const std::optional<Watermark> &watermark() const = 0;
    /// The schema of the newest file set; none when nothing is published or the older tool wrote it.
    virtual std::optional<TableSchema> publishedSchema() const = 0;
    /// What opening found and did: "finished the publication of run ...", "took over ...". For the report.
    virtual QStringList notes() const = 0;
    /// False when there is a watermark, but no manifest to append changes to.
    virtual bool canAppend() const = 0;

    [[nodiscard]] virtual Result<std::unique_ptr<TableSink>> newFiles(const FileSetSpec &spec) = 0;
    /// Publishes the finished sink with its watermark: files, manifest, schema, watermark and history move
    /// together. A full set retires the files of the sets before it. `keepWatermark` is false for a full load
    /// of a table that cannot be tracked: then the table has no watermark afterwards.
    [[nodiscard]] virtual Status publish(TableSink &sink, const Watermark &watermark, bool keepWatermark) = 0;
    /// No changes: only the version moves forward.
    [[nodiscard]] virtual Status moveWatermark(const Watermark &watermark) = 0;
    /// A run went well, so that an earlier one failed counts no more.
    [[nodiscard]] virtual Status forgetFailure() = 0;
};

/// Opens table folders. Thread-safe; owned by the composition root.
class TableStore {
public:
    virtual ~TableStore() = default;
    /// Takes the lock, finishes or undoes what an earlier run left, reads the watermark. Fails with Locked,
    /// ForeignFolder (the folder is that of another source), Storage.
    [[nodiscard]] virtual Result<std::unique_ptr<TableFolder>> open(
        const TableRef &table, const SourceIdentity &source) = 0;
    /// The watermark without taking the lock: none when there is none, or when something is pending or amiss
    /// and open() must look. For the check of unchanged tables.
    [[nodiscard]] virtual Result<std::optional<Watermark>> peekWatermark(const TableRef &table) = 0;
    /// What open() would find, without lock and without changing anything. An unfinished publication is not
    /// looked into, but said. Fails like open(), but never with Locked; an empty source owns every folder.
    [[nodiscard]] virtual Result<StoredTable> look(const TableRef &table, const SourceIdentity &source) = 0;
    /// Keeps that a run failed until forgetFailure(). Nothing is kept of a table that has no folder here yet,
    /// such as a name that nobody has, nor while another run holds the lock: that one tells its own end.
    [[nodiscard]] virtual Status noteFailure(const FailedRun &failure) = 0;
    /// All tables that have a watermark here, in no order.
    [[nodiscard]] virtual Result<QList<TableRef>> tables() = 0;
};

} // namespace tidemark
