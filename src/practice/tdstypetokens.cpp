#include "tdstypetokens.h"

#include <algorithm>

namespace tidemark::practice {

namespace {

// SQL_Latin1_General_CP1_CI_AS, and a UTF-8 collation of the same locale.
constexpr quint8 latinCollation[collationSize]{ 0x09, 0x04, 0xD0, 0x00, 0x34 };
constexpr quint8 utf8Collation[collationSize]{ 0x09, 0x04, 0xD0, 0x04, 0x00 };
constexpr quint8 utf8Flag = 0x04; // in the fourth byte

WireType fixed(TypeId id, int length)
{
    return { { .id = id }, LengthForm::Fixed, length };
}

} // namespace

void writeSized(TdsWriter &out, quint8 token, quint8 size)
{
    out.u8(token);
    out.u8(size);
}

void writeCollation(TdsWriter &out, const SqlType &type)
{
    const quint8 *collation = type.utf8 ? utf8Collation : latinCollation;
    out.bytes(QByteArrayView(reinterpret_cast<const char *>(collation), collationSize));
}

bool readUtf8Flag(TdsReader &in)
{
    const QByteArrayView collation = in.bytes(collationSize);
    return !collation.isEmpty() && (static_cast<quint8>(collation[3]) & utf8Flag) != 0;
}

quint16 declaredBytes(const SqlType &type, int unit)
{
    return type.isMax() ? chunkedLength : static_cast<quint16>(std::clamp(type.length * unit, 1, 8000));
}

std::optional<WireType> readFixedType(quint8 token)
{
    switch (token) {
    case Null:
        return fixed(TypeId::Int, 0);
    case Int1:
        return fixed(TypeId::TinyInt, 1);
    case Bit:
        return fixed(TypeId::Bit, 1);
    case Int2:
        return fixed(TypeId::SmallInt, 2);
    case Int4:
        return fixed(TypeId::Int, 4);
    case Int8:
        return fixed(TypeId::BigInt, 8);
    case SmallDateTime:
        return fixed(TypeId::SmallDateTime, 4);
    case DateTime8:
        return fixed(TypeId::DateTime, 8);
    case Float4:
        return fixed(TypeId::Real, 4);
    case Float8:
        return fixed(TypeId::Float, 8);
    case Money4:
        return fixed(TypeId::SmallMoney, 4);
    case Money8:
        return fixed(TypeId::Money, 8);
    default:
        return std::nullopt;
    }
}

} // namespace tidemark::practice
