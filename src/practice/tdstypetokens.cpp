#include "tdstypetokens.h"

#include <algorithm>
#include <array>

namespace tidemark::practice {

namespace {

// SQL_Latin1_General_CP1_CI_AS, and a UTF-8 collation of the same locale.
constexpr quint8 latinCollation[collationSize]{ 0x09, 0x04, 0xD0, 0x00, 0x34 };
constexpr quint8 utf8Collation[collationSize]{ 0x09, 0x04, 0xD0, 0x04, 0x00 };
constexpr quint8 utf8Flag = 0x04; // in the fourth byte

constexpr std::array fixedTypes{
    FixedType{ TypeId::Bit, Bit, BitN, 1 },
    FixedType{ TypeId::TinyInt, Int1, IntN, 1 },
    FixedType{ TypeId::SmallInt, Int2, IntN, 2 },
    FixedType{ TypeId::Int, Int4, IntN, 4 },
    FixedType{ TypeId::BigInt, Int8, IntN, 8 },
    FixedType{ TypeId::Money, Money8, MoneyN, 8 },
    FixedType{ TypeId::SmallMoney, Money4, MoneyN, 4 },
    FixedType{ TypeId::Real, Float4, FloatN, 4 },
    FixedType{ TypeId::Float, Float8, FloatN, 8 },
    FixedType{ TypeId::DateTime, DateTime8, DateTimeN, 8 },
    FixedType{ TypeId::SmallDateTime, SmallDateTime, DateTimeN, 4 },
};

template <typename Condition>
const FixedType *findFixed(Condition condition)
{
    const auto *const found = std::find_if(fixedTypes.begin(), fixedTypes.end(), condition);
    return found == fixedTypes.end() ? nullptr : found;
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

const FixedType *fixedType(TypeId id)
{
    return findFixed([=](const FixedType &type) { return type.id == id; });
}

const FixedType *fixedType(quint8 token, int size)
{
    return findFixed([=](const FixedType &type) {
        return size == 0 ? type.token == token : type.nullableToken == token && type.size == size;
    });
}

} // namespace tidemark::practice
