#pragma once

#include "fileops.h"
#include "folderresolver.h"
#include "tablerecords.h"

// What everybody does who has taken a table's lock, before looking at its files.
namespace tidemark {

/// Puts in place what an earlier run left committed (step 3 of publishing). A note for people; empty when
/// nothing was pending.
[[nodiscard]] Result<QString> finishPending(
    FolderResolver &output, FileOps &files, const TableRef &table, const QString &watermarkFolder);

/// The same for all tables below a watermark root; a table that a run holds is left to that run.
/// One that cannot be finished keeps no other from it; the first error.
[[nodiscard]] Status finishAllPending(FolderResolver &output, const QString &watermarkRoot, FileOps &files);

struct FoundRecords {
    TableRecords records;
    bool distinct = false; // the usual output folder is another table's
};

/// The records of the table, wherever below the output root its folder lies.
[[nodiscard]] Result<FoundRecords> findRecords(
    FolderResolver &output, const TableRef &table, const QString &watermarkFolder);

} // namespace tidemark
