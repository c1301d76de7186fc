#pragma once

#include "replysink.h"
#include "servercursor.h"
#include "sqlsession.h"
#include "tdsrequest.h"

#include <map>

namespace tidemark::practice {

/// Runs the procedures that drivers call, with the prepared statements and cursors of one connection.
class RpcHandler {
public:
    explicit RpcHandler(SqlSession &session);

    /// Runs one call and ends its reply; `more` when another one of the same message follows.
    void run(RpcCall &call, ReplySink &sink, bool more);
    /// Forgets what was prepared and opened.
    void reset();
    /// How a call stands in the request log: its name, and the statement where it has one.
    QString describe(const RpcCall &call) const;

private:
    struct Prepared {
        QString definitions;
        QString statement;
        bool isCall = false; // the statement is the name of a procedure
    };
    using Values = std::vector<Parameter>;

    /// The position of a cursor procedure's parameters.
    struct CursorPlaces {
        std::size_t cursor = 0;
        std::size_t options = 0; // scroll options, then concurrency options, then row count
        std::size_t values = 0;
    };

    int dispatch(RpcCall &call, ReplySink &sink);
    int executeStatement(
        const Prepared &prepared, Values &parameters, std::size_t firstValue, ReplySink &sink);
    int prepare(Values &parameters, std::size_t definitions, std::size_t statement);
    int prepareAndDescribe(Values &parameters, ReplySink &sink);
    int executePrepared(Values &parameters, ReplySink &sink);
    int unprepare(const Values &parameters);
    int openCursor(const Prepared &prepared, Values &parameters, const CursorPlaces &places, ReplySink &sink);
    int openNamedCursor(Values &parameters, ReplySink &sink);
    int prepareAndOpen(Values &parameters, ReplySink &sink);
    int executeCursor(Values &parameters, ReplySink &sink);
    int fetchCursor(Values &parameters, ReplySink &sink);
    int positionCursor(const Values &parameters, ReplySink &sink);
    int closeCursor(const Values &parameters, ReplySink &sink);
    ServerCursor *cursorAt(const Values &parameters, ReplySink &sink);
    int prepareAndCall(Values &parameters, ReplySink &sink);
    int callByName(const QString &name, Values &parameters, std::size_t firstValue, ReplySink &sink);
    const Prepared *preparedAt(const Values &parameters, ReplySink &sink) const;

    SqlSession &m_session;
    std::map<qint64, Prepared> m_prepared;
    std::map<qint64, ServerCursor> m_cursors;
    qint64 m_nextHandle = 1;
    qint64 m_nextCursor = 180150003; // what a fresh server gives
};

} // namespace tidemark::practice
