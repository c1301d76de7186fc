#pragma once

#include "tableref.h"

#include <QList>
#include <QString>

#include <optional>

namespace tidemark {

/// One table as lists show it. Sizes are the server's own estimates; none when they may not be seen.
struct CatalogTable {
    TableRef table;
    bool tracked = false;
    bool hasKey = false;
    std::optional<qint64> rowEstimate;
    std::optional<qint64> sizeBytes;
    bool canSelect = true; // as far as the server can tell
    bool canViewChanges = true; // VIEW CHANGE TRACKING

    bool operator==(const CatalogTable &) const = default;
};

/// One database as lists show it.
struct CatalogDatabase {
    QString name;
    bool accessible = true; // the login may open it
    bool tracked = false;

    bool operator==(const CatalogDatabase &) const = default;
};

/// One timed step of a connection test or readiness check, with what to do when it went wrong.
enum class CheckOutcome { Good, Warning, Bad };

struct CheckStep {
    QString name; // "connect", "log in", "change tracking of shop"
    CheckOutcome outcome = CheckOutcome::Good;
    QString text; // what was found, a whole sentence
    QString remedy; // T-SQL or advice; empty when nothing is to be done
    double seconds = 0;

    bool operator==(const CheckStep &) const = default;
};

} // namespace tidemark
