#include "servererrors.h"

#include "identifier.h"

#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ServerErrorText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ServerErrorText)
};

// Sorted. Azure's documented transient errors, those inside the text of 40197, those that Microsoft's own
// client library tries again, and those of a snapshot that a new transaction gets past. Numbers of sockets
// and drivers (20, 64, 233, 10053...) are no server errors: the odbc module judges them by SQLSTATE.
constexpr std::array transientNumbers = { 615, 926, 997, 1204, 1205, 1222, 3947, 3948, 3949, 3953, 3956, 3957,
    3958, 3961, 3966, 4221, 10928, 10929, 40020, 40143, 40166, 40197, 40501, 40540, 40613, 42108, 42109,
    49918, 49919, 49920 };

bool isAzure(const QString &server)
{
    return server.contains(u".database."_s, Qt::CaseInsensitive);
}

int secondsToWait(const SyncError &error)
{
    static const QRegularExpression pattern(u"after (\\d{1,4}) seconds"_s);
    const QRegularExpressionMatch match = pattern.match(error.text);
    if (match.hasMatch())
        return match.captured(1).toInt();
    return error.nativeCode == 40501 ? 10 : 0;
}

/// The number of a refused login. Qt hands on the driver's last record only: with FreeTDS that has none of
/// the server's, and of two messages Microsoft's keeps the vaguer one. So the server's English text is looked
/// at.
int loginNumber(const SyncError &error)
{
    static const QList<std::pair<int, QString>> texts = { { 4060, u"Cannot open database"_s },
        { 40613, u"is not currently available"_s }, { 40615, u"is not allowed to access the server"_s },
        { 18486, u"currently locked out"_s }, { 18487, u"has expired"_s }, { 18488, u"must be changed"_s },
        { 18470, u"account is disabled"_s }, { 18452, u"untrusted domain"_s },
        { 40197, u"encountered an error processing your request"_s },
        { 40501, u"service is currently busy"_s }, { 10928, u"Resource ID"_s },
        { 18456, u"Login failed for user"_s } };
    if (error.kind != ErrorKind::Login || (error.nativeCode != 0 && error.nativeCode != 18456))
        return error.nativeCode;
    for (const auto &[number, text] : texts) {
        if (error.text.contains(text))
            return number;
    }
    return error.nativeCode;
}

QString tableName(const ErrorSubject &subject)
{
    return subject.table ? subject.table->display()
                         : ServerErrorText::tr("a table of the database %1").arg(subject.database);
}

QString permissionAdvice(const SyncError &error, const ErrorSubject &subject)
{
    const bool changes = error.text.contains(u"VIEW CHANGE TRACKING"_s, Qt::CaseInsensitive);
    const QString permission = changes ? u"VIEW CHANGE TRACKING"_s : u"SELECT"_s;
    if (!subject.table)
        return ServerErrorText::tr("A right is missing in the database %1.").arg(subject.database);
    return ServerErrorText::tr("The right %1 on %2 is missing. Someone who may grant it runs: %3")
        .arg(permission, tableName(subject), grantStatement(permission, *subject.table, subject.user));
}

QString notTrackedAdvice(const ErrorSubject &subject)
{
    if (!subject.table)
        return ServerErrorText::tr("Change tracking is off for a table of the database %1.")
            .arg(subject.database);
    return ServerErrorText::tr(
        "Change tracking is off for %1. Someone who owns the table runs: ALTER TABLE %2 ENABLE "
        "CHANGE_TRACKING; or the table is synced with the mode full.")
        .arg(tableName(subject), quoteTable(*subject.table));
}

struct Explanation {
    ErrorKind kind;
    QString advice;
    bool retryable = false;
};

std::optional<Explanation> explainTable(const SyncError &error, const ErrorSubject &subject)
{
    switch (error.nativeCode) {
    case 22105:
    case 4998:
        return Explanation{ ErrorKind::NotTracked, notTrackedAdvice(subject) };
    case 22116:
        return Explanation{ ErrorKind::NotTracked,
            ServerErrorText::tr("This edition of SQL Server has no change tracking. Use the mode full.") };
    case 208:
    case 4701:
        return Explanation{ ErrorKind::NotFound,
            ServerErrorText::tr(
                "%1 is not there, or this login may not see it. Check the name and the rights.")
                .arg(tableName(subject)) };
    case 22106:
    case 22107:
        return Explanation{ ErrorKind::NotFound,
            ServerErrorText::tr("%1 is not a table of this database, and only tables can be tracked.")
                .arg(tableName(subject)) };
    case 229:
    case 230:
        return Explanation{ ErrorKind::Permission, permissionAdvice(error, subject) };
    case 262:
    case 297:
    case 300:
        return Explanation{ ErrorKind::Permission,
            ServerErrorText::tr("A right is missing in the database %1.").arg(subject.database) };
    case 22117:
        return Explanation{ ErrorKind::Configuration,
            ServerErrorText::tr(
                "Change tracking cannot be read on a secondary replica. Connect to the primary, and "
                "do not set ApplicationIntent=ReadOnly.") };
    case 3952:
        return Explanation{ ErrorKind::Query,
            ServerErrorText::tr(
                "The database %1 does not allow snapshot isolation. An administrator runs: ALTER "
                "DATABASE %2 SET ALLOW_SNAPSHOT_ISOLATION ON; or the job sets the policy snapshot "
                "to never.")
                .arg(subject.database, quoteName(subject.database)) };
    case 3961:
        return Explanation{ ErrorKind::Query,
            ServerErrorText::tr("%1 was altered while its snapshot was read.").arg(tableName(subject)),
            true };
    default:
        return std::nullopt;
    }
}

std::optional<Explanation> explainLogin(const SyncError &error, const ErrorSubject &subject)
{
    switch (error.nativeCode) {
    case 18456:
    case 18452:
    case 18470:
        return Explanation{ ErrorKind::Login,
            ServerErrorText::tr(
                "The server %1 refused the login. Check user, password, authentication and whether the "
                "login is enabled.")
                .arg(subject.server) };
    case 18486:
        return Explanation{ ErrorKind::Login,
            ServerErrorText::tr("The login is locked out. An administrator unlocks it.") };
    case 18487:
    case 18488:
        return Explanation{ ErrorKind::Login,
            ServerErrorText::tr(
                "The password has expired or must be changed first. Change it with another tool.") };
    case 4060: // a database that is just being moved also says so, but only on Azure
        return Explanation{ ErrorKind::Login,
            ServerErrorText::tr(
                "The database %1 cannot be opened. Check its name and that this login has a user in it.")
                .arg(subject.database),
            isAzure(subject.server) };
    case 916:
        return Explanation{ ErrorKind::Login,
            ServerErrorText::tr(
                "This login has no user in the database %1. An administrator runs there: CREATE USER %2 FOR "
                "LOGIN %2;")
                .arg(subject.database, subject.user.isEmpty() ? u"<user>"_s : quoteName(subject.user)) };
    case 40615:
    case 40914:
        return Explanation{ ErrorKind::Connection,
            ServerErrorText::tr(
                "The firewall of %1 does not let this machine's address in. Add a firewall rule in the "
                "Azure portal.")
                .arg(subject.server) };
    case 40531:
    case 40532:
        return Explanation{ ErrorKind::Login,
            ServerErrorText::tr(
                "The server's name did not reach Azure SQL. Write the user as user@server.") };
    case 40613:
        return Explanation{ ErrorKind::Connection,
            ServerErrorText::tr(
                "The database %1 is not available just now. A paused serverless database wakes up within "
                "minutes.")
                .arg(subject.database),
            true };
    case 40501:
        return Explanation{ ErrorKind::Connection, ServerErrorText::tr("The service is busy."), true };
    default:
        return std::nullopt;
    }
}

} // namespace

bool isTransientNumber(int number)
{
    return std::binary_search(transientNumbers.begin(), transientNumbers.end(), number);
}

QString grantStatement(const QString &permission, const TableRef &table, const QString &user)
{
    return u"GRANT "_s + permission + u" ON "_s + quoteTable(table) + u" TO "_s
        + (user.isEmpty() ? u"<user>"_s : quoteName(user)) + u';';
}

SyncError explainServerError(SyncError error, const ErrorSubject &subject)
{
    if (error.context.isEmpty())
        error.context = subject.table ? subject.table->display() : subject.database;
    if (error.kind == ErrorKind::Cancelled)
        return error;
    error.nativeCode = loginNumber(error);
    std::optional<Explanation> explanation = explainTable(error, subject);
    if (!explanation)
        explanation = explainLogin(error, subject);
    if (isTransientNumber(error.nativeCode)) {
        error.retryable = true;
        error.retryAfterSeconds = secondsToWait(error);
    }
    if (!explanation)
        return error;
    error.kind = explanation->kind;
    error.retryable = explanation->retryable;
    error.text = explanation->advice + u' ' + ServerErrorText::tr("The server says: %1").arg(error.text);
    return error;
}

} // namespace tidemark
