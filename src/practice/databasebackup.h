#pragma once

#include "sqlresult.h"

#include <QString>

namespace tidemark::practice {

class SessionCore;

/// Copies the current database into a file and back, page by page: a restore takes data and versions back,
/// as a real one does.
class DatabaseBackup {
public:
    explicit DatabaseBackup(SessionCore &core);

    SqlStatus backUp(const QString &name);
    /// A restored database has a new creation date and recovery fork, unless it keeps its identity.
    SqlStatus restore(const QString &name, bool keepIdentity);

private:
    SqlStatus copy(const QString &file, bool back);
    QString fileOf(const QString &name) const;

    SessionCore &m_core;
};

} // namespace tidemark::practice
