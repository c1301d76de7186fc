#include "rpchandler.h"

#include "parameterlist.h"
#include "typecatalog.h"

#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 autoFetchFlag = 0x2000;
constexpr qint64 parameterizedFlag = 0x1000;
constexpr int fetchInfo = 0x100;
constexpr qint64 defaultFetch = 20; // rows that sp_cursorfetch gives when none are asked for
constexpr qint64 changeOperations = 0x01 | 0x02 | 0x04; // of sp_cursor: update, delete, insert
constexpr qint64 refreshOperation = 0x08;

int refuse(ReplySink &sink, const ServerMessage &message)
{
    sink.message(message);
    sink.done(CommandKind::Other, std::nullopt, true);
    return message.number;
}

int refuse(ReplySink &sink, int number, const QString &text, int state = 1)
{
    return refuse(sink, { .number = number, .state = state, .text = text });
}

QString statementAt(const std::vector<Parameter> &parameters, std::size_t index)
{
    return withoutFinalNulls(textAt(parameters, index));
}

} // namespace

RpcHandler::RpcHandler(SqlSession &session) : m_session(session) { }

void RpcHandler::reset()
{
    m_prepared.clear();
    m_cursors.clear();
}

void RpcHandler::run(RpcCall &call, ReplySink &sink, bool more)
{
    sink.setRequest(describe(call));
    sink.beginProcedure();
    const int status = call.problem ? refuse(sink, *call.problem) : dispatch(call, sink);
    sink.endProcedure(status, call.parameters, more);
}

int RpcHandler::dispatch(RpcCall &call, ReplySink &sink)
{
    Values &parameters = call.parameters;
    switch (call.procedure) {
    case Procedure::ExecuteSql:
        return executeStatement({ textAt(parameters, 1), statementAt(parameters, 0) }, parameters, 2, sink);
    case Procedure::Prepare:
    case Procedure::CursorPrepare:
        return prepareAndDescribe(parameters, sink);
    case Procedure::PrepExec:
        prepare(parameters, 1, 2);
        return executeStatement({ textAt(parameters, 1), statementAt(parameters, 2) }, parameters, 3, sink);
    case Procedure::Execute:
        return executePrepared(parameters, sink);
    case Procedure::Unprepare:
    case Procedure::CursorUnprepare:
        return unprepare(parameters);
    case Procedure::CursorOpen:
        return openNamedCursor(parameters, sink);
    case Procedure::CursorPrepExec:
        return prepareAndOpen(parameters, sink);
    case Procedure::CursorExecute:
        return executeCursor(parameters, sink);
    case Procedure::CursorFetch:
        return fetchCursor(parameters, sink);
    case Procedure::CursorOption:
        return 0;
    case Procedure::CursorClose:
        return closeCursor(parameters, sink);
    case Procedure::Cursor:
        return positionCursor(parameters, sink);
    case Procedure::PrepExecRpc:
        return prepareAndCall(parameters, sink);
    case Procedure::ByName:
        break;
    }
    return callByName(call.name, parameters, 0, sink);
}

int RpcHandler::executeStatement(
    const Prepared &prepared, Values &parameters, std::size_t firstValue, ReplySink &sink)
{
    firstValue = std::min(firstValue, parameters.size());
    const auto first = parameters.begin() + static_cast<std::ptrdiff_t>(firstValue);
    Values bound;
    if (const auto problem =
            bindParameters(prepared.definitions, prepared.statement, first, parameters.end(), bound))
        return refuse(sink, *problem);
    m_session.execute(prepared.statement, bound, sink);
    for (std::size_t i = 0; i < bound.size(); ++i) {
        parameters[firstValue + i].type = bound[i].type;
        parameters[firstValue + i].value = std::move(bound[i].value);
    }
    return sink.lastError();
}

int RpcHandler::prepare(Values &parameters, std::size_t definitions, std::size_t statement)
{
    m_prepared[m_nextHandle] = { textAt(parameters, definitions), statementAt(parameters, statement) };
    setInteger(parameters, 0, m_nextHandle++);
    return 0;
}

/// sp_prepare and sp_cursorprepare: whoever asks for it gets the columns of what is prepared.
int RpcHandler::prepareAndDescribe(Values &parameters, ReplySink &sink)
{
    constexpr qint64 returnMetadata = 1;
    if ((integerAt(parameters, 3) & returnMetadata) != 0)
        m_session.describe(statementAt(parameters, 2), textAt(parameters, 1), sink);
    if (sink.lastError() != 0)
        return refuse(sink, 8180, u"Statement(s) could not be prepared."_s);
    return prepare(parameters, 1, 2);
}

const RpcHandler::Prepared *RpcHandler::preparedAt(const Values &parameters, ReplySink &sink) const
{
    const qint64 handle = integerAt(parameters, 0);
    const auto found = m_prepared.find(handle);
    if (found != m_prepared.end())
        return &found->second;
    refuse(sink, 8179, u"Could not find prepared statement with handle %1."_s.arg(handle), 2);
    return nullptr;
}

int RpcHandler::executePrepared(Values &parameters, ReplySink &sink)
{
    const Prepared *prepared = preparedAt(parameters, sink);
    if (!prepared)
        return sink.lastError();
    if (prepared->isCall)
        return callByName(prepared->statement, parameters, 1, sink);
    return executeStatement(*prepared, parameters, 1, sink);
}

int RpcHandler::unprepare(const Values &parameters)
{
    m_prepared.erase(integerAt(parameters, 0));
    return 0;
}

int RpcHandler::openCursor(
    const Prepared &prepared, Values &parameters, const CursorPlaces &places, ReplySink &sink)
{
    const std::size_t firstValue = std::min(places.values, parameters.size());
    const auto first = parameters.begin() + static_cast<std::ptrdiff_t>(firstValue);
    Values bound;
    if (const auto problem =
            bindParameters(prepared.definitions, prepared.statement, first, parameters.end(), bound))
        return refuse(sink, *problem);
    CursorSink collector(sink);
    m_session.execute(prepared.statement, bound, collector);
    auto cursor = collector.takeCursor();
    if (!cursor || sink.cancelled()) {
        setInteger(parameters, places.cursor, 0);
        return sink.lastError();
    }
    const qint64 wanted = (integerAt(parameters, places.options) & autoFetchFlag) != 0
        ? integerAt(parameters, places.options + 2)
        : 0;
    cursor->fetch(ServerCursor::First, 0, wanted, sink);
    setInteger(parameters, places.options + 2, cursor->size());
    setInteger(parameters, places.cursor, m_nextCursor);
    m_cursors.insert_or_assign(m_nextCursor, std::move(*cursor));
    m_nextCursor += 2;
    return 0;
}

int RpcHandler::openNamedCursor(Values &parameters, ReplySink &sink)
{
    const bool parameterized = (integerAt(parameters, 2) & parameterizedFlag) != 0;
    const QString definitions = parameterized ? textAt(parameters, 5) : QString();
    const std::size_t values = parameterized ? 6 : parameters.size();
    return openCursor({ definitions, statementAt(parameters, 1) }, parameters, { 0, 2, values }, sink);
}

int RpcHandler::prepareAndOpen(Values &parameters, ReplySink &sink)
{
    prepare(parameters, 2, 3);
    return openCursor({ textAt(parameters, 2), statementAt(parameters, 3) }, parameters, { 1, 4, 7 }, sink);
}

int RpcHandler::executeCursor(Values &parameters, ReplySink &sink)
{
    const Prepared *prepared = preparedAt(parameters, sink);
    return prepared ? openCursor(*prepared, parameters, { 1, 2, 5 }, sink) : sink.lastError();
}

ServerCursor *RpcHandler::cursorAt(const Values &parameters, ReplySink &sink)
{
    const qint64 handle = integerAt(parameters, 0);
    const auto found = m_cursors.find(handle);
    if (found != m_cursors.end())
        return &found->second;
    refuse(sink, 16909, u"The cursor identifier value provided (%1) is not valid."_s.arg(handle, 0, 16));
    return nullptr;
}

int RpcHandler::fetchCursor(Values &parameters, ReplySink &sink)
{
    ServerCursor *cursor = cursorAt(parameters, sink);
    if (!cursor)
        return sink.lastError();
    const auto how = static_cast<int>(integerAt(parameters, 1));
    if (how == fetchInfo) {
        setInteger(parameters, 2, cursor->position());
        setInteger(parameters, 3, cursor->size());
        return 0;
    }
    const qint64 rows = parameters.size() > 3 ? integerAt(parameters, 3) : defaultFetch;
    cursor->fetch(how, integerAt(parameters, 2), rows, sink);
    return sink.lastError();
}

/// sp_cursor: changes a row, which these cursors do not, or only looks at it again.
int RpcHandler::positionCursor(const Values &parameters, ReplySink &sink)
{
    const ServerCursor *cursor = cursorAt(parameters, sink);
    if (!cursor)
        return sink.lastError();
    const qint64 operation = integerAt(parameters, 1);
    if ((operation & changeOperations) != 0)
        return refuse(sink, 16929, u"The cursor is READ ONLY."_s);
    if ((operation & refreshOperation) != 0)
        cursor->refresh(integerAt(parameters, 2), sink);
    return sink.lastError();
}

int RpcHandler::closeCursor(const Values &parameters, ReplySink &sink)
{
    if (!cursorAt(parameters, sink))
        return sink.lastError();
    m_cursors.erase(integerAt(parameters, 0));
    return 0;
}

int RpcHandler::prepareAndCall(Values &parameters, ReplySink &sink)
{
    m_prepared[m_nextHandle] = { {}, textAt(parameters, 1), true };
    setInteger(parameters, 0, m_nextHandle++);
    return callByName(textAt(parameters, 1), parameters, 2, sink);
}

/// Any other procedure: an EXEC with the values as variables.
int RpcHandler::callByName(const QString &name, Values &parameters, std::size_t firstValue, ReplySink &sink)
{
    if (TypeCatalog::isRequestedBy(name)) {
        TypeCatalog::answer(static_cast<int>(integerAt(parameters, firstValue)),
            static_cast<int>(integerAt(parameters, firstValue + 1)), sink);
        return 0;
    }
    firstValue = std::min(firstValue, parameters.size());
    Values variables(parameters.begin() + static_cast<std::ptrdiff_t>(firstValue), parameters.end());
    QStringList arguments;
    for (Parameter &variable : variables) {
        const QString target = variable.name.isEmpty() ? QString() : variable.name + u" = "_s;
        variable.name = u"@tds_argument_%1"_s.arg(arguments.size() + 1);
        arguments.append(target + variable.name + (variable.output ? u" OUTPUT"_s : QString()));
    }
    m_session.execute(u"EXEC %1 %2"_s.arg(name, arguments.join(u", "_s)), variables, sink);
    for (std::size_t i = 0; i < variables.size(); ++i)
        parameters[firstValue + i].value = std::move(variables[i].value);
    return sink.lastError();
}

QString RpcHandler::describe(const RpcCall &call) const
{
    QString statement;
    switch (call.procedure) {
    case Procedure::ExecuteSql:
        statement = statementAt(call.parameters, 0);
        break;
    case Procedure::CursorOpen:
    case Procedure::PrepExecRpc:
        statement = statementAt(call.parameters, 1);
        break;
    case Procedure::Prepare:
    case Procedure::PrepExec:
    case Procedure::CursorPrepare:
        statement = statementAt(call.parameters, 2);
        break;
    case Procedure::CursorPrepExec:
        statement = statementAt(call.parameters, 3);
        break;
    case Procedure::Execute:
    case Procedure::CursorExecute:
        if (const auto found = m_prepared.find(integerAt(call.parameters, 0)); found != m_prepared.end())
            statement = found->second.statement;
        break;
    default:
        break;
    }
    return u"RPC %1 %2"_s.arg(call.name, statement).trimmed();
}

} // namespace tidemark::practice
