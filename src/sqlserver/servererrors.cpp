#include "servererrors.h"

#include "identifier.h"
#include "servernumbers.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QRegularExpression>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ServerErrorText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ServerErrorText)
};

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

QString deniedRight(const SyncError &error)
{
    const bool changes = error.text.contains(u"VIEW CHANGE TRACKING"_s, Qt::CaseInsensitive);
    return changes ? u"VIEW CHANGE TRACKING"_s : u"SELECT"_s;
}

/// Empty when it would be about a table that is not known.
QString mendingStatement(Mending mending, const SyncError &error, const ErrorSubject &subject)
{
    switch (mending) {
    case Mending::GrantRight:
        return subject.table ? grantStatement(deniedRight(error), *subject.table, subject.user) : QString();
    case Mending::TrackTable:
        return subject.table ? trackStatement(*subject.table) : QString();
    case Mending::AllowSnapshots:
        return u"ALTER DATABASE %1 SET ALLOW_SNAPSHOT_ISOLATION ON;"_s.arg(quoteName(subject.database));
    case Mending::CreateUser:
        return u"CREATE USER %1 FOR LOGIN %1;"_s.arg(
            subject.user.isEmpty() ? u"<user>"_s : quoteName(subject.user));
    case Mending::None:
        break;
    }
    return {};
}

/// Names go in last and at once, so that none is taken for a place.
QString filled(const char *sentence, const QHash<QString, QString> &names)
{
    static const QRegularExpression place(u"\\{([a-z]+)\\}"_s);
    const QString source = ServerErrorText::tr(sentence);
    QString text;
    qsizetype end = 0;
    for (auto it = place.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text += source.mid(end, match.capturedStart() - end) + names.value(match.captured(1));
        end = match.capturedEnd();
    }
    return text + source.mid(end);
}

void explain(const ServerNumber &known, const ErrorSubject &subject, SyncError &error)
{
    const QString statement = mendingStatement(known.mending, error, subject);
    const QHash<QString, QString> names = { { u"table"_s, tableName(subject) },
        { u"database"_s, subject.database }, { u"server"_s, subject.server },
        { u"right"_s, deniedRight(error) }, { u"statement"_s, statement } };
    if (known.mending == Mending::None || !statement.isEmpty())
        error.advice = filled(known.next, names);
    const QString happened = filled(known.happened, names);
    error.text = (error.advice.isEmpty() ? happened : happened + u' ' + error.advice) + u' '
        + ServerErrorText::tr("The server says: %1").arg(error.text);
    error.kind = known.kind.value_or(error.kind);
}

} // namespace

QString grantStatement(const QString &permission, const TableRef &table, const QString &user)
{
    return u"GRANT "_s + permission + u" ON "_s + quoteTable(table) + u" TO "_s
        + (user.isEmpty() ? u"<user>"_s : quoteName(user)) + u';';
}

QString trackStatement(const TableRef &table)
{
    return u"ALTER TABLE "_s + quoteTable(table) + u" ENABLE CHANGE_TRACKING;"_s;
}

SyncError explainServerError(SyncError error, const ErrorSubject &subject)
{
    if (error.context.isEmpty())
        error.context = subject.table ? subject.table->display() : subject.database;
    if (error.kind == ErrorKind::Cancelled)
        return error;
    error.nativeCode = loginNumber(error);
    const bool isTransient = isTransientNumber(error.nativeCode);
    if (isTransient)
        error.retryAfterSeconds = secondsToWait(error);
    const ServerNumber *known = findServerNumber(error.nativeCode);
    if (known != nullptr)
        explain(*known, subject, error);
    // A database that is just being moved also says 4060, but only on Azure.
    const bool isMoving = error.nativeCode == 4060 && isAzure(subject.server);
    if (known != nullptr || isTransient)
        error.retryable = isTransient || isMoving;
    return error;
}

} // namespace tidemark
