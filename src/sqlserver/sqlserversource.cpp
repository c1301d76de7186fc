#include "sqlserversource.h"

#include "servererrors.h"

#include "odbcsession.h"

namespace tidemark {

namespace {

/// Runs a session's statements on an ODBC connection.
class OdbcRunner : public StatementRunner {
public:
    explicit OdbcRunner(std::unique_ptr<OdbcSession> session) : m_session(std::move(session)) { }

    Status execute(const QString &sql) override { return m_session->execute(sql); }

    Result<QList<ResultRows>> query(const QString &sql) override
    {
        const Result<QList<TextResult>> results = m_session->query(sql);
        if (!results)
            return fail(results.error());
        QList<ResultRows> answer;
        for (const TextResult &result : *results)
            answer += ResultRows{ result.columns, result.rows };
        return answer;
    }

    Result<std::unique_ptr<BlockReader>> read(const RowQuery &query) override
    {
        QList<FetchColumn> columns;
        for (const SelectedColumn &each : query.columns)
            columns += FetchColumn{ each.column, each.selectOrdinal };
        return m_session->read(query.sql, columns);
    }

private:
    std::unique_ptr<OdbcSession> m_session;
};

} // namespace

SqlServerSource::SqlServerSource(ConnectionSpec spec, Secret password)
    : m_spec(std::move(spec)), m_password(std::move(password))
{
}

Result<std::unique_ptr<SqlServerSession>> SqlServerSource::open(
    const QString &database, const CancelToken &cancel) const
{
    const QString &begun = database.isEmpty() ? m_spec.database : database;
    Result<std::unique_ptr<OdbcSession>> session = OdbcSession::open(m_spec, m_password, begun, cancel);
    if (!session)
        return fail(explainServerError(session.error(), { m_spec.server, begun, {}, m_spec.user }));
    return std::make_unique<SqlServerSession>(
        std::make_unique<OdbcRunner>(std::move(*session)), m_spec.server, begun);
}

Result<std::unique_ptr<ChangeSession>> SqlServerSource::openSession(
    const QString &database, const CancelToken &cancel)
{
    Result<std::unique_ptr<SqlServerSession>> session = open(database, cancel);
    if (!session)
        return fail(session.error());
    return std::unique_ptr<ChangeSession>(std::move(*session));
}

} // namespace tidemark
