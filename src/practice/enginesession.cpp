#include "enginesession.h"

#include "batchdescription.h"
#include "batchrunner.h"
#include "sessioncore.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Isolation levels as a transaction request names them; 0 leaves it as it is.
std::optional<ast::Isolation> isolationOnWire(int level)
{
    switch (level) {
    case 1:
        return ast::Isolation::ReadUncommitted;
    case 2:
        return ast::Isolation::ReadCommitted;
    case 3:
        return ast::Isolation::RepeatableRead;
    case 4:
        return ast::Isolation::Serializable;
    case 5:
        return ast::Isolation::Snapshot;
    default:
        return std::nullopt;
    }
}

} // namespace

EngineSession::EngineSession(std::unique_ptr<SessionCore> core)
    : m_core(std::move(core)), m_loginDatabase(m_core->database()->name())
{
}

EngineSession::~EngineSession() = default;

SqlResult<std::unique_ptr<SqlSession>> EngineSession::open(
    EngineServer &server, const EngineLogin &login, const LoginRequest &request)
{
    SqlResult<std::unique_ptr<SessionCore>> core = SessionCore::make(server, login, request);
    if (!core)
        return sqlError(core.error());
    if (SqlStatus ok = (*core)->use(request.database); !ok)
        return sqlError(ok.error());
    return std::unique_ptr<SqlSession>(new EngineSession(std::move(*core)));
}

QString EngineSession::database() const
{
    return m_core->database()->name();
}

int EngineSession::spid() const
{
    return m_core->info().spid;
}

quint64 EngineSession::transaction() const
{
    return quint64(m_core->transaction().id());
}

void EngineSession::execute(const QString &batch, std::vector<Parameter> &parameters, ResultSink &sink)
{
    BatchRunner(*m_core, sink).run(batch, parameters);
}

void EngineSession::describe(const QString &batch, const QString &declarations, ResultSink &sink)
{
    m_core->beginStatement();
    const SqlResult<BatchDescription> description = describeBatch(*m_core, batch, declarations);
    const SqlStatus ended = m_core->transaction().endStatement(false);
    if (!description || !ended) {
        sink.message(description ? ended.error() : description.error());
        sink.done(CommandKind::Other, std::nullopt, true);
    } else if (!description->columns.isEmpty()) {
        sink.columns(description->columns);
        sink.done(CommandKind::Select, std::nullopt, false);
    }
}

void EngineSession::beginTransaction(int isolation, const QString &name, ResultSink &sink)
{
    if (const auto level = isolationOnWire(isolation))
        m_core->transaction().isolation = *level;
    if (m_core->transaction().begin(name))
        sink.transactionBegan(transaction());
    sink.done(CommandKind::BeginTransaction, std::nullopt, false);
}

void EngineSession::endTransaction(bool commit, bool beginNew, ResultSink &sink)
{
    const quint64 id = transaction();
    SqlResult<bool> ended = true;
    if (commit)
        ended = m_core->transaction().commit();
    else if (id == 0)
        ended = sqlError(3903, u"The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION."_s);
    else
        m_core->transaction().rollback();
    if (!ended)
        sink.message(ended.error());
    if (id != 0 && (!ended || *ended))
        sink.transactionEnded(id, ended.has_value() && commit);
    if (beginNew && ended)
        beginTransaction(0, {}, sink); // one end for both, as a server tells it
    else
        sink.done(commit ? CommandKind::Commit : CommandKind::Rollback, std::nullopt, !ended);
}

void EngineSession::reset()
{
    m_core->resetOptions();
    if (!m_core->use(m_loginDatabase))
        qWarning("A practice session could not go back to its database.");
}

} // namespace tidemark::practice
