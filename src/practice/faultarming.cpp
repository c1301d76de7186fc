#include "faultarming.h"

#include "sessioncore.h"

#include <QMap>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Arguments = ProcedureArguments;

int count(const Arguments &arguments, const QString &name, int otherwise)
{
    return int(arguments.number(name).value_or(otherwise));
}

SqlStatus armSql(SessionCore &core, const Arguments &arguments, SqlFault fault)
{
    fault.statement = arguments.text(u"statement"_s).value_or(QString());
    fault.skip = count(arguments, u"skip"_s, 0);
    fault.times = count(arguments, u"times"_s, 1);
    fault.beforeRow = arguments.number(u"row"_s);
    core.server().faults().arm(fault);
    return {};
}

SqlStatus error(SessionCore &core, const Arguments &arguments)
{
    SqlFault fault;
    fault.number = count(arguments, u"number"_s, 0);
    fault.severity = count(arguments, u"severity"_s, fault.number == 1205 ? 13 : 16);
    if (fault.number == 0)
        return missingParameter(u"fault"_s, u"number"_s);
    return armSql(core, arguments, fault);
}

SqlStatus script(SessionCore &core, const Arguments &arguments)
{
    SqlFault fault;
    fault.script = arguments.text(u"script"_s).value_or(QString());
    if (fault.script.isEmpty())
        return missingParameter(u"fault"_s, u"script"_s);
    return armSql(core, arguments, fault);
}

SqlStatus armWire(SessionCore &core, const Arguments &arguments, WireFaults fault)
{
    fault.statement = arguments.text(u"statement"_s).value_or(QString());
    fault.skip = count(arguments, u"skip"_s, 0);
    fault.times = count(arguments, u"times"_s, 1);
    core.server().wireFaults().arm(fault);
    return {};
}

SqlStatus close(SessionCore &core, const Arguments &arguments)
{
    WireFaults fault;
    fault.closeAfterBytes = arguments.number(u"bytes"_s);
    fault.closeAfterPackets = arguments.number(u"packets"_s);
    fault.closeAfterRows = arguments.number(u"row"_s);
    if (!fault.closeAfterBytes && !fault.closeAfterPackets && !fault.closeAfterRows)
        fault.closeAfterRows = 0;
    fault.reset = arguments.text(u"kind"_s)->toLower() == u"reset";
    return armWire(core, arguments, fault);
}

SqlStatus half(SessionCore &core, const Arguments &arguments)
{
    WireFaults fault;
    fault.closeAfterPackets = arguments.number(u"packets"_s).value_or(0);
    fault.halfPacket = true;
    return armWire(core, arguments, fault);
}

SqlStatus stall(SessionCore &core, const Arguments &arguments)
{
    WireFaults fault;
    fault.stallAfterRows = arguments.number(u"row"_s).value_or(0);
    return armWire(core, arguments, fault);
}

SqlStatus delay(SessionCore &core, const Arguments &arguments)
{
    WireFaults fault;
    fault.delay = std::chrono::milliseconds(arguments.number(u"milliseconds"_s).value_or(0));
    fault.delayAfterRows = arguments.number(u"row"_s);
    if (fault.delay.count() <= 0)
        return missingParameter(u"fault"_s, u"milliseconds"_s);
    return armWire(core, arguments, fault);
}

SqlStatus attention(SessionCore &core, const Arguments &arguments)
{
    WireFaults fault;
    fault.bareAttention = true;
    return armWire(core, arguments, fault);
}

SqlStatus login(SessionCore &core, const Arguments &arguments)
{
    LoginFault fault;
    fault.number = count(arguments, u"number"_s, fault.number);
    fault.times = count(arguments, u"times"_s, 1);
    if (const auto seconds = arguments.number(u"seconds"_s))
        fault.duration = std::chrono::seconds(*seconds);
    core.server().faults().arm(fault);
    return {};
}

template <ConnectionFault::Kind kind>
SqlStatus connection(SessionCore &core, const Arguments &arguments)
{
    ConnectionFault fault;
    fault.kind = kind;
    fault.times = count(arguments, u"times"_s, 1);
    fault.host = arguments.text(u"host"_s).value_or(u"127.0.0.1"_s);
    fault.port = quint16(count(arguments, u"port"_s, 0));
    if (kind == ConnectionFault::Kind::Route && fault.port == 0)
        return missingParameter(u"fault"_s, u"port"_s);
    core.server().wireFaults().arm(fault);
    return {};
}

SqlStatus secondary(SessionCore &core, const Arguments &)
{
    core.server().faults().setSecondary();
    return {};
}

SqlStatus clear(SessionCore &core, const Arguments &)
{
    core.server().faults().clear();
    core.server().wireFaults().clear();
    return {};
}

using Arm = SqlStatus (*)(SessionCore &core, const Arguments &arguments);

const QMap<QString, Arm> &kinds()
{
    using Kind = ConnectionFault::Kind;
    static const QMap<QString, Arm> all = { { u"attention"_s, attention }, { u"clear"_s, clear },
        { u"close"_s, close }, { u"delay"_s, delay }, { u"error"_s, error },
        { u"expired_certificate"_s, connection<Kind::ExpiredCertificate> }, { u"half"_s, half },
        { u"login"_s, login }, { u"no_tls"_s, connection<Kind::NoTls> }, { u"reset"_s, close },
        { u"route"_s, connection<Kind::Route> }, { u"script"_s, script }, { u"secondary"_s, secondary },
        { u"stall"_s, stall }, { u"wrong_certificate"_s, connection<Kind::WrongCertificate> } };
    return all;
}

} // namespace

SqlStatus armFault(SessionCore &core, const ProcedureArguments &arguments)
{
    const QString kind = arguments.text(u"kind"_s).value_or(QString()).toLower();
    const auto arm = kinds().constFind(kind);
    if (arm == kinds().cend())
        return sqlError(50000,
            u"There is no fault of the kind '%1'. The kinds are %2."_s.arg(
                kind, QStringList(kinds().keys()).join(u", "_s)));
    for (const QString &name : { u"row"_s, u"number"_s, u"skip"_s, u"times"_s, u"seconds"_s, u"bytes"_s,
             u"packets"_s, u"milliseconds"_s, u"severity"_s, u"port"_s }) {
        if (arguments.text(name) && !arguments.number(name))
            return sqlError(8114, u"Error converting data type nvarchar to bigint."_s, 1, 16, 5);
    }
    return (*arm)(core, arguments);
}

tl::unexpected<ServerMessage> missingParameter(const QString &procedure, const QString &parameter)
{
    return sqlError(201,
        u"Procedure or function '%1' expects parameter '@%2', which was not supplied."_s.arg(
            procedure, parameter),
        1, 16, 4);
}

} // namespace tidemark::practice
