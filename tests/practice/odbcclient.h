#pragma once

#include <QString>
#include <QStringList>

#include <functional>

#include <sql.h>
#include <sqlext.h>

namespace tidemark::practice::test {

/// A connection through the driver manager with one statement, as a C program would have it.
class OdbcClient {
public:
    /// Connects; error() tells why not.
    explicit OdbcClient(const QString &connectionString);
    ~OdbcClient();
    OdbcClient(const OdbcClient &) = delete;
    OdbcClient &operator=(const OdbcClient &) = delete;

    bool isOpen() const { return m_open; }
    QString error() const { return m_error; }

    /// Calls a function on the statement and reads all its rows, cells by | and NULL for NULL. A failure is
    /// one line: its SQLSTATE and text.
    QStringList rows(const std::function<SQLRETURN(SQLHSTMT)> &call);
    QStringList execute(const QString &text);
    /// Name, type, size, digits and nullability of each result column of a prepared text.
    QStringList preparedColumns(const QString &text);
    /// Type, size and digits of each parameter of a prepared text.
    QStringList parameters(const QString &text);

    static QStringList installedDrivers();

private:
    QString diagnosis(SQLSMALLINT kind, SQLHANDLE handle) const;
    QString cell(SQLUSMALLINT column);
    QStringList described(const QString &text, const std::function<QStringList()> &describe);

    SQLHENV m_environment = nullptr;
    SQLHDBC m_connection = nullptr;
    SQLHSTMT m_statement = nullptr;
    bool m_open = false;
    QString m_error;
};

} // namespace tidemark::practice::test
