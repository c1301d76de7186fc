#pragma once

#include "fileops.h"
#include "folderresolver.h"
#include "tablestore.h"
#include "timesource.h"

#include <memory>

namespace tidemark {

/// The table store on a file system: CSV files and manifests below one folder, watermarks, history and locks
/// below another (they may be the same). Thread-safe; it must outlive its folders, and
/// the clock both.
class FileTableStore : public TableStore {
public:
    /// Relative folders are taken from the working folder; what is missing is made when a table is opened.
    FileTableStore(const QString &outputDir, const QString &watermarkDir, const TimeSource &time,
        std::shared_ptr<FileOps> files = std::make_shared<FileOps>());

    [[nodiscard]] Result<std::unique_ptr<TableFolder>> open(
        const TableRef &table, const SourceIdentity &source) override;
    [[nodiscard]] Result<std::optional<Watermark>> peekWatermark(const TableRef &table) override;
    [[nodiscard]] Result<StoredTable> look(const TableRef &table, const SourceIdentity &source) override;
    [[nodiscard]] Status noteFailure(const FailedRun &failure) override;
    [[nodiscard]] Result<QList<TableRef>> tables() override;

private:
    FolderResolver m_output;
    FolderResolver m_watermarks;
    const TimeSource &m_time;
    std::shared_ptr<FileOps> m_files;
};

} // namespace tidemark
