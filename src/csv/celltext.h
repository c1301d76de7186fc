#pragma once

#include "cellvalues.h"

#include <QChar>
#include <QtGlobal>

#include <cstddef>
#include <span>

// Values as text, written by hand: no locale, no time zone, no allocation. Each function writes at `out`,
// which must have room, and returns the end of what it wrote.
namespace tidemark {

/// Room that every function without a length of its own needs at most.
constexpr qsizetype longestFixedCell = 48;

char16_t *putInteger(char16_t *out, qint64 value);

/// The shortest digits that read back to the same bits; plain (`0.1`, `-0`, `100000`) from 0.0001 up to below
/// 1e16, else with an exponent of at least two digits (`1e-05`, `1.5e+20`). The same for both sizes.
char16_t *putFloat(char16_t *out, float value, char16_t decimalMark);
char16_t *putFloat(char16_t *out, double value, char16_t decimalMark);

/// ASCII digits as they come, the point replaced. Needs room for digits.size().
char16_t *putDecimal(char16_t *out, std::span<const char> digits, char16_t decimalMark);

/// 0001-01-01
char16_t *putDate(char16_t *out, const DateCell &date);
/// 23:59:59.9999999, with `scale` digits after the point
char16_t *putTime(char16_t *out, const TimeCell &time, int scale);
/// 2026-01-31 23:59:59.999
char16_t *putTimestamp(char16_t *out, const TimestampCell &time, int scale, char16_t separator);
/// 2026-01-31 23:59:59.999 -05:30; without the second blank when the separator is not a blank, as in ISO 8601
char16_t *putTimestampOffset(char16_t *out, const TimestampOffsetCell &time, int scale, char16_t separator);

/// 6F9619FF-8B86-D011-B42D-00C04FC964FF
char16_t *putGuid(char16_t *out, const GuidCell &guid, bool lowerCase);
/// Two upper-case digits a byte. Needs room for 2 * bytes.size().
char16_t *putHex(char16_t *out, std::span<const std::byte> bytes);
/// Four characters for each three bytes, the last four padded. Needs room for 4 * (bytes.size() / 3 + 1).
char16_t *putBase64(char16_t *out, std::span<const std::byte> bytes);

} // namespace tidemark
