#include "readinessscript.h"

#include "repairscript.h"

namespace tidemark {

QString repairScript(const QList<CheckStep> &steps)
{
    return writeRepairScript(steps);
}

QString readinessScript(const ReadinessReport &report)
{
    return writeReadinessScript(report);
}

} // namespace tidemark
