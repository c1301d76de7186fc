#include "faultstrike.h"

#include "scriptsink.h"
#include "sessioncore.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

SqlStatus runScript(SessionCore &core, const QString &script)
{
    const std::unique_ptr<SqlSession> session = core.server().ownerSession(core.database()->name());
    if (!session)
        return sqlError(50000, u"The script of a fault could not be run."_s);
    ScriptSink sink;
    std::vector<Parameter> none;
    session->execute(u"SET LOCK_TIMEOUT 5000;"_s, none, sink);
    session->execute(script, none, sink);
    if (sink.error)
        return sqlError(50000, u"The script of a fault failed: %1"_s.arg(sink.error->text));
    return {};
}

SqlStatus strike(SessionCore &core, const SqlFault &fault)
{
    if (!fault.script.isEmpty())
        return runScript(core, fault.script);
    return sqlError(fault.number,
        u"Error %1, as a fault of the practice server asked for."_s.arg(fault.number), 1, fault.severity);
}

} // namespace

SqlStatus strikeBeforeBatch(SessionCore &core)
{
    const QList<SqlFault> faults = core.faults;
    for (const SqlFault &fault : faults) {
        if (fault.beforeRow)
            continue;
        if (SqlStatus ok = strike(core, fault); !ok)
            return ok;
    }
    return {};
}

SqlStatus strikeBeforeRow(SessionCore &core, qint64 row)
{
    if (core.faults.isEmpty())
        return {};
    const QList<SqlFault> faults = core.faults;
    for (const SqlFault &fault : faults) {
        if (fault.beforeRow != row)
            continue;
        core.faults.removeIf([row](const SqlFault &other) { return other.beforeRow == row; });
        return strike(core, fault);
    }
    return {};
}

} // namespace tidemark::practice
