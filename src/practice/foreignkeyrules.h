#pragma once

#include "databasecatalog.h"
#include "sqlresult.h"

namespace tidemark::practice {

/// What a new foreign key of `table` must satisfy: columns alike (1778, 1753), actions that its columns can
/// take (1761, 1762), and no row that one statement reaches on two ways (1785).
[[nodiscard]] SqlStatus checkForeignKey(const DatabaseCatalog &catalog, const CatalogTable &table,
    const CatalogTable &parent, const CatalogForeignKey &key);

} // namespace tidemark::practice
