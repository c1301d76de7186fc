#pragma once

#include "replaytable.h"
#include "sqlsession.h"

#include <QHash>

#include <atomic>
#include <functional>

namespace tidemark::practice {

/// Stands for the databases in tests of the wire: every batch is answered by the function that was set for
/// its first word. Knows one user, "practice" with "secret", and the databases "shop" and "master".
class FakeSqlServer final : public SqlServer {
public:
    /// State of a session that an answer may change.
    struct State {
        QString database;
        quint64 transaction = 0;
        int isolation = 0;
        int resets = 0;
    };
    struct Call {
        State &session;
        QString batch;
        std::vector<Parameter> &parameters;
        ResultSink &sink;
    };
    using Answer = std::function<void(const Call &)>;

    FakeSqlServer();

    /// Set before the first client comes.
    void on(const QString &firstWord, Answer answer) { m_answers.insert(firstWord, std::move(answer)); }
    int sessions() const { return m_sessions; }

    std::unique_ptr<SqlSession> login(
        const LoginRequest &request, std::vector<ServerMessage> &messages) override;
    QStringList databases() const override { return { QStringLiteral("shop") }; }

private:
    friend class FakeSession;
    void answer(const Call &call) const;

    QHash<QString, Answer> m_answers;
    std::atomic<int> m_sessions = 0;
    std::atomic<int> m_nextSpid = 51;
};

/// Columns and rows with every type of SQL Server: the smallest, the largest, odd ones, and NULLs.
QList<ResultColumn> everyTypeColumns();
std::vector<SqlRow> fakeTypeRows();
/// A table of ten mixed columns for replay.
ReplayTable mixedReplay(qint64 rows);

} // namespace tidemark::practice
