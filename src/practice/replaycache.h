#pragma once

#include "replaytable.h"

#include <QString>

#include <memory>
#include <mutex>
#include <vector>

namespace tidemark::practice {

struct CatalogTable;

/// Encoded made-up tables, the last few column lists. Thread-safe.
class ReplayCache {
public:
    /// The table with the columns of these indexes, in this order.
    std::shared_ptr<const ReplayTable> table(const CatalogTable &table, const QList<int> &columns);

private:
    struct Entry {
        QString key;
        std::shared_ptr<const ReplayTable> table;
    };

    std::mutex m_mutex;
    std::vector<Entry> m_entries; // oldest first
};

} // namespace tidemark::practice
