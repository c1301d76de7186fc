#pragma once

#include "readinessreport.h"

#include <QList>
#include <QString>

namespace tidemark {

/// The T-SQL that mends what steps found, for sqlcmd and the like; empty when nothing is to be run. Pure.
QString repairScript(const QList<CheckStep> &steps);

/// All of a check as one script for whoever administers the server; one that says so when there is nothing to
/// run. Pure.
QString readinessScript(const ReadinessReport &report);

} // namespace tidemark
