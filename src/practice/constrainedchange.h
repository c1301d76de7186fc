#pragma once

#include "constraintcheck.h"
#include "sessionschema.h"
#include "translatedselect.h"

namespace tidemark::practice {

/// Applies temp.taken_rows to a table through a RowWriter and keeps the constraints: CHECK, FOREIGN KEY, and
/// what foreign keys do to the rows that refer to a key that goes or changes. Lives for one statement.
class ConstrainedChange {
public:
    using Kind = TranslatedChange::Kind;

    ConstrainedChange(
        SessionCore &core, SessionSchema::Found found, Kind kind, const std::optional<QByteArray> &context);

    /// `columns` are indexes of the table's columns, filled in temp.taken_rows. The count of its rows.
    SqlResult<qint64> run(const QList<int> &columns);

private:
    /// A foreign key whose parents have changed; `keys` holds these as they were, with their rowid as r.
    struct Reference {
        CatalogTablePtr child;
        CatalogForeignKey key;
        CatalogTablePtr parent;
        QString keys;
    };

    SqlResult<qint64> apply(Kind kind, const CatalogTablePtr &table, const QList<int> &columns);
    SqlResult<qint64> write(Kind kind, const CatalogTablePtr &table, const QList<int> &columns);
    SqlStatus checkRows(Kind kind, const CatalogTable &table, const QList<int> &columns);
    QList<Reference> referencesTo(Kind kind, const CatalogTablePtr &table, const QList<int> &columns) const;
    SqlStatus noteKeys(const CatalogTable &table, QList<Reference> &references);
    SqlStatus follow(Kind kind, const Reference &reference);
    SqlResult<QString> newValue(const Reference &reference, ast::ReferenceAction action, int index) const;

    SessionCore &m_core;
    const SessionSchema::Found m_found;
    const Kind m_kind;
    const std::optional<QByteArray> m_context;
    ConstraintCheck m_check;
    QList<Reference> m_unsettled; // NO ACTION: looked at when all else is done
    int m_keyTables = 0;
};

} // namespace tidemark::practice
