#pragma once

#include "fileops.h"
#include "folderresolver.h"
#include "publication.h"
#include "tablerecords.h"
#include "timesource.h"
#include "watermarkstate.h"

#include <QCoreApplication>

#include <memory>

namespace tidemark {

/// Watermarks as a person sees and changes them, each change under the table's lock and committed like a
/// publication. The rule that keeps the promises: a watermark goes back only to the end of a file set, and
/// the sets after it leave the manifest in the same step, so that no (key, version) can come twice and
/// folding still gives the table. Their files stay where they are, and undo.json keeps what the last sync had
/// left, until the next publication removes both. One thread.
class WatermarkEditor {
    Q_DECLARE_TR_FUNCTIONS(tidemark::WatermarkEditor)

public:
    /// The clock must outlive it.
    WatermarkEditor(const StorePlace &place, const TimeSource &time,
        std::shared_ptr<FileOps> files = std::make_shared<FileOps>());

    /// All watermarks below the folder, in the order of their names; one that cannot be read says why.
    [[nodiscard]] Result<QList<WatermarkState>> all();
    /// The state afterwards; of a rehearsal the state as it is.
    [[nodiscard]] Result<WatermarkState> change(const TableRef &table, const WatermarkChange &change);

private:
    [[nodiscard]] Result<Publication> publicationOf(
        const TableRecords &records, const WatermarkChange &change) const;
    [[nodiscard]] Status setBack(
        const TableRecords &records, ChangeVersion version, Publication &publication) const;
    [[nodiscard]] Status undo(const TableRecords &records, Publication &publication) const;
    [[nodiscard]] Status publish(const Publication &publication, const QString &watermarkFolder);
    UndoRecord undoOf(const TableRecords &records) const;

    const TimeSource &m_time;
    std::shared_ptr<FileOps> m_files;
    FolderResolver m_output;
    FolderResolver m_watermarks;
};

} // namespace tidemark
