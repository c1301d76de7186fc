#include "tdsvariant.h"

#include "tdstypetokens.h"

namespace tidemark::practice {

namespace {

std::optional<SqlType> readText(quint8 token, TdsReader &properties)
{
    const bool wide = token == NVarChar || token == NChar;
    const bool utf8 = readUtf8Flag(properties) && !wide;
    const int size = properties.u16();
    const TypeId id = token == VarChar ? TypeId::VarChar
        : token == Char                ? TypeId::Char
        : token == NVarChar            ? TypeId::NVarChar
                                       : TypeId::NChar;
    return SqlType{ .id = id, .length = wide ? size / 2 : size, .utf8 = utf8 };
}

std::optional<SqlType> readScaled(TypeId id, TdsReader &properties)
{
    const int scale = properties.u8();
    return scale <= 7 ? std::optional(SqlType{ .id = id, .scale = scale }) : std::nullopt;
}

std::optional<SqlType> readDecimal(TypeId id, TdsReader &properties)
{
    const int precision = properties.u8();
    const int scale = properties.u8();
    if (precision < 1 || precision > 38 || scale > precision)
        return std::nullopt;
    return SqlType{ .id = id, .precision = precision, .scale = scale };
}

std::optional<SqlType> readProperties(quint8 token, TdsReader &properties)
{
    switch (token) {
    case Guid:
        return SqlType{ .id = TypeId::UniqueIdentifier };
    case DateN:
        return SqlType{ .id = TypeId::Date };
    case TimeN:
        return readScaled(TypeId::Time, properties);
    case DateTime2N:
        return readScaled(TypeId::DateTime2, properties);
    case DateTimeOffsetN:
        return readScaled(TypeId::DateTimeOffset, properties);
    case VarBinary:
        return SqlType{ .id = TypeId::VarBinary, .length = properties.u16() };
    case Binary:
        return SqlType{ .id = TypeId::Binary, .length = properties.u16() };
    case DecimalN:
        return readDecimal(TypeId::Decimal, properties);
    case NumericN:
        return readDecimal(TypeId::Numeric, properties);
    case VarChar:
    case Char:
    case NVarChar:
    case NChar:
        return readText(token, properties);
    default:
        break;
    }
    const FixedType *fixed = fixedType(token, 0);
    return fixed ? std::optional(SqlType{ .id = fixed->id }) : std::nullopt;
}

} // namespace

void writeVariantType(TdsWriter &out, const SqlType &type)
{
    const auto bare = [&out](quint8 token) { writeSized(out, token, 0); };
    const auto scaled = [&](quint8 token) {
        writeSized(out, token, 1);
        out.u8(static_cast<quint8>(type.scale));
    };
    const auto decimal = [&](quint8 token) {
        writeSized(out, token, 2);
        out.u8(static_cast<quint8>(type.precision));
        out.u8(static_cast<quint8>(type.scale));
    };
    const auto text = [&](quint8 token, int unit) {
        writeSized(out, token, 7);
        writeCollation(out, type);
        out.u16(declaredBytes(type, unit));
    };
    const auto binary = [&](quint8 token) {
        writeSized(out, token, 2);
        out.u16(type.id == TypeId::RowVersion ? 8 : declaredBytes(type, 1));
    };
    if (const FixedType *fixed = fixedType(type.id))
        return bare(fixed->token);
    switch (type.id) {
    case TypeId::UniqueIdentifier:
        return bare(Guid);
    case TypeId::Date:
        return bare(DateN);
    case TypeId::Time:
        return scaled(TimeN);
    case TypeId::DateTime2:
        return scaled(DateTime2N);
    case TypeId::DateTimeOffset:
        return scaled(DateTimeOffsetN);
    case TypeId::Decimal:
        return decimal(DecimalN);
    case TypeId::Numeric:
        return decimal(NumericN);
    case TypeId::Char:
        return text(Char, 1);
    case TypeId::VarChar:
        return text(VarChar, 1);
    case TypeId::NChar:
        return text(NChar, 2);
    case TypeId::NVarChar:
        return text(NVarChar, 2);
    case TypeId::Binary:
    case TypeId::RowVersion:
        return binary(Binary);
    default:
        return binary(VarBinary);
    }
}

std::optional<SqlType> readVariantType(TdsReader &in)
{
    const quint8 token = in.u8();
    TdsReader properties(in.bytes(in.u8()));
    const auto type = readProperties(token, properties);
    return in.ok() && properties.ok() ? type : std::nullopt;
}

} // namespace tidemark::practice
