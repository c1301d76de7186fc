#pragma once

#include "serverstore.h"
#include "sqlresult.h"
#include "sqlsession.h"

namespace tidemark::practice {

class EngineServer;
class SessionCore;

/// A session of the practice server: batches and transaction requests, on one SessionCore.
class EngineSession : public SqlSession {
public:
    /// In the database that the request names; an error when the login has no user there.
    [[nodiscard]] static SqlResult<std::unique_ptr<SqlSession>> open(
        EngineServer &server, const EngineLogin &login, const LoginRequest &request);
    ~EngineSession() override;

    QString database() const override;
    int spid() const override;
    quint64 transaction() const override;
    void execute(const QString &batch, std::vector<Parameter> &parameters, ResultSink &sink) override;
    void describe(const QString &batch, const QString &declarations, ResultSink &sink) override;
    void beginTransaction(int isolation, const QString &name, ResultSink &sink) override;
    void endTransaction(bool commit, bool beginNew, ResultSink &sink) override;
    void reset() override;

private:
    explicit EngineSession(std::unique_ptr<SessionCore> core);

    std::unique_ptr<SessionCore> m_core;
    QString m_loginDatabase;
};

} // namespace tidemark::practice
