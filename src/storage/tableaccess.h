#pragma once

#include "fileops.h"
#include "folderresolver.h"
#include "tablerecords.h"

// What everybody does who has taken a table's lock, before looking at its files.
namespace tidemark {

/// Puts in place what an earlier run left committed (step 3 of publishing). A note for people; empty when
/// nothing was pending.
[[nodiscard]] Result<QString> finishPending(
    FolderResolver &output, FileOps &files, const QString &watermarkFolder);

/// The same for whoever has not taken the lock; what another run holds is left to that run.
[[nodiscard]] Status lockAndFinishPending(
    FolderResolver &output, FileOps &files, const QString &watermarkFolder);

/// True when only a table of the same name in another case has a watermark there.
[[nodiscard]] Result<bool> isWatermarkFolderOfAnother(const QString &folder, const TableRef &table);

struct FoundRecords {
    TableRecords records;
    bool distinct = false; // the usual output folder is another table's
};

/// The records of the table, wherever below the output root its folder lies.
[[nodiscard]] Result<FoundRecords> findRecords(
    FolderResolver &output, const TableRef &table, const QString &watermarkFolder);

} // namespace tidemark
