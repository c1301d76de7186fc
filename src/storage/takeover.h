#pragma once

#include "csvdialect.h"
#include "manifest.h"
#include "result.h"
#include "tablerecords.h"

#include <QString>

#include <optional>

namespace tidemark {

/// What became of the attempt to take over a folder of the older tool.
struct TakeOver {
    std::optional<Manifest> manifest; // of its files, when all of them are there and whole
    QString problem; // else why not, a clause
};

/// Makes a manifest for files that the older tool wrote, from its history: the last full load and what
/// followed it up to the watermark. `records` hold a watermark and no manifest.
[[nodiscard]] Result<TakeOver> takeOver(const TableRecords &records, const SourceIdentity &source);

/// How the older tool wrote a file: as the default dialect, with the line end of the machine it ran on.
CsvDialect olderDialect(const QString &path);

/// A file that a record of the older tool or of ours names, as a path below the table's folder; empty when it
/// is not a file there.
QString namedFile(const QString &outputFolder, const QString &path);

} // namespace tidemark
