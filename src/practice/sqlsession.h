#pragma once

#include "resultsink.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tidemark::practice {

struct Parameter {
    QString name; // with its @; empty when it was not named
    SqlType type;
    SqlValue value;
    bool output = false;
};

struct LoginRequest {
    QString user;
    QString password;
    QString database; // empty: the login's default
    QString application;
    QString hostName;
    bool encrypted = false;
    bool readOnly = false; // the session may write nowhere
    bool internal = false; // the server's own work, which no fault refuses
};

/// One client's session with the databases: what a spid is. Used by one connection thread.
class SqlSession {
public:
    virtual ~SqlSession() = default;

    virtual QString database() const = 0;
    virtual int spid() const = 0;
    /// The open transaction, or 0.
    virtual quint64 transaction() const = 0;

    /// Runs a batch of T-SQL. Parameters are variables of the batch; output parameters are written back.
    virtual void execute(const QString &batch, std::vector<Parameter> &parameters, ResultSink &sink) = 0;

    /// The columns of a batch's first result, without running it; nothing when it has none. `declarations`
    /// are its parameters, as sp_prepare takes them.
    virtual void describe(const QString & /*batch*/, const QString & /*declarations*/, ResultSink & /*sink*/)
    {
    }

    /// Transaction manager requests of TDS. `isolation` as on the wire, 0 leaves it; 5 is snapshot.
    virtual void beginTransaction(int isolation, const QString &name, ResultSink &sink) = 0;
    virtual void endTransaction(bool commit, bool beginNew, ResultSink &sink) = 0;
    /// The reset-connection bit: rolls back, options and isolation to their defaults.
    virtual void reset() = 0;
};

/// The databases as the connections see them. Thread-safe.
class SqlServer {
public:
    virtual ~SqlServer() = default;
    /// The session, or the message that refuses the login (18456, 4060, 40613, ...).
    virtual std::unique_ptr<SqlSession> login(
        const LoginRequest &request, std::vector<ServerMessage> &messages) = 0;
    /// The user databases, in the order of their creation.
    virtual QStringList databases() const = 0;
};

} // namespace tidemark::practice
