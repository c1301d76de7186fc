#pragma once

#include "failedrun.h"
#include "fileops.h"
#include "result.h"

#include <optional>

namespace tidemark {

/// last_failure.json beside a table's watermark: that its last run failed. It tells people; no run looks at
/// it, so one that cannot be read counts for none. The table's lock must be held to write it.
class FailureFile {
public:
    static QString pathIn(const QString &watermarkFolder);

    static std::optional<FailedRun> read(const QString &watermarkFolder, const TableRef &table);
    [[nodiscard]] static Status write(
        FileOps &files, const QString &watermarkFolder, const FailedRun &failure);
};

} // namespace tidemark
