#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tidemark::practice {

struct Token;

/// The value and type of a number as it is written: int, numeric, float or money. Errors: 1007, 8115.
[[nodiscard]] SqlResult<VariantValue> numberLiteral(const Token &token);

/// Turns the sign of a number; false for everything else.
bool negateLiteral(SqlValue &value);

SqlType textLiteralType(const QString &text, bool national);

QByteArray binaryLiteral(const QString &digits); // an odd number of them has a 0 in front
SqlType binaryLiteralType(const QString &digits);

/// Digits with at most one point; nothing on more than 38 digits or other characters. The scale is the
/// number of digits behind the point.
std::optional<DecimalValue> parseDecimal(QStringView text);

/// The digits without a sign, at least one.
QString magnitudeText(Magnitude magnitude);

} // namespace tidemark::practice
