#pragma once

#include "syncmode.h"
#include "tableref.h"

#include <optional>

namespace tidemark {

/// A table that a person has ticked, and how it is to be synced.
struct ChosenTable {
    TableRef table;
    SyncMode mode = SyncMode::FullIncremental;
    std::optional<qint64> rowEstimate;
    int columns = 0; // that are taken; 0: all
    bool filtered = false;

    bool operator==(const ChosenTable &) const = default;
};

} // namespace tidemark
