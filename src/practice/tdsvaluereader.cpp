#include "codepage1252.h"
#include "decimalmath.h"
#include "sqlmoments.h"
#include "tdsvalues.h"
#include "tdsvariant.h"

#include <bit>
#include <cmath>

namespace tidemark::practice {

namespace {

constexpr quint16 nullShort = 0xFFFF;
constexpr quint32 nullLong = 0xFFFFFFFF;
constexpr quint64 nullChunked = 0xFFFFFFFFFFFFFFFF;

SqlValue readInteger(TdsReader &in, qsizetype size)
{
    switch (size) {
    case 1:
        return qint64(in.u8());
    case 2:
        return qint64(static_cast<qint16>(in.u16()));
    case 4:
        return qint64(static_cast<qint32>(in.u32()));
    default:
        return static_cast<qint64>(in.u64());
    }
}

SqlValue readFloat(TdsReader &in, qsizetype size)
{
    const double number =
        size == 4 ? double(std::bit_cast<float>(in.u32())) : std::bit_cast<double>(in.u64());
    if (!std::isfinite(number))
        in.fail();
    return number;
}

SqlValue readDecimal(TdsReader &in, const SqlType &type, qsizetype size)
{
    DecimalValue number{ in.u8() == 0, 0, type.scale };
    for (qsizetype i = 0; i < size - 1 && i < 16; ++i)
        number.magnitude |= Magnitude(in.u8()) << (8 * i);
    if (number.magnitude == 0)
        number.negative = false;
    if (!fitDecimal(number, type.precision, type.scale))
        in.fail();
    return number;
}

SqlValue readMoney(TdsReader &in, qsizetype size)
{
    qint64 units = 0;
    if (size == 4) {
        units = static_cast<qint32>(in.u32());
    } else {
        const quint64 high = in.u32();
        units = static_cast<qint64>(high << 32 | in.u32());
    }
    const auto bits = static_cast<quint64>(units);
    return DecimalValue{ units < 0, units < 0 ? 0 - bits : bits, 4 };
}

quint64 readLow(TdsReader &in, qsizetype size)
{
    quint64 number = 0;
    for (qsizetype i = 0; i < size && i < 8; ++i)
        number |= quint64(in.u8()) << (8 * i);
    return number;
}

qsizetype momentSize(const SqlType &type)
{
    switch (type.id) {
    case TypeId::Date:
        return 3;
    case TypeId::Time:
        return timeSize(type.scale);
    case TypeId::DateTime2:
        return timeSize(type.scale) + 3;
    case TypeId::DateTimeOffset:
        return timeSize(type.scale) + 5;
    case TypeId::SmallDateTime:
        return 4;
    default:
        return 8;
    }
}

SqlValue readMoment(TdsReader &in, const SqlType &type, qsizetype size)
{
    if (size != momentSize(type))
        in.fail();
    MomentValue moment;
    const auto ticks = [&](qsizetype bytes) {
        return std::int64_t(readLow(in, bytes) * ticksPerUnit(type.scale));
    };
    switch (type.id) {
    case TypeId::Date:
        moment.days = static_cast<std::int32_t>(readLow(in, 3));
        break;
    case TypeId::Time:
        moment.ticks = ticks(size);
        break;
    case TypeId::DateTime2:
        moment.ticks = ticks(size - 3);
        moment.days = static_cast<std::int32_t>(readLow(in, 3));
        break;
    case TypeId::DateTimeOffset:
        moment.ticks = ticks(size - 5);
        moment.days = static_cast<std::int32_t>(readLow(in, 3));
        moment = fromUtc(moment, static_cast<qint16>(in.u16()));
        break;
    case TypeId::SmallDateTime:
        moment.days = in.u16() + dayOf1900;
        moment.ticks = in.u16() * ticksPerMinute;
        break;
    default:
        moment.days = static_cast<std::int32_t>(static_cast<qint32>(in.u32()) + std::int64_t(dayOf1900));
        moment.ticks = ticksOfThreeHundredths(in.u32());
    }
    constexpr std::int32_t lastDay = 3652058; // 9999-12-31
    if (moment.days < 0 || moment.days > lastDay || moment.ticks < 0 || moment.ticks >= ticksPerDay)
        in.fail();
    return moment;
}

SqlValue readGuid(TdsReader &in)
{
    GuidValue guid;
    for (const int at : { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 })
        guid.bytes.at(static_cast<std::size_t>(at)) = in.u8();
    return guid;
}

QString decodeText(const SqlType &type, QByteArrayView bytes)
{
    switch (type.id) {
    case TypeId::NChar:
    case TypeId::NVarChar:
    case TypeId::NText:
        return fromUtf16(bytes);
    case TypeId::Xml: {
        const QString text = fromUtf16(bytes);
        return text.startsWith(QChar(QChar::ByteOrderMark)) ? text.sliced(1) : text;
    }
    default:
        return type.utf8 ? QString::fromUtf8(bytes) : fromCodePage1252(bytes);
    }
}

/// The value of `bytes`, which are those between the length and the next value.
SqlValue decode(const SqlType &type, QByteArrayView bytes, bool &ok)
{
    TdsReader in(bytes);
    SqlValue value;
    switch (type.id) {
    case TypeId::Bit:
        value = qint64(in.u8() != 0);
        break;
    case TypeId::TinyInt:
    case TypeId::SmallInt:
    case TypeId::Int:
    case TypeId::BigInt:
        value = readInteger(in, bytes.size());
        break;
    case TypeId::Decimal:
    case TypeId::Numeric:
        value = readDecimal(in, type, bytes.size());
        break;
    case TypeId::Money:
    case TypeId::SmallMoney:
        value = readMoney(in, bytes.size());
        break;
    case TypeId::Real:
    case TypeId::Float:
        value = readFloat(in, bytes.size());
        break;
    case TypeId::Date:
    case TypeId::Time:
    case TypeId::DateTime:
    case TypeId::SmallDateTime:
    case TypeId::DateTime2:
    case TypeId::DateTimeOffset:
        value = readMoment(in, type, bytes.size());
        break;
    case TypeId::UniqueIdentifier:
        value = readGuid(in);
        break;
    case TypeId::Binary:
    case TypeId::VarBinary:
    case TypeId::Image:
    case TypeId::RowVersion:
    case TypeId::HierarchyId:
    case TypeId::Geometry:
    case TypeId::Geography:
        return in.bytes(static_cast<quint64>(bytes.size())).toByteArray();
    default:
        return decodeText(type, bytes);
    }
    ok = in.ok() && in.atEnd();
    return value;
}

SqlValue readVariant(TdsReader &in)
{
    const quint32 size = in.u32();
    if (size == 0)
        return {};
    TdsReader content(in.bytes(size));
    const auto type = readVariantType(content);
    if (!type) {
        in.fail();
        return {};
    }
    bool ok = true;
    VariantValue variant{ *type,
        decode(*type, content.bytes(static_cast<quint64>(content.remaining())), ok) };
    if (!ok)
        in.refuse();
    return std::make_shared<const VariantValue>(std::move(variant));
}

/// Joins the chunks of a PLP value; nullopt is NULL.
std::optional<QByteArray> readChunks(TdsReader &in)
{
    if (in.u64() == nullChunked)
        return std::nullopt;
    QByteArray joined;
    while (const quint32 size = in.u32())
        joined.append(in.bytes(size));
    return joined;
}

std::optional<QByteArrayView> readShort(TdsReader &in)
{
    const quint16 size = in.u16();
    return size == nullShort ? std::nullopt : std::optional(in.bytes(size));
}

std::optional<QByteArrayView> readLong(TdsReader &in, TypePlace place)
{
    if (place == TypePlace::Column) {
        const quint8 pointer = in.u8();
        if (pointer == 0)
            return std::nullopt;
        in.bytes(pointer + 8U);
    }
    const quint32 size = in.u32();
    return size == nullLong ? std::nullopt : std::optional(in.bytes(size));
}

SqlValue decodeOrRefuse(TdsReader &in, const SqlType &type, QByteArrayView bytes)
{
    bool ok = true;
    SqlValue value = decode(type, bytes, ok);
    if (!ok)
        in.refuse();
    return value;
}

} // namespace

SqlValue readValue(TdsReader &in, const WireType &wire, TypePlace place)
{
    std::optional<QByteArrayView> bytes;
    std::optional<QByteArray> joined;
    switch (wire.form) {
    case LengthForm::Fixed:
        if (wire.fixedLength > 0)
            bytes = in.bytes(static_cast<quint64>(wire.fixedLength));
        break;
    case LengthForm::Byte:
        if (const quint8 size = in.u8(); size > 0)
            bytes = in.bytes(size);
        break;
    case LengthForm::Short:
        bytes = readShort(in);
        break;
    case LengthForm::Long:
        bytes = readLong(in, place);
        break;
    case LengthForm::Chunked:
        joined = readChunks(in);
        if (joined)
            bytes = *joined;
        break;
    case LengthForm::Variant:
        return readVariant(in);
    }
    return bytes && in.ok() ? decodeOrRefuse(in, wire.type, *bytes) : SqlValue();
}

} // namespace tidemark::practice
