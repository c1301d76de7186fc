#pragma once

#include "catalogentry.h"
#include "changesource.h"

#include <QList>
#include <QString>

namespace tidemark {

/// Is the table ready to be synced by its changes? Rights, primary key, change tracking, and what columns
/// cannot be read; one step alone when it cannot be seen. `user` is the database user for the grants.
QList<CheckStep> tableSteps(const TableState &table, const DatabaseState &database, const QString &user);

} // namespace tidemark
