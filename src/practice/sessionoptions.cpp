#include "sessionoptions.h"

#include "sessioncore.h"

#include <QSet>

#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

// Their usual value is how this server behaves; the other one is seldom asked for, and then matters little.
const QSet<QString> &indifferentOptions()
{
    static const QSet<QString> names = { u"ANSI_DEFAULTS"_s, u"ANSI_NULLS"_s, u"ANSI_NULL_DFLT_OFF"_s,
        u"ANSI_NULL_DFLT_ON"_s, u"ANSI_PADDING"_s, u"ANSI_WARNINGS"_s, u"ARITHABORT"_s, u"ARITHIGNORE"_s,
        u"CONCAT_NULL_YIELDS_NULL"_s, u"CONTEXT_INFO"_s, u"CURSOR_CLOSE_ON_COMMIT"_s, u"DATEFIRST"_s,
        u"DATEFORMAT"_s, u"DEADLOCK_PRIORITY"_s, u"FORCEPLAN"_s, u"LANGUAGE"_s, u"NUMERIC_ROUNDABORT"_s,
        u"QUERY_GOVERNOR_COST_LIMIT"_s, u"QUOTED_IDENTIFIER"_s, u"STATISTICS"_s, u"TEXTSIZE"_s };
    return names;
}

SqlStatus setLockTimeout(SessionCore &core, const QString &value)
{
    bool ok = false;
    const int milliseconds = value.toInt(&ok);
    if (!ok || milliseconds < -1)
        return sqlError(102, u"Incorrect syntax near '%1'."_s.arg(value), 1, 15);
    if (milliseconds < 0)
        core.transaction().lockTimeout.reset();
    else
        core.transaction().lockTimeout = std::chrono::milliseconds(milliseconds);
    return {};
}

/// 0 is no limit. JDBC's setMaxRows, and so DBeaver, limits every query by it.
SqlStatus setRowCount(SessionCore &core, const QString &value)
{
    bool ok = false;
    const qint64 rows = value.toLongLong(&ok);
    if (!ok || rows < 0)
        return sqlError(102, u"Incorrect syntax near '%1'."_s.arg(value), 1, 15);
    core.rowLimit = rows > 0 ? rows : std::numeric_limits<qint64>::max();
    return {};
}

} // namespace

SqlStatus setSessionOption(SessionCore &core, const QString &name, const QString &value)
{
    const bool on = value == u"ON";
    if (name == u"LOCK_TIMEOUT")
        return setLockTimeout(core, value);
    if (name == u"ROWCOUNT")
        return setRowCount(core, value);
    if (name == u"XACT_ABORT") {
        core.xactAbort = on;
        return {};
    }
    if (name == u"NOCOUNT") {
        core.noCount = on;
        return {};
    }
    if (name == u"IMPLICIT_TRANSACTIONS") {
        core.implicitTransactions = on;
        return {};
    }
    if (name == u"FMTONLY") {
        core.formatOnly = on;
        return {};
    }
    const bool off = value == u"OFF" || value == u"0";
    const bool changesResults = name == u"NOEXEC" || name == u"PARSEONLY" || name.startsWith(u"SHOWPLAN");
    if (changesResults && !off)
        return sqlError(
            40517, u"Keyword or statement option '%1' is not supported by the practice server."_s.arg(name));
    if (changesResults || indifferentOptions().contains(name))
        return {};
    return sqlError(195, u"'%1' is not a recognized SET option."_s.arg(name), 1, 15, 5);
}

} // namespace tidemark::practice
