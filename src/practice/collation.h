#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace tidemark::practice {

/// How texts compare, as far as this server tells collations apart.
struct Collation {
    bool caseSensitive = false;
    bool accentSensitive = true;
    bool binary = false; // _BIN, _BIN2: by code point, nothing else
    bool utf8 = false; // char and varchar hold UTF-8

    bool operator==(const Collation &) const = default;
};

/// The collation of an SQL Server name such as Latin1_General_100_CI_AS_SC_UTF8.
std::optional<Collation> collationByName(const QString &name);

/// SQL Server's name for it, e.g. for sys.columns.
QString collationName(const Collation &collation);

/// The name under which SQLite knows it: columns of tables and indexes are declared with it.
QString sqliteCollation(const Collation &collation);

/// Below, equal or above 0 for two stored texts (storedvalue.h). Trailing blanks do not count.
int compareStoredText(QByteArrayView left, QByteArrayView right, const Collation &collation);
int compareText(const QString &left, const QString &right, const Collation &collation);

} // namespace tidemark::practice
