#pragma once

#include "sqlengine.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace tidemark::practice::test {

/// Everything that a batch has answered.
struct Answer {
    struct ResultSet {
        QList<ResultColumn> columns;
        std::vector<SqlRow> rows;
    };

    std::vector<ResultSet> results;
    std::vector<ServerMessage> messages; // errors and information
    std::vector<std::optional<qint64>> counts; // of each statement that told its end
    QStringList events; // "began", "committed", "rolled back", "database x"
    qint64 replayed = 0; // rows of made-up tables

    int firstError() const; // its number, or 0
    QString errorText() const;
    /// The rows of the last result set, values by | and rows by newline; NULL for NULL.
    QString table() const;
    /// The first value of the first row of the last result set.
    QString value() const;
};

/// A value as tests compare it.
QString shown(const SqlValue &value, const SqlType &type);

/// Collects, and may say that it has had enough.
class CollectingSink : public ResultSink {
public:
    Answer answer;
    qint64 stopAfterRows = -1;

    bool columns(const QList<ResultColumn> &columns) override;
    bool row(const SqlRow &row) override;
    bool done(CommandKind command, std::optional<qint64> count, bool failed) override;
    bool message(const ServerMessage &message) override;
    bool databaseChanged(const QString &from, const QString &to) override;
    bool transactionBegan(quint64 descriptor) override;
    bool transactionEnded(quint64 descriptor, bool committed) override;
    bool replay(const ReplayTable &table) override;
    bool cancelled() const override;

private:
    qint64 m_rows = 0;
};

/// A session that runs batches and collects what they answer.
class BenchSession {
public:
    explicit BenchSession(std::unique_ptr<SqlSession> session);

    Answer run(const QString &batch);
    Answer run(const QString &batch, std::vector<Parameter> &parameters);
    /// The rows of a batch's last result, or its errors.
    QString ask(const QString &batch);
    /// Batches divided by lines that hold GO alone; stops at the first error.
    Answer runScript(const QString &script);
    SqlSession &session() { return *m_session; }

private:
    std::unique_ptr<SqlSession> m_session;
};

/// A server without a wire, in a temporary folder.
class EngineBench {
public:
    explicit EngineBench(PracticeOptions options = emptyOptions());

    /// No demo data at all.
    static PracticeOptions emptyOptions();
    bool isOpen() const { return m_server != nullptr; }
    QString failure() const { return m_failure; }
    /// Ends the server and starts it again on the same folder.
    bool restart();

    std::unique_ptr<BenchSession> login(const QString &database,
        const QString &user = QStringLiteral("owner"), const QString &password = QStringLiteral("secret"));
    std::vector<ServerMessage> refusal() const { return m_refusal; }
    SqlServer &server() { return *m_server; }

private:
    void open();

    QTemporaryDir m_folder;
    PracticeOptions m_options;
    WireFaultBoard m_faults;
    std::unique_ptr<SqlServer> m_server;
    std::vector<ServerMessage> m_refusal;
    QString m_failure;
};

/// A test whose functions each begin with a server of their own: the database shop, as script() made it, and
/// the owner's session in it.
class BenchTest : public QObject {
    Q_OBJECT

protected:
    /// Batches that run in shop.
    virtual QString script() const { return {}; }

    QString ask(const QString &batch) { return m_session->ask(batch); }
    int errorOf(const QString &batch) { return m_session->run(batch).firstError(); }
    /// A batch without rows, which is to succeed.
    void run(const QString &batch);

    std::unique_ptr<EngineBench> m_bench;
    std::unique_ptr<BenchSession> m_session;

protected slots:
    void init();
    void cleanup();
};

} // namespace tidemark::practice::test
