#pragma once

#include "sqlitestatement.h"
#include "sqlresult.h"
#include "translatedselect.h"

#include <QStringList>

namespace tidemark::practice {

class SessionCore;

/// Puts the rows of one CHANGETABLE into its temporary table, in one read of the tracked changes. Changes of
/// a transaction that has not committed have no version yet and are not seen.
class ChangeTableReader {
public:
    ChangeTableReader(SessionCore &core, const ChangePart &part, const QStringList &variables);

    SqlStatus fill();

private:
    SqlStatus makeTable() const;
    SqlStatus fillChanges();
    SqlStatus foldInto(SqliteStatement &entries, SqliteStatement &insert) const;
    SqlStatus fillVersion() const;
    SqlResult<std::optional<qint64>> since() const;

    SessionCore &m_core;
    const ChangePart &m_part;
    const QStringList &m_variables;
    QString m_log; // the table of changes
    QString m_prefix;
    QStringList m_keyNames; // k1, k2 ...
};

} // namespace tidemark::practice
