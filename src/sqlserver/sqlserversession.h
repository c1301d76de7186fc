#pragma once

#include "catalogentry.h"
#include "changesource.h"
#include "readiness.h"
#include "servererrors.h"
#include "statementrunner.h"

#include <memory>

namespace tidemark {

/// Readiness of a database and of the tables that were asked for, in that order.
struct DatabaseCheck {
    QList<CheckStep> steps;
    QList<QList<CheckStep>> tables;
};

/// A connection to one database that speaks T-SQL. Opened, used and closed in one thread; one reader at a
/// time.
class SqlServerSession : public ChangeSession {
public:
    /// `server` is the address as connected to.
    SqlServerSession(std::unique_ptr<StatementRunner> runner, QString server, QString database);

    [[nodiscard]] Result<DatabaseSurvey> survey(const QList<TableRef> &tables) override;
    [[nodiscard]] QList<Result<bool>> haveChanges(const QList<ChangeQuestion> &questions) override;
    [[nodiscard]] QList<Result<ChangeCounts>> countChanges(const QList<CountQuestion> &questions) override;
    [[nodiscard]] Status beginSnapshot() override;
    [[nodiscard]] Status endSnapshot() override;
    [[nodiscard]] Result<std::optional<ChangeVersion>> currentVersion() override;
    [[nodiscard]] Result<TableState> tableState(const TableRef &table) override;
    [[nodiscard]] Result<std::unique_ptr<BlockReader>> readAll(const ReadSpec &spec) override;
    [[nodiscard]] Result<std::unique_ptr<BlockReader>> readChanges(
        const ReadSpec &spec, ChangeVersion since, ChangeVersion upTo) override;

    [[nodiscard]] Result<QList<CatalogDatabase>> databases();
    [[nodiscard]] Result<QList<CatalogTable>> tables();
    [[nodiscard]] Result<ServerFacts> facts();
    /// The last steps of a connection test: database, version, replica.
    QList<CheckStep> checkConnection();
    /// Change tracking of the database, or of all when none was named, and the rights on tracked tables. What
    /// is missing is a warning: the mode full works without.
    QList<CheckStep> checkTracking();
    /// Whether the connection is encrypted; none when this login may not ask.
    [[nodiscard]] Result<std::optional<bool>> isEncrypted();
    /// Readiness of the database and the tables named.
    [[nodiscard]] Result<DatabaseCheck> checkTables(const QList<TableRef> &tables);

private:
    /// The transaction of a snapshot, as the server names it.
    struct Transaction {
        qint64 session = 0;
        qint64 id = 0;
        bool operator==(const Transaction &) const = default;
    };

    ErrorSubject subject(const std::optional<TableRef> &table = {}) const;
    /// Runs a batch that must answer with so many result sets.
    Result<QList<ResultRows>> ask(
        const QString &batch, qsizetype resultSets, const std::optional<TableRef> &table = {});
    Result<QList<ResultRows>> askAboutTables(const QString &batch, const QList<TableRef> &tables);
    Result<QList<bool>> askChanges(const QList<ChangeQuestion> &questions);
    Result<QList<ChangeCounts>> askCounts(const QList<CountQuestion> &questions);
    Status noteTransaction();
    Result<std::unique_ptr<BlockReader>> open(const Result<RowQuery> &query, const TableRef &table);

    std::unique_ptr<StatementRunner> m_runner;
    QString m_server;
    QString m_database;
    QString m_user; // as the database knows the login; empty until asked
    bool m_inSnapshot = false;
    std::optional<Transaction> m_transaction; // noted with the snapshot's first read
};

} // namespace tidemark
