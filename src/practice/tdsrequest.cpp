#include "tdsrequest.h"

#include "sqltypetext.h"
#include "tdsvalues.h"

#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 namedByNumber = 0xFFFF;
constexpr quint8 outputFlag = 0x01;
constexpr std::size_t mostParameters = 2100; // the server's own limit
constexpr std::size_t mostCalls = 10'000;

const std::array<QString, 16> &procedureNames()
{
    static const std::array<QString, 16> names{ QString(), u"sp_cursor"_s, u"sp_cursoropen"_s,
        u"sp_cursorprepare"_s, u"sp_cursorexecute"_s, u"sp_cursorprepexec"_s, u"sp_cursorunprepare"_s,
        u"sp_cursorfetch"_s, u"sp_cursoroption"_s, u"sp_cursorclose"_s, u"sp_executesql"_s, u"sp_prepare"_s,
        u"sp_execute"_s, u"sp_prepexec"_s, u"sp_prepexecrpc"_s, u"sp_unprepare"_s };
    return names;
}

Procedure procedureNamed(const QString &name)
{
    const QString last = lastNamePart(name);
    for (std::size_t i = 1; i < procedureNames().size(); ++i) {
        if (procedureNames().at(i) == last)
            return static_cast<Procedure>(i);
    }
    return Procedure::ByName;
}

bool isSeparator(quint8 byte)
{
    return byte == 0x80 || byte == 0xFE || byte == 0xFF;
}

bool readProcedure(TdsReader &in, RpcCall &call)
{
    const quint16 length = in.u16();
    if (length != namedByNumber) {
        call.name = in.utf16(length);
        call.procedure = procedureNamed(call.name);
        return in.ok();
    }
    const quint16 number = in.u16();
    if (number == 0 || number >= procedureNames().size())
        return false;
    call.procedure = static_cast<Procedure>(number);
    call.name = procedureNames().at(number);
    return in.ok();
}

/// About the last parameter.
ServerMessage streamError(int number, const RpcCall &call, const QString &what)
{
    return { .number = number,
        .state = 3,
        .text = u"The incoming tabular data stream (TDS) remote procedure call (RPC) protocol stream is "
                u"incorrect. "
                "Parameter %1 (\"%2\"): %3"_s.arg(
                    QString::number(call.parameters.size()), call.parameters.back().name, what) };
}

/// What follows cannot be read either, but all of the message is here, so the connection goes on.
bool refuseType(TdsReader &in, RpcCall &call, Parameter parameter, quint8 token)
{
    call.parameters.push_back(std::move(parameter));
    if (!call.problem)
        call.problem = streamError(
            8009, call, u"Data type 0x%1 is unknown."_s.arg(QString::number(token, 16).toUpper()));
    in.bytes(static_cast<quint64>(in.remaining()));
    return in.ok();
}

ServerMessage invalidValue(const RpcCall &call)
{
    return streamError(8023, call,
        u"The supplied value is not a valid instance of data type %1. Check the source data for invalid "
        u"values. An "
        "example of an invalid value is data of numeric type with scale greater than precision."_s.arg(
            typeName(call.parameters.back().type.id)));
}

bool readParameter(TdsReader &in, RpcCall &call)
{
    Parameter parameter;
    parameter.name = in.bVarchar();
    parameter.output = (in.u8() & outputFlag) != 0;
    const quint8 token = in.peek();
    const qsizetype behindToken = in.position() + 1;
    const auto wire = readTypeInfo(in, TypePlace::Parameter);
    if (!wire && in.position() == behindToken)
        return refuseType(in, call, std::move(parameter), token);
    if (!wire)
        return false;
    parameter.type = wire->type;
    parameter.value = readValue(in, *wire, TypePlace::Parameter);
    call.parameters.push_back(std::move(parameter));
    if (!in.valid() && !call.problem)
        call.problem = invalidValue(call);
    return in.ok();
}

QString readTransactionName(TdsReader &in)
{
    return fromUtf16(in.bytes(in.u8()));
}

} // namespace

void skipHeaders(TdsReader &in)
{
    const quint32 total = in.u32();
    in.bytes(total >= 4 ? total - 4 : 0);
}

QString readBatch(TdsReader &in)
{
    return withoutFinalNulls(fromUtf16(in.bytes(static_cast<quint64>(in.remaining()))));
}

QString withoutFinalNulls(QString text)
{
    while (text.endsWith(QChar(0)))
        text.chop(1);
    return text;
}

std::optional<std::vector<RpcCall>> readRpc(TdsReader &in)
{
    std::vector<RpcCall> calls;
    while (!in.atEnd()) {
        RpcCall call;
        if (calls.size() == mostCalls || !readProcedure(in, call))
            return std::nullopt;
        in.u16(); // option flags
        while (!in.atEnd() && !isSeparator(in.peek())) {
            if (call.parameters.size() == mostParameters || !readParameter(in, call))
                return std::nullopt;
        }
        if (!in.atEnd())
            in.u8();
        calls.push_back(std::move(call));
    }
    return in.ok() && !calls.empty() ? std::optional(std::move(calls)) : std::nullopt;
}

std::optional<TransactionCall> readTransactionCall(TdsReader &in)
{
    TransactionCall call;
    const quint16 request = in.u16();
    switch (static_cast<TransactionRequest>(request)) {
    case TransactionRequest::Begin:
        call.isolation = in.u8();
        call.name = readTransactionName(in);
        break;
    case TransactionRequest::Commit:
    case TransactionRequest::Rollback:
        call.name = readTransactionName(in);
        call.beginNew = (in.u8() & 1) != 0;
        if (call.beginNew) {
            call.isolation = in.u8();
            readTransactionName(in);
        }
        break;
    case TransactionRequest::Save:
        call.name = readTransactionName(in);
        break;
    default:
        return std::nullopt;
    }
    call.request = static_cast<TransactionRequest>(request);
    return in.ok() ? std::optional(call) : std::nullopt;
}

QString lastNamePart(const QString &name)
{
    QString part;
    QChar quote;
    for (const QChar letter : name) {
        if (!quote.isNull()) {
            if (letter == quote)
                quote = QChar();
            else
                part += letter;
        } else if (letter == u'[' || letter == u'"') {
            quote = letter == u'[' ? u']' : letter;
        } else if (letter == u'.') {
            part.clear();
        } else {
            part += letter;
        }
    }
    return part.toLower();
}

} // namespace tidemark::practice
