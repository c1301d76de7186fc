// Two other ways to read a table, for the benchmark to compare with:
//   bench_contender fetch     DRIVER SERVER USER DATABASE SCHEMA TABLE         Tidemark's reader, nothing
//   written bench_contender qsqlquery DRIVER SERVER USER DATABASE SCHEMA TABLE FILE    the loop that Qt's
//   manual suggests
// The password comes from TIDEMARK_PASSWORD. Prints the number of rows.

#include "connectiontext.h"
#include "odbcdrivers.h"
#include "sqlserversource.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTextStream>

#include <cstdio>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

int failed(const QString &text)
{
    QTextStream(stderr) << text << '\n';
    return 1;
}

ConnectionSpec specOf(const QStringList &arguments)
{
    ConnectionSpec spec;
    spec.driver = arguments[2];
    spec.server = arguments[3];
    spec.user = arguments[4];
    spec.encrypt = Encryption::Optional;
    spec.trustServerCertificate = true;
    return spec;
}

int fetchOnly(const ConnectionSpec &spec, const Secret &password, const TableRef &table)
{
    SqlServerSource source(spec, password);
    const auto session = source.openSession(table.database, {});
    if (!session)
        return failed(describe(session.error()));
    const auto state = (*session)->tableState(table);
    if (!state)
        return failed(describe(state.error()));
    const auto reader = (*session)->readAll({ table, state->schema, {} });
    if (!reader)
        return failed(describe(reader.error()));
    const auto block = (*reader)->makeBlock();
    qint64 rows = 0;
    while (true) {
        const Result<bool> more = (*reader)->fetch(*block);
        if (!more)
            return failed(describe(more.error()));
        if (!*more)
            break;
        rows += block->finishedRows();
    }
    QTextStream(stdout) << rows << '\n';
    return 0;
}

QString quoted(QString text)
{
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

int queryLoop(const QString &connection, const TableRef &table, const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QODBC"_s);
    database.setDatabaseName(connection);
    database.setConnectOptions(u"SQL_ATTR_ODBC_VERSION=SQL_OV_ODBC3"_s);
    QFile file(path);
    if (!database.open() || !file.open(QIODevice::WriteOnly))
        return failed(database.lastError().text() + file.errorString());
    QTextStream out(&file);
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT * FROM [%1].[%2]"_s.arg(table.schema, table.table)))
        return failed(query.lastError().text());
    const int columns = query.record().count();
    qint64 rows = 0;
    while (query.next()) {
        for (int i = 0; i < columns; ++i)
            out << (i == 0 ? u""_s : u","_s) << quoted(query.value(i).toString());
        out << '\n';
        ++rows;
    }
    QTextStream(stdout) << rows << '\n';
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 8)
        return failed(
            u"usage: bench_contender fetch|qsqlquery DRIVER SERVER USER DATABASE SCHEMA TABLE [FILE]"_s);
    const ConnectionSpec spec = specOf(arguments);
    const Secret password(qEnvironmentVariable("TIDEMARK_PASSWORD"));
    const TableRef table{ arguments[5], arguments[6], arguments[7] };
    if (arguments[1] == u"fetch")
        return fetchOnly(spec, password, table);
    const auto driver = findDriver(spec.driver);
    if (!driver)
        return failed(describe(driver.error()));
    const auto text = connectionText(*driver, spec, password, table.database);
    if (!text)
        return failed(describe(text.error()));
    return queryLoop(*text, table, arguments.value(8));
}
