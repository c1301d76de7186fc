#pragma once

#include "sqlresult.h"
#include "sqltype.h"

#include <QString>

namespace tidemark::practice {

/// The type to which both sides of a comparison and all values of CASE, COALESCE and UNION are converted:
/// by SQL Server's order of precedence. Errors 206, 402.
[[nodiscard]] SqlResult<SqlType> commonType(const SqlType &left, const SqlType &right);

/// The type of left + right and so on for + - * / %. Text with text is a concatenation. Errors 402, 8117.
[[nodiscard]] SqlResult<SqlType> arithmeticType(QChar operation, const SqlType &left, const SqlType &right);

/// The decimal that holds every value of a number type exactly; `type` for what is none.
SqlType asDecimal(const SqlType &type);

/// The varchar, nvarchar or varbinary that holds the values of a type of fixed length.
SqlType asVarying(const SqlType &type, int length);
/// Its longest form that is not max.
int longestLength(const SqlType &type);
SqlType sumOfLengths(const SqlType &left, const SqlType &right);

/// What a parameter is taken for that is compared with `type` in other ways than by =.
SqlType widestType(const SqlType &type);

/// "add", "subtract" ... as error texts call the operators.
QString operationName(const QString &operation);

} // namespace tidemark::practice
