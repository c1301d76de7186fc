#include "failureadvice.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tidemark {

namespace {

struct AdviceText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FailureAdvice)
};

/// A cause that is known, with what to do about it; untranslated.
struct Known {
    const char *why;
    const char *next;
};

struct KnownNumber {
    int number;
    Known known;
};

struct KnownState {
    const char *sqlState;
    Known known;
    bool worthRetrying;
};

constexpr Known busy{ QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The server is busy or just being moved."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
        "Wait some minutes and try again. If it comes often, use fewer workers or a larger service tier.") };
constexpr Known versionStore{ QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                                  "The row versions that the snapshot needs are gone."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
        "Try again. If it comes often, an administrator gives tempdb more room.") };
constexpr Known wrongLogin{ QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                                "User, password or kind of sign-in do not fit, or the login is disabled."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Check them in the connection, and test it there.") };
constexpr Known expiredPassword{ QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                                     "The password has expired or must be changed first."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
        "Change it with another tool, then type the new one into the connection.") };
constexpr Known missingObject{ QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                                   "There is no such table, or this login may not see it."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
        "Check the name in the list of tables. If it is missing there, ask for the right to read it.") };
constexpr Known missingRight{ QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "This login lacks a right."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
        "Send the statement in the details to someone who may grant rights, then try again.") };
constexpr Known notTracked{ QT_TRANSLATE_NOOP(
                                "tidemark::FailureAdvice", "Change tracking is off for the table."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
        "Have the owner enable it with the statement in the details, or sync the table with the mode "
        "full.") };
constexpr Known firewall{ QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                              "The server's firewall does not let this machine's address in."),
    QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Add a firewall rule in the Azure portal.") };

// Sorted by number.
constexpr std::array knownNumbers{
    KnownNumber{ 208, missingObject },
    KnownNumber{ 229, missingRight },
    KnownNumber{ 230, missingRight },
    KnownNumber{ 262, missingRight },
    KnownNumber{ 297, missingRight },
    KnownNumber{ 300, missingRight },
    KnownNumber{ 701, busy },
    KnownNumber{ 916,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "This login has no user in the database."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Have an administrator make one with the statement in the details.") } },
    KnownNumber{ 1205,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
              "Another transaction and this one waited for each other, and the server ended this one."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Try again. Snapshot isolation in the database avoids it for good.") } },
    KnownNumber{ 1222,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Another transaction keeps the table locked."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Try again later. Snapshot isolation in the database avoids it for good.") } },
    KnownNumber{ 3952,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
              "The database does not allow snapshot isolation, and the job asks for it."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Have an administrator allow it, or set the job's policy for snapshots to auto.") } },
    KnownNumber{ 3958, versionStore },
    KnownNumber{ 3961,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The table was altered while it was read."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Try again once the change is done.") } },
    KnownNumber{ 3966, versionStore },
    KnownNumber{ 4060,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The database cannot be opened."),
            QT_TRANSLATE_NOOP(
                "tidemark::FailureAdvice", "Check its name, and that this login has a user in it.") } },
    KnownNumber{ 4701, missingObject },
    KnownNumber{ 4998, notTracked },
    KnownNumber{ 10928, busy },
    KnownNumber{ 10929, busy },
    KnownNumber{ 18452, wrongLogin },
    KnownNumber{ 18456, wrongLogin },
    KnownNumber{ 18470, wrongLogin },
    KnownNumber{ 18486,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The login is locked after too many wrong passwords."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Have an administrator unlock it.") } },
    KnownNumber{ 18487, expiredPassword },
    KnownNumber{ 18488, expiredPassword },
    KnownNumber{ 22105, notTracked },
    KnownNumber{ 22116,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "This edition of SQL Server has no change tracking."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Sync the table with the mode full.") } },
    KnownNumber{ 22117,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
              "The connection leads to a secondary replica, where changes cannot be read."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Connect to the primary, without the application intent read-only.") } },
    KnownNumber{ 40197, busy },
    KnownNumber{ 40501, busy },
    KnownNumber{ 40613,
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
              "The database is not available just now. A paused serverless one wakes up within minutes."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Wait a few minutes and try again.") } },
    KnownNumber{ 40615, firewall },
    KnownNumber{ 40914, firewall },
    KnownNumber{ 49918, busy },
    KnownNumber{ 49919, busy },
    KnownNumber{ 49920, busy },
};

constexpr std::array knownStates{
    KnownState{ "08001",
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
              "No server answers at this address, or encryption could not be agreed on."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Check server, port, network and encryption, and test the connection.") },
        true },
    KnownState{ "08S01",
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The connection broke while rows were on their way."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Try again. If it comes often, look for a firewall or VPN that cuts long connections.") },
        true },
    KnownState{ "HYT00",
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The server said nothing for the whole time to wait."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice",
                "Try again at a quieter hour, or let the connection wait longer.") },
        true },
    KnownState{ "HYT01",
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The server did not answer in time."),
            QT_TRANSLATE_NOOP(
                "tidemark::FailureAdvice", "Check that it runs and can be reached, then try again.") },
        true },
    KnownState{ "IM002",
        { QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "The ODBC driver of the connection is not installed."),
            QT_TRANSLATE_NOOP("tidemark::FailureAdvice", "Choose another driver, or install this one.") },
        false },
};

QString text(const char *source)
{
    return QCoreApplication::translate("tidemark::FailureAdvice", source);
}

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
            AdviceText::tr("Test the connection, then try again."), true };
    case ErrorKind::Login:
        return { AdviceText::tr("The server did not let the login in."), text(wrongLogin.next) };
    case ErrorKind::Permission:
        return { AdviceText::tr("A right is missing."), text(missingRight.next) };
    case ErrorKind::NotFound:
        return { AdviceText::tr("The table was not found."), text(missingObject.next) };
    case ErrorKind::NotTracked:
        return { AdviceText::tr("The table's changes are not tracked."), text(notTracked.next) };
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
    FailureAdvice advice{ kind.what, error.text, kind.next, error.retryable || kind.worthRetrying };
    const auto *number = std::lower_bound(knownNumbers.begin(), knownNumbers.end(), error.nativeCode,
        [](const KnownNumber &known, int wanted) { return known.number < wanted; });
    if (number != knownNumbers.end() && number->number == error.nativeCode) {
        advice.why = text(number->known.why);
        advice.next = text(number->known.next);
        advice.worthRetrying = error.retryable;
        return advice;
    }
    for (const KnownState &state : knownStates) {
        if (error.sqlState != QLatin1StringView(state.sqlState))
            continue;
        advice.why = text(state.known.why);
        advice.next = text(state.known.next);
        advice.worthRetrying = error.retryable || state.worthRetrying;
    }
    return advice;
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
