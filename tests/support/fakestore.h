#pragma once

#include "tablestore.h"

#include <QHash>

#include <atomic>
#include <functional>
#include <mutex>

namespace tidemark {

/// What a FakeStore holds of one table.
struct FakeFolder {
    std::optional<Watermark> watermark;
    std::optional<TableSchema> schema;
    QList<qint64> publishedRows; // of each file set since the last full load
    bool canAppend = true;
    QStringList notes;
    std::optional<double> bytesPerRow;
    QList<PastRun> runs;
    std::optional<FailedRun> failure;
};

/// A table store in memory. A hook may make a step fail: "open dbo.t", "look dbo.t", "newFiles dbo.t",
/// "write", "finish", "publish dbo.t", "moveWatermark dbo.t", "noteFailure dbo.t", "forgetFailure dbo.t".
/// Thread-safe.
class FakeStore : public TableStore {
public:
    using Hook = std::function<Status(const QString &step)>;

    [[nodiscard]] Result<std::unique_ptr<TableFolder>> open(
        const TableRef &table, const SourceIdentity &source) override;
    [[nodiscard]] Result<std::optional<Watermark>> peekWatermark(const TableRef &table) override;
    [[nodiscard]] Result<StoredTable> look(const TableRef &table, const SourceIdentity &source) override;
    [[nodiscard]] Status noteFailure(const FailedRun &failure) override;
    [[nodiscard]] Result<QList<TableRef>> tables() override;

    FakeFolder folder(const TableRef &table) const;
    void setFolder(const TableRef &table, const FakeFolder &folder);
    void setHook(Hook hook);
    /// Sinks report one row less than they got.
    void loseRows(bool on) { m_loseRows = on; }
    /// What sinks say of the time that their files took.
    void setDiskSeconds(double seconds) { m_diskSeconds = seconds; }

    [[nodiscard]] Status asked(const QString &step) const;
    void edit(const TableRef &table, const std::function<void(FakeFolder &)> &change);
    bool losesRows() const { return m_loseRows; }
    double diskSeconds() const { return m_diskSeconds; }

private:
    mutable std::mutex m_mutex;
    QHash<TableRef, FakeFolder> m_folders;
    Hook m_hook;
    std::atomic_bool m_loseRows = false;
    std::atomic<double> m_diskSeconds = 0;
};

} // namespace tidemark
