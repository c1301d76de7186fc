#pragma once

#include "sqltype.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace tidemark::practice {

__extension__ typedef unsigned __int128 Magnitude; // 38 digits fit

/// value = (negative ? -1 : 1) * magnitude / 10^scale
struct DecimalValue {
    bool negative = false;
    Magnitude magnitude = 0;
    int scale = 0;
    bool operator==(const DecimalValue &) const = default;
};

/// Days since 0001-01-01 and 100 ns units since midnight; `offsetMinutes` for datetimeoffset, whose days and
/// ticks are those of the local time. A date has ticks 0, a time has days 0.
struct MomentValue {
    std::int32_t days = 0;
    std::int64_t ticks = 0;
    std::int16_t offsetMinutes = 0;
    bool operator==(const MomentValue &) const = default;
};

/// A guid in the order of its text: 00112233-4455-6677-8899-AABBCCDDEEFF is the bytes 00 11 22 33 ...
struct GuidValue {
    std::array<std::uint8_t, 16> bytes{};
    bool operator==(const GuidValue &) const = default;
};

struct VariantValue;

/// NULL is monostate. Integers and bit are qint64; money and smallmoney are DecimalValue of scale 4; real and
/// float are double; text of every kind and xml are QString; binary kinds and the bytes of CLR types are
/// QByteArray.
using SqlValue = std::variant<std::monostate, qint64, double, DecimalValue, MomentValue, GuidValue, QString,
    QByteArray, std::shared_ptr<const VariantValue>>;

/// What sits in a sql_variant cell: a value with its base type.
struct VariantValue {
    SqlType type;
    SqlValue value;
};

inline bool isNull(const SqlValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

using SqlRow = std::vector<SqlValue>;

} // namespace tidemark::practice
