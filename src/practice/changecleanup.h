#pragma once

#include "ddlscope.h"

namespace tidemark::practice {

class SessionCore;

/// Forgets old tracked changes, which raises the minimum valid version of their tables.
class ChangeCleanup {
public:
    explicit ChangeCleanup(SessionCore &core);

    /// Changes up to `version` (none: the current one) of one table.
    SqlStatus cleanTable(const ast::ObjectName &table, std::optional<qint64> version);
    /// Of all tables of the current database.
    SqlStatus cleanAll(std::optional<qint64> version);
    /// What is older than the retention of that database.
    SqlStatus cleanExpired(const DatabasePtr &database);
    /// The same for the current database with AUTO_CLEANUP, now and then and between transactions. It never
    /// waits: while another session writes, the next time will do.
    void cleanWhenDue();

private:
    SqlStatus clean(DdlScope &scope, const QList<CatalogTablePtr> &tables, std::optional<qint64> version);
    SqlResult<qint64> bounded(const DdlScope &scope, std::optional<qint64> version);

    SessionCore &m_core;
};

} // namespace tidemark::practice
