#pragma once

#include "readinessreport.h"

#include <QList>
#include <QString>

namespace tidemark {

/// The statements that mend what steps found, for sqlcmd and the like: USE where the database changes, above
/// each statement what it is for, GO behind it. What needs a decision is a comment. Empty when nothing is to
/// be run. Pure.
QString repairScript(const QList<CheckStep> &steps);

/// All of a check as one script for whoever administers the server; one that says so when there is nothing to
/// run. Pure.
QString readinessScript(const ReadinessReport &report);

} // namespace tidemark
