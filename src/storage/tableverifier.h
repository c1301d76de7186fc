#pragma once

#include "fileops.h"
#include "folderresolver.h"
#include "manifest.h"
#include "tablerecords.h"
#include "verifiedtable.h"
#include "watermarkstate.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace tidemark {

/// A table's folder with files, and what its manifest says of it.
struct DataFolder {
    QString path; // absolute
    TableRef named; // by its manifest, or by the names of the folders
    QString watermarkFolder; // as this machine knows it; empty when there is none here
    qint64 bytes = 0; // of all files
};

/// Compares the files below an output folder with what the manifests say of them: rows, bytes and SHA-256 in
/// one pass, in constant memory. A table's lock is held only while its records are read, so that a long check
/// stops no sync; a file that a sync replaces meanwhile is not missing. One thread.
class TableVerifier {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableVerifier)

public:
    explicit TableVerifier(
        const StorePlace &place, std::shared_ptr<FileOps> files = std::make_shared<FileOps>());

    /// The table folders that hold files, once what was pending is in place.
    [[nodiscard]] Result<QList<DataFolder>> folders();

    /// Hears how many bytes were read; false cancels.
    using Progress = std::function<bool(qint64 bytes)>;
    /// Of all files of the table, or of those named by absolute paths. An error within the answer when the
    /// table cannot be verified; Cancelled when it was not finished.
    [[nodiscard]] VerifiedTable verify(
        const DataFolder &folder, const QStringList &only, const Progress &progress);

private:
    QString watermarkFolderOf(const Manifest &manifest);
    [[nodiscard]] Status readRecords(const DataFolder &folder, VerifiedTable &table, TableRecords &records);
    [[nodiscard]] static Status addStrays(VerifiedTable &table, const TableRecords &records);
    [[nodiscard]] static Result<VerifiedFile> check(
        const TableRecords &records, const ManifestFile &file, const Progress &progress);

    std::shared_ptr<FileOps> m_files;
    FolderResolver m_output;
    FolderResolver m_watermarks;
    bool m_hasWatermarks = false;
};

} // namespace tidemark
