#pragma once

#include "sqltype.h"
#include "sqlvalue.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

struct sqlite3_context;
struct sqlite3_stmt;
struct sqlite3_value;

namespace tidemark::practice {

/// How a value of a type lies in SQLite. The order of the stored form is the order of SQL Server, so
/// comparisons, keys, indexes, ORDER BY, MIN and MAX are SQLite's own. Columns are declared without a type
/// (no affinity); the databases are UTF-8.
///
///   bit, tinyint, smallint, int, bigint   INTEGER
///   decimal, numeric up to 18 digits      INTEGER, value * 10^scale
///   decimal, numeric above                BLOB of 16 bytes: value * 10^scale + 2^127, big-endian
///   money, smallmoney                     INTEGER, value * 10^4
///   real, float                           REAL
///   date                                  INTEGER, days since 0001-01-01
///   time                                  INTEGER, 100 ns units since midnight
///   datetime, smalldatetime, datetime2    INTEGER, 100 ns units since 0001-01-01
///   datetimeoffset                        BLOB of 10 bytes: the UTC instant in 100 ns units, then the offset
///                                         in minutes + 2^15, both big-endian; equal instants share 8 bytes
///   char types, text, xml                 TEXT: UTF-8, unpaired surrogates as three bytes (WTF-8), NUL and
///                                         U+FEFF as they are; compared by the column's collation
///   binary types, rowversion, CLR types   BLOB
///   uniqueidentifier                      BLOB of 16 bytes in SQL Server's order of comparison
///   sql_variant                           BLOB: the base type, then the stored form; no order
///
/// A value must be of its type already (scale, length, kind): conversion.h converts.
void bindStored(sqlite3_stmt *statement, int index, const SqlValue &value, const SqlType &type);
void resultStored(sqlite3_context *context, const SqlValue &value, const SqlType &type);
SqlValue storedColumn(sqlite3_stmt *statement, int column, const SqlType &type);
SqlValue storedValue(sqlite3_value *value, const SqlType &type);

/// The value as an SQLite literal, e.g. X'00FF' or 42.
QString storedLiteral(const SqlValue &value, const SqlType &type);

QByteArray encodeText(const QString &text);
QString decodeText(QByteArrayView bytes);

} // namespace tidemark::practice
