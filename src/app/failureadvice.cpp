#include "failureadvice.h"

#include <QCoreApplication>
#include <QStringList>

namespace tidemark {

namespace {

struct AdviceText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FailureAdvice)
};

/// What happened, and what to do when nothing closer is known.
struct OfKind {
    QString what;
    QString next;
    bool worthRetrying = false;
};

OfKind ofServer(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Driver:
        return { AdviceText::tr("The ODBC driver cannot do what is needed."),
            AdviceText::tr("Choose another driver in the connection, or install a newer one.") };
    case ErrorKind::Connection:
        return { AdviceText::tr("The server could not be reached, or the connection broke."),
            AdviceText::tr("Test the connection, then try again.") };
    case ErrorKind::Login:
        return { AdviceText::tr("The server did not let the login in."),
            AdviceText::tr("Check user, password and kind of sign-in, and test the connection.") };
    case ErrorKind::Permission:
        return { AdviceText::tr("A right is missing."),
            AdviceText::tr("Ask whoever administers the database for it.") };
    case ErrorKind::NotFound:
        return { AdviceText::tr("The table was not found."),
            AdviceText::tr("Check the name in the list of tables. If it is missing there, ask for the right "
                           "to read it.") };
    case ErrorKind::NotTracked:
        return { AdviceText::tr("The table's changes are not tracked."),
            AdviceText::tr("Have its owner enable change tracking, or sync it with the mode full.") };
    case ErrorKind::NoKey:
        return { AdviceText::tr("The table has no primary key, so its changes cannot be tracked."),
            AdviceText::tr("Give it a key, or sync it with the mode full.") };
    case ErrorKind::Data:
        return { AdviceText::tr("A value could not be read or written exactly."),
            AdviceText::tr("Leave the column out, or choose an encoding that holds the value.") };
    case ErrorKind::Query:
        return { AdviceText::tr("The server refused or broke off a statement."),
            AdviceText::tr("Read the details; the server's own words are there.") };
    default:
        break;
    }
    return { AdviceText::tr("Something went wrong that Tidemark did not expect."),
        AdviceText::tr("Try again. If it stays, report it with the details.") };
}

OfKind ofKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Configuration:
        return { AdviceText::tr("The job or a setting is wrong."),
            AdviceText::tr("Mend the setting that the details name.") };
    case ErrorKind::NoWatermark:
        return { AdviceText::tr("The table has not been synced before, so there is nothing to go on from."),
            AdviceText::tr("Sync it once with the mode full or full_incremental.") };
    case ErrorKind::Expired:
        return { AdviceText::tr("The server no longer keeps the changes since the last sync."),
            AdviceText::tr("Load the table whole again: the mode full_incremental does it by itself.") };
    case ErrorKind::SchemaChanged:
        return { AdviceText::tr("Columns or key of the table have changed since the last sync."),
            AdviceText::tr("Load the table whole again, or let the job go on with the new columns.") };
    case ErrorKind::Storage:
        return { AdviceText::tr("The files could not be written or read."),
            AdviceText::tr("Check the folder's rights and the free space, then try again.") };
    case ErrorKind::ForeignFolder:
        return { AdviceText::tr("The folder belongs to another server's table."),
            AdviceText::tr("Choose another output folder for this server.") };
    case ErrorKind::Locked:
        return { AdviceText::tr("Another run has the table in hand."),
            AdviceText::tr("Wait until it ends, then try again."), true };
    case ErrorKind::Cancelled:
        return { AdviceText::tr("The table was cancelled; its files and watermark are as before."),
            AdviceText::tr("Try again when it suits."), true };
    default:
        return ofServer(kind);
    }
}

} // namespace

QString FailureAdvice::retryText() const
{
    return worthRetrying ? AdviceText::tr("Trying again may help.")
                         : AdviceText::tr("Trying again helps only once this is mended.");
}

FailureAdvice failureAdvice(const SyncError &error)
{
    const OfKind kind = ofKind(error.kind);
    return { kind.what, causeOf(error), error.advice.isEmpty() ? kind.next : error.advice,
        error.retryable || kind.worthRetrying };
}

QString failureCodes(const SyncError &error)
{
    QStringList codes;
    if (error.nativeCode != 0)
        codes += AdviceText::tr("Error %1").arg(error.nativeCode);
    if (!error.sqlState.isEmpty())
        codes += AdviceText::tr("SQLSTATE %1").arg(error.sqlState);
    return codes.join(QStringLiteral(", "));
}

} // namespace tidemark
