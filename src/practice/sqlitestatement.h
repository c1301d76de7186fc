#pragma once

#include <QByteArray>
#include <QString>

struct sqlite3_stmt;
struct sqlite3_value;

namespace tidemark::practice {

/// A prepared statement of SQLite, finalized when destroyed. Parameters count from 1, columns from 0.
class SqliteStatement {
public:
    enum class Step { Row, Done, Failed };

    SqliteStatement() = default;
    explicit SqliteStatement(sqlite3_stmt *statement) : m_statement(statement) { }
    SqliteStatement(SqliteStatement &&other) noexcept;
    SqliteStatement &operator=(SqliteStatement &&other) noexcept;
    ~SqliteStatement();

    sqlite3_stmt *raw() const { return m_statement; }

    SqliteStatement &bind(int index, qint64 value);
    SqliteStatement &bindText(int index, const QString &text);
    SqliteStatement &bindBlob(int index, const QByteArray &bytes);
    SqliteStatement &bindNull(int index);
    SqliteStatement &bindValue(int index, sqlite3_value *value);

    Step step();
    /// Steps to the end; false when it failed.
    bool run();
    /// Ready to run again; the bound values stay.
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// Only until the next step.
    sqlite3_value *value(int column) const;

private:
    Q_DISABLE_COPY(SqliteStatement)
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace tidemark::practice
