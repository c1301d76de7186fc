#pragma once

#include <QString>

#include <optional>

namespace tidemark {

/// How a table is synced. The default is FullIncremental: whole the first time, then changes.
enum class SyncMode { Full, Incremental, FullIncremental };

/// "full", "incremental", "full_incremental": the words of job files, watermark files and reports.
QString syncModeName(SyncMode mode);
std::optional<SyncMode> syncModeFromName(const QString &name);

} // namespace tidemark
