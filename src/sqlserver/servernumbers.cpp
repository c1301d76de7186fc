#include "servernumbers.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace tidemark {

namespace {

// Sorted. Azure's documented transient errors, those inside the text of 40197, those that Microsoft's own
// client library tries again, and those of a snapshot that a new transaction gets past. Numbers of sockets
// and drivers (20, 64, 233, 10053...) are no server errors: the odbc module judges them by SQLSTATE.
constexpr std::array transientNumbers = { 615, 926, 997, 1204, 1205, 1222, 3947, 3948, 3949, 3953, 3956, 3957,
    3958, 3961, 3966, 4221, 10928, 10929, 40020, 40143, 40166, 40197, 40501, 40540, 40613, 42108, 42109,
    49918, 49919, 49920 };

// Sentences that several numbers share.
constexpr auto notThere =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "{table} is not there, or this login may not see it.");
constexpr auto checkName = QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
    "Check the name in the list of tables. If it is missing there, ask for the right to read it.");
constexpr auto noTable = QT_TRANSLATE_NOOP(
    "tidemark::ServerErrorText", "{table} is not a table of this database, and only tables can be tracked.");
constexpr auto takeTable =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Choose a table from the list of tables.");
constexpr auto rightMissing =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The right {right} on {table} is missing.");
constexpr auto grantIt =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Someone who may grant it runs: {statement}");
constexpr auto databaseRightMissing =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "A right is missing in the database {database}.");
constexpr auto askForRight = QT_TRANSLATE_NOOP(
    "tidemark::ServerErrorText", "Ask whoever administers it for the right that the server names.");
constexpr auto notTracked =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Change tracking is off for {table}.");
constexpr auto trackIt = QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
    "Someone who owns the table runs: {statement} Or sync the table with the mode full.");
constexpr auto busy =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The server is busy or just being moved.");
constexpr auto beGentle = QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
    "Wait some minutes. If it comes often, use fewer workers or a larger service tier.");
constexpr auto allowSnapshots =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Snapshot isolation in the database avoids it for good.");
constexpr auto versionsGone =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The row versions that the snapshot needs are gone.");
constexpr auto moreRoom = QT_TRANSLATE_NOOP(
    "tidemark::ServerErrorText", "If it comes often, an administrator gives tempdb more room.");
constexpr auto refused =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The server {server} refused the login.");
constexpr auto checkLogin = QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
    "Check user, password and kind of sign-in, and whether the login is enabled.");
constexpr auto expired =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The password has expired or must be changed first.");
constexpr auto changePassword = QT_TRANSLATE_NOOP(
    "tidemark::ServerErrorText", "Change it with another tool, then type the new one into the connection.");
constexpr auto firewall = QT_TRANSLATE_NOOP(
    "tidemark::ServerErrorText", "The firewall of {server} does not let this machine's address in.");
constexpr auto addRule =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Add a firewall rule in the Azure portal.");
constexpr auto nameLost =
    QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The server's name did not reach Azure SQL.");
constexpr auto wholeUser = QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Write the user as user@server.");

// Sorted by number.
constexpr std::array knownNumbers = {
    ServerNumber{ 208, ErrorKind::NotFound, notThere, checkName },
    ServerNumber{ 229, ErrorKind::Permission, rightMissing, grantIt, Mending::GrantRight },
    ServerNumber{ 230, ErrorKind::Permission, rightMissing, grantIt, Mending::GrantRight },
    ServerNumber{ 262, ErrorKind::Permission, databaseRightMissing, askForRight },
    ServerNumber{ 297, ErrorKind::Permission, databaseRightMissing, askForRight },
    ServerNumber{ 300, ErrorKind::Permission, databaseRightMissing, askForRight },
    ServerNumber{ 701, {},
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The server has too little memory just now."),
        beGentle },
    ServerNumber{ 916, ErrorKind::Login,
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "This login has no user in the database {database}."),
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "An administrator runs there: {statement}"),
        Mending::CreateUser },
    ServerNumber{ 1205, {},
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
            "Another transaction and this one waited for each other, and the server ended this one."),
        allowSnapshots },
    ServerNumber{ 1222, {},
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Another transaction keeps {table} locked."),
        allowSnapshots },
    ServerNumber{ 3952, ErrorKind::Query,
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
            "The database {database} does not allow snapshot isolation, and the job asks for it."),
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
            "An administrator runs: {statement} Or set the job's policy snapshot to auto."),
        Mending::AllowSnapshots },
    ServerNumber{ 3958, {}, versionsGone, moreRoom },
    ServerNumber{ 3961, ErrorKind::Query,
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "{table} was altered while its snapshot was read."),
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Wait until the table is no longer altered.") },
    ServerNumber{ 3966, {}, versionsGone, moreRoom },
    ServerNumber{ 4060, ErrorKind::Login,
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The database {database} cannot be opened."),
        QT_TRANSLATE_NOOP(
            "tidemark::ServerErrorText", "Check its name, and that this login has a user in it.") },
    ServerNumber{ 4701, ErrorKind::NotFound, notThere, checkName },
    ServerNumber{ 4998, ErrorKind::NotTracked, notTracked, trackIt, Mending::TrackTable },
    ServerNumber{ 10928, {}, busy, beGentle },
    ServerNumber{ 10929, {}, busy, beGentle },
    ServerNumber{ 18452, ErrorKind::Login, refused, checkLogin },
    ServerNumber{ 18456, ErrorKind::Login, refused, checkLogin },
    ServerNumber{ 18470, ErrorKind::Login, refused, checkLogin },
    ServerNumber{ 18486, ErrorKind::Login,
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "The login is locked after too many wrong passwords."),
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Have an administrator unlock it.") },
    ServerNumber{ 18487, ErrorKind::Login, expired, changePassword },
    ServerNumber{ 18488, ErrorKind::Login, expired, changePassword },
    ServerNumber{ 22105, ErrorKind::NotTracked, notTracked, trackIt, Mending::TrackTable },
    ServerNumber{ 22106, ErrorKind::NotFound, noTable, takeTable },
    ServerNumber{ 22107, ErrorKind::NotFound, noTable, takeTable },
    ServerNumber{ 22116, ErrorKind::NotTracked,
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "This edition of SQL Server has no change tracking."),
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Sync the table with the mode full.") },
    ServerNumber{ 22117, ErrorKind::Configuration,
        QT_TRANSLATE_NOOP(
            "tidemark::ServerErrorText", "Change tracking cannot be read on a secondary replica."),
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
            "Connect to the primary, and do not set ApplicationIntent=ReadOnly.") },
    ServerNumber{ 40197, {}, busy, beGentle },
    ServerNumber{ 40501, ErrorKind::Connection, busy, beGentle },
    ServerNumber{ 40531, ErrorKind::Login, nameLost, wholeUser },
    ServerNumber{ 40532, ErrorKind::Login, nameLost, wholeUser },
    ServerNumber{ 40613, ErrorKind::Connection,
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText",
            "The database {database} is not available just now. A paused serverless database wakes up "
            "within minutes."),
        QT_TRANSLATE_NOOP("tidemark::ServerErrorText", "Wait a few minutes.") },
    ServerNumber{ 40615, ErrorKind::Connection, firewall, addRule },
    ServerNumber{ 40914, ErrorKind::Connection, firewall, addRule },
    ServerNumber{ 49918, {}, busy, beGentle },
    ServerNumber{ 49919, {}, busy, beGentle },
    ServerNumber{ 49920, {}, busy, beGentle },
};

static_assert(std::ranges::is_sorted(transientNumbers));
static_assert(std::ranges::is_sorted(knownNumbers, {}, &ServerNumber::number));

} // namespace

const ServerNumber *findServerNumber(int number)
{
    const auto *found = std::ranges::lower_bound(knownNumbers, number, {}, &ServerNumber::number);
    return found != knownNumbers.end() && found->number == number ? found : nullptr;
}

bool isTransientNumber(int number)
{
    return std::ranges::binary_search(transientNumbers, number);
}

} // namespace tidemark
