#pragma once

#include "csvdialect.h"
#include "syncmode.h"
#include "tableref.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace tidemark {

enum class OnExpired { Default, Reload, Fail }; // Default: by mode
enum class OnSchemaChange { Default, Reload, Continue, Fail };
enum class SnapshotUse { Auto, Require, Never };

/// What a job decides about surprises. Values only.
struct Policies {
    OnExpired onExpired = OnExpired::Default;
    OnSchemaChange onSchemaChange = OnSchemaChange::Default;
    SnapshotUse snapshot = SnapshotUse::Auto;
    int retries = 4; // further tries after a transient error

    bool operator==(const Policies &) const = default;
};

/// One table of a job. The reference is as the person typed it until the catalog has matched it.
struct TableRequest {
    TableRef table;
    SyncMode mode = SyncMode::FullIncremental;
    QStringList columns; // empty: all
    QString where; // full mode only
    CsvDialect dialect;
    FileOptions files;
    Policies policies;

    bool operator==(const TableRequest &) const = default;
};

} // namespace tidemark
