#pragma once

#include <QString>

namespace tidemark {

/// What a failure is about. Decisions look at the kind only; the text is for people.
enum class ErrorKind {
    Configuration, // a job, option or setting is wrong: exit code 2
    Driver, // no ODBC driver, or one that cannot do what is needed
    Connection, // server not reachable, TLS refused, link broken
    Login, // refused login or database
    Permission, // a right is missing; the text holds the GRANT to run
    NotFound, // database, table or column is not there or not visible
    NotTracked, // change tracking is off for the table or the database
    NoKey, // the table has no primary key
    NoWatermark, // incremental without an earlier sync
    Expired, // watermark older than the minimum valid version, or the history was reset
    SchemaChanged, // columns or key differ from those of the last sync
    Query, // the server refused or broke off a statement
    Data, // a value cannot be read or written exactly
    Storage, // files: permission, disk full, broken record
    ForeignFolder, // the folder belongs to another server's table
    Locked, // another run holds the table
    Cancelled,
    Internal,
};

/// The name of a kind in JSON and logs, e.g. "not-tracked". Never localised.
QString errorKindName(ErrorKind kind);

/// A failure as a value. `text` is one or more whole sentences: what, why, what to do next.
struct SyncError {
    ErrorKind kind = ErrorKind::Internal;
    QString text;
    QString sqlState; // five characters, or empty
    int nativeCode = 0; // the server's or the driver's number, or 0
    bool retryable = false; // a fresh connection may succeed (change-tracking: transient errors)
    QString context; // the thing it happened to, e.g. "shop.dbo.orders" or a file path
    int retryAfterSeconds = 0; // the server's own wish, e.g. "Retry after 10 seconds" of 40501, or 0
    QString advice = {}; // the part of `text` that says what to do next, where it is known apart
};

/// The text without the advice in it: what happened, and why.
QString causeOf(const SyncError &error);

/// "text [SQLSTATE 42S02, error 208]", with the context in front unless the text names it.
QString describe(const SyncError &error);

} // namespace tidemark
