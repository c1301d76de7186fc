#pragma once

#include "csvwriter.h"
#include "fileops.h"
#include "manifest.h"
#include "partfile.h"
#include "publication.h"
#include "tablestore.h"

#include <QCoreApplication>
#include <QDateTime>

#include <memory>
#include <vector>

namespace tidemark {

/// Where a sink writes.
struct PartPlace {
    QString folder; // of the table, absolute
    QString stem; // "dbo_orders"
    QDateTime stamp; // in the names; gives the day folder too
};

/// The columns in front of a full load's rows: they have no change of their own, the version is that of the
/// load. None for changes, which bring theirs.
QList<LeadingColumn> leadingColumns(const FileSetSpec &spec);

/// The files of one run while they are written: divides the rows into parts under temporary names. Destroyed
/// without keep(), it leaves nothing behind. One thread at a time; the file operations must outlive it.
class PartSink : public TableSink {
    Q_DECLARE_TR_FUNCTIONS(tidemark::PartSink)

public:
    PartSink(FileOps &files, const PartPlace &place, const FileSetSpec &spec);
    ~PartSink() override;

    [[nodiscard]] Status write(const RowBlock &block) override;
    [[nodiscard]] Result<WrittenFiles> finish() override;
    qint64 bytesWritten() const override;

    const FileSetSpec &spec() const { return m_spec; }
    bool isFinished() const { return m_finished; }
    QList<PendingPart> parts() const;
    /// What the manifest lists: everything but the run, the versions and the schema.
    QList<ManifestFile> manifestFiles() const;
    /// The temporary files stay where they are: a publication has taken them over.
    void keep(bool on);

private:
    struct Part {
        std::unique_ptr<PartFile> file;
        std::unique_ptr<CsvWriter> writer; // until the part is complete
        QString name; // below the table's folder
        qint64 rows = 0;
    };

    [[nodiscard]] Status writeRows(const RowBlock &block);
    [[nodiscard]] Status startPart(const QList<BlockColumn> &columns);
    [[nodiscard]] Status completePart();
    [[nodiscard]] Status makeDayFolder();
    bool isPartFull();
    int rowsForPart(int rows) const;
    QString dayFolder() const;
    SyncError causeOf(const SyncError &error) const;

    FileOps &m_files;
    const PartPlace m_place;
    const FileSetSpec m_spec;
    std::vector<Part> m_parts;
    qint64 m_replaced = 0;
    bool m_madeFolder = false;
    bool m_finished = false;
    bool m_kept = false;
};

} // namespace tidemark
