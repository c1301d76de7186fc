#pragma once

#include "fileops.h"
#include "folderlock.h"
#include "folderresolver.h"
#include "partsink.h"
#include "publication.h"
#include "tablerecords.h"
#include "tablestore.h"
#include "timesource.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

namespace tidemark {

/// What a table folder uses of its store.
struct FolderContext {
    FolderResolver &output;
    FolderResolver &watermarks;
    const TimeSource &time;
    FileOps &files;
};

/// A table's folders on disk, held under their lock. The store must outlive it. One
/// thread at a time.
class FileTableFolder : public TableFolder {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FileTableFolder)

public:
    [[nodiscard]] static Result<std::unique_ptr<TableFolder>> open(
        const FolderContext &context, const TableRef &table, const SourceIdentity &source);

    const std::optional<Watermark> &watermark() const override { return m_watermark; }
    std::optional<TableSchema> publishedSchema() const override { return m_records.publishedSchema(); }
    QStringList notes() const override { return m_notes; }
    bool canAppend() const override { return m_records.belongTogether(); }

    [[nodiscard]] Result<std::unique_ptr<TableSink>> newFiles(const FileSetSpec &spec) override;
    [[nodiscard]] Status publish(TableSink &sink, const Watermark &watermark, bool keepWatermark) override;
    [[nodiscard]] Status moveWatermark(const Watermark &watermark) override;
    [[nodiscard]] Status forgetFailure() override;

private:
    FileTableFolder(const FolderContext &context, const TableRef &table, const SourceIdentity &source,
        const QString &watermarkFolder, FolderLock lock);

    [[nodiscard]] Status prepare();
    [[nodiscard]] Status checkUsable() const;
    [[nodiscard]] Status finishPending();
    [[nodiscard]] Status readRecords();
    [[nodiscard]] Status takeOverOldFiles();
    [[nodiscard]] Status noteWhatIsAmiss();
    [[nodiscard]] Result<int> sweep();
    [[nodiscard]] Result<int> sweepDay(const QString &day);
    [[nodiscard]] Result<QDateTime> nextStamp() const;
    [[nodiscard]] Result<Publication> publicationOf(
        const PartSink &sink, const Watermark &watermark, bool keepWatermark);
    [[nodiscard]] Result<QStringList> filesToRetire(const Manifest &next) const;
    [[nodiscard]] Status publishNow(const Publication &publication, PartSink *sink);

    const FolderContext m_context;
    const SourceIdentity m_source;
    const FolderLock m_lock;
    TableRecords m_records;
    std::optional<Watermark> m_watermark;
    QStringList m_notes;
    bool m_distinct = false; // the usual output folder is another table's
    bool m_swept = false;
    bool m_unfinished = false; // a publication of this object is committed but not in place
};

} // namespace tidemark
