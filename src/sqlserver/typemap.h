#pragma once

#include "result.h"
#include "rowblock.h"
#include "tableschema.h"

#include <QString>

namespace tidemark {

/// How a column is read so that both ODBC drivers give the same bytes: the expression to select, and the
/// memory of its cells.
struct ColumnPlan {
    QString expression;
    BlockColumn column;

    bool operator==(const ColumnPlan &) const = default;
};

/// `value` is the T-SQL that names the column's value, e.g. "[price]" or "COALESCE(t.[id], ct.[key1])".
/// Numbers, dates, guids, text and bytes come as they are. What drivers spell in their own ways is converted
/// by the server, without loss: sql_variant, hierarchyid, xml, json and vector to text; geometry, geography
/// and other CLR types to the bytes of their serialisation, which hold Z, M, SRID and every bit of a
/// coordinate. Fails with Data for a type that is not known.
[[nodiscard]] Result<ColumnPlan> planColumn(const ColumnInfo &column, const QString &value);

/// The name under which the catalog's types reach ColumnInfo::sqlType. `typeName` and `baseTypeName` are the
/// names of user_type_id and system_type_id in sys.types, null where there is none. A user's CLR type is
/// "clr NAME", an Always Encrypted column "encrypted NAME", an alias type its base.
QString sqlTypeName(const QString &typeName, const QString &baseTypeName, bool userDefined, bool encrypted);

} // namespace tidemark
