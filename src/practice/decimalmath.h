#pragma once

#include "sqltype.h"
#include "sqlvalue.h"

#include <QString>

#include <optional>

namespace tidemark::practice {

/// Exact arithmetic on decimals of up to 38 digits. Nothing = the result does not fit into the type asked
/// for.

/// The value at another scale, rounded half away from zero (or cut), within `precision` digits.
std::optional<DecimalValue> fitDecimal(DecimalValue value, int precision, int scale, bool cut = false);

std::optional<DecimalValue> addDecimals(DecimalValue left, DecimalValue right, const SqlType &result);
std::optional<DecimalValue> multiplyDecimals(
    const DecimalValue &left, const DecimalValue &right, const SqlType &result);
/// `right` is not 0. The quotient is cut, not rounded.
std::optional<DecimalValue> divideDecimals(
    const DecimalValue &left, const DecimalValue &right, const SqlType &result);
std::optional<DecimalValue> decimalRemainder(DecimalValue left, DecimalValue right, const SqlType &result);

/// -1, 0, 1
int compareDecimals(DecimalValue left, DecimalValue right);

DecimalValue decimalOfInteger(qint64 value);
/// The whole part, or nothing outside 64 bits.
std::optional<qint64> wholePart(const DecimalValue &value);
/// 17 digits of the double are meant; nothing when 38 are not enough.
std::optional<DecimalValue> decimalOfDouble(double value, int precision, int scale);
double doubleOfDecimal(const DecimalValue &value);
QString decimalText(const DecimalValue &value); // all digits of the scale

} // namespace tidemark::practice
