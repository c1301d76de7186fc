#pragma once

#include "readinessreport.h"

#include <QList>
#include <QString>

namespace tidemark {

/// T-SQL that mends what steps found, for sqlcmd and the like: USE where the database changes, above each
/// statement what it is for, GO behind it. What needs a decision is a comment; what is about a table that
/// nobody could see looks for it first. Empty when nothing is to be run. Pure.
QString writeRepairScript(const QList<CheckStep> &steps);

/// All of a check as one script for whoever administers the server; one that says so when there is nothing to
/// run. Pure.
QString writeReadinessScript(const ReadinessReport &report);

} // namespace tidemark
