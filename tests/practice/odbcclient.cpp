#include "odbcclient.h"

namespace tidemark::practice::test {

using namespace Qt::Literals::StringLiterals;

namespace {

SQLWCHAR *wide(QString &text)
{
    return reinterpret_cast<SQLWCHAR *>(text.data());
}

QString fromWide(const SQLWCHAR *text)
{
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text));
}

SQLHENV newEnvironment()
{
    SQLHENV environment = nullptr;
    SQLAllocHandle(SQL_HANDLE_ENV, nullptr, &environment);
    SQLSetEnvAttr(environment, SQL_ATTR_ODBC_VERSION, reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3), 0);
    return environment;
}

} // namespace

OdbcClient::OdbcClient(const QString &connectionString) : m_environment(newEnvironment())
{
    SQLAllocHandle(SQL_HANDLE_DBC, m_environment, &m_connection);
    SQLSetConnectAttr(m_connection, SQL_ATTR_LOGIN_TIMEOUT, reinterpret_cast<SQLPOINTER>(5), 0);
    QString text = connectionString;
    m_open = SQL_SUCCEEDED(SQLDriverConnectW(m_connection, nullptr, wide(text),
        static_cast<SQLSMALLINT>(text.size()), nullptr, 0, nullptr, SQL_DRIVER_NOPROMPT));
    if (m_open)
        SQLAllocHandle(SQL_HANDLE_STMT, m_connection, &m_statement);
    else
        m_error = diagnosis(SQL_HANDLE_DBC, m_connection);
}

OdbcClient::~OdbcClient()
{
    if (m_statement)
        SQLFreeHandle(SQL_HANDLE_STMT, m_statement);
    if (m_open)
        SQLDisconnect(m_connection);
    SQLFreeHandle(SQL_HANDLE_DBC, m_connection);
    SQLFreeHandle(SQL_HANDLE_ENV, m_environment);
}

QString OdbcClient::diagnosis(SQLSMALLINT kind, SQLHANDLE handle) const
{
    SQLWCHAR state[6]{};
    SQLWCHAR text[1000]{};
    SQLINTEGER native = 0;
    SQLSMALLINT length = 0;
    SQLGetDiagRecW(kind, handle, 1, state, &native, text, 1000, &length);
    return fromWide(state) + u' ' + fromWide(text);
}

QString OdbcClient::cell(SQLUSMALLINT column)
{
    char16_t buffer[1000]{};
    SQLLEN length = 0;
    if (!SQL_SUCCEEDED(SQLGetData(m_statement, column, SQL_C_WCHAR, buffer, sizeof buffer, &length)))
        return u"?"_s;
    return length == SQL_NULL_DATA ? u"NULL"_s : QString::fromUtf16(buffer);
}

QStringList OdbcClient::rows(const std::function<SQLRETURN(SQLHSTMT)> &call)
{
    QStringList lines;
    SQLRETURN result = call(m_statement);
    SQLSMALLINT columns = 0;
    if (SQL_SUCCEEDED(result)) {
        SQLNumResultCols(m_statement, &columns);
        result = columns > 0 ? SQLFetch(m_statement) : SQL_NO_DATA;
    }
    for (; SQL_SUCCEEDED(result); result = SQLFetch(m_statement)) {
        QStringList cells;
        for (int column = 1; column <= columns; ++column)
            cells.append(cell(static_cast<SQLUSMALLINT>(column)));
        lines.append(cells.join(u'|'));
    }
    if (result != SQL_NO_DATA)
        lines.append(diagnosis(SQL_HANDLE_STMT, m_statement));
    SQLFreeStmt(m_statement, SQL_CLOSE);
    return lines;
}

QStringList OdbcClient::execute(const QString &text)
{
    QString copy = text;
    return rows([&](SQLHSTMT statement) {
        return SQLExecDirectW(statement, wide(copy), static_cast<SQLINTEGER>(copy.size()));
    });
}

QStringList OdbcClient::described(const QString &text, const std::function<QStringList()> &describe)
{
    QString copy = text;
    QStringList lines;
    if (SQL_SUCCEEDED(SQLPrepareW(m_statement, wide(copy), static_cast<SQLINTEGER>(copy.size()))))
        lines = describe();
    else
        lines.append(diagnosis(SQL_HANDLE_STMT, m_statement));
    SQLFreeStmt(m_statement, SQL_CLOSE);
    return lines;
}

QStringList OdbcClient::preparedColumns(const QString &text)
{
    return described(text, [this] {
        QStringList lines;
        SQLSMALLINT columns = 0;
        if (!SQL_SUCCEEDED(SQLNumResultCols(m_statement, &columns)))
            return QStringList{ diagnosis(SQL_HANDLE_STMT, m_statement) };
        for (int column = 1; column <= columns; ++column) {
            SQLWCHAR name[200]{};
            SQLSMALLINT length = 0;
            SQLSMALLINT type = 0;
            SQLULEN size = 0;
            SQLSMALLINT digits = 0;
            SQLSMALLINT nullable = 0;
            SQLDescribeColW(m_statement, static_cast<SQLUSMALLINT>(column), name, 200, &length, &type, &size,
                &digits, &nullable);
            lines.append(
                u"%1 %2 %3 %4 %5"_s.arg(fromWide(name)).arg(type).arg(size).arg(digits).arg(nullable));
        }
        return lines;
    });
}

QStringList OdbcClient::parameters(const QString &text)
{
    return described(text, [this] {
        QStringList lines;
        SQLSMALLINT count = 0;
        if (!SQL_SUCCEEDED(SQLNumParams(m_statement, &count)))
            return QStringList{ diagnosis(SQL_HANDLE_STMT, m_statement) };
        for (int number = 1; number <= count; ++number) {
            SQLSMALLINT type = 0;
            SQLULEN size = 0;
            SQLSMALLINT digits = 0;
            SQLSMALLINT nullable = 0;
            const SQLRETURN result = SQLDescribeParam(
                m_statement, static_cast<SQLUSMALLINT>(number), &type, &size, &digits, &nullable);
            lines.append(SQL_SUCCEEDED(result) ? u"%1 %2 %3"_s.arg(type).arg(size).arg(digits)
                                               : diagnosis(SQL_HANDLE_STMT, m_statement));
        }
        return lines;
    });
}

QStringList OdbcClient::installedDrivers()
{
    QStringList names;
    const SQLHENV environment = newEnvironment();
    SQLCHAR name[256]{};
    SQLCHAR attributes[256]{};
    SQLSMALLINT length = 0;
    SQLUSMALLINT direction = SQL_FETCH_FIRST;
    while (SQL_SUCCEEDED(SQLDrivers(
        environment, direction, name, sizeof name, &length, attributes, sizeof attributes, &length))) {
        names.append(QString::fromUtf8(reinterpret_cast<const char *>(name)));
        direction = SQL_FETCH_NEXT;
    }
    SQLFreeHandle(SQL_HANDLE_ENV, environment);
    return names;
}

} // namespace tidemark::practice::test
