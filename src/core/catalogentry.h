#pragma once

#include "tableref.h"

#include <QList>
#include <QString>
#include <QStringList>

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

/// A statement for whoever administers the server, that mends what a check found.
struct RepairStatement {
    QString purpose; // what it is for, a whole sentence
    QString sql; // for the database of its step, with quoted names
    QString caution = {}; // why nobody should run it unread; empty: nothing speaks against it
    TableRef unseenTable = {}; // what it is about, when nobody could see whether there is such a table

    bool operator==(const RepairStatement &) const = default;
};

/// One timed step of a connection test or readiness check, with what to do when it went wrong.
enum class CheckOutcome { Good, Warning, Bad };

struct CheckStep {
    QString name; // "connect", "log in", "retention"
    CheckOutcome outcome = CheckOutcome::Good;
    QString text; // what was found, a whole sentence
    QString advice; // what to do where no T-SQL helps; empty when nothing is to be done
    double seconds = 0;
    TableRef subject = {}; // the database or the table that it is about; empty: the connection
    QString why = {}; // why it matters, a whole sentence
    QList<RepairStatement> repairs = {};

    /// "shop" or "shop.dbo.orders"; empty when it is about the connection.
    QString place() const { return subject.table.isEmpty() ? subject.database : subject.display(); }
    /// The statements of the repairs, a line each.
    QString statements() const
    {
        QStringList lines;
        for (const RepairStatement &repair : repairs)
            lines += repair.sql;
        return lines.join(u'\n');
    }
    /// What to do, be it statements or advice.
    QString remedy() const { return repairs.isEmpty() ? advice : statements(); }

    bool operator==(const CheckStep &) const = default;
};

} // namespace tidemark
