#include "codepage1252.h"
#include "sqlmoments.h"
#include "tdsvalues.h"
#include "tdsvariant.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tidemark::practice {

namespace {

// Units of text in one PLP chunk: small enough to leave the buffer soon, large enough to cost nothing.
constexpr qsizetype chunkUnits = 16'384;
constexpr quint64 nullChunked = 0xFFFFFFFFFFFFFFFF;

bool isWide(TypeId id)
{
    return id == TypeId::NChar || id == TypeId::NVarChar || id == TypeId::NText || id == TypeId::Xml;
}

bool isBinary(TypeId id)
{
    switch (id) {
    case TypeId::Binary:
    case TypeId::VarBinary:
    case TypeId::Image:
    case TypeId::RowVersion:
    case TypeId::HierarchyId:
    case TypeId::Geometry:
    case TypeId::Geography:
        return true;
    default:
        return false;
    }
}

bool isText(TypeId id)
{
    switch (id) {
    case TypeId::Char:
    case TypeId::VarChar:
    case TypeId::Text:
        return true;
    default:
        return isWide(id);
    }
}

qint64 integerOf(const SqlValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *number = std::get_if<double>(&value))
        return std::abs(*number) < 9.2e18 ? static_cast<qint64>(*number) : 0;
    if (const auto *number = std::get_if<DecimalValue>(&value)) {
        const auto magnitude = static_cast<qint64>(rescaled(*number, 0).magnitude);
        return number->negative ? -magnitude : magnitude;
    }
    return 0;
}

DecimalValue decimalOf(const SqlValue &value, int scale)
{
    if (const auto *number = std::get_if<DecimalValue>(&value))
        return rescaled(*number, scale);
    const qint64 whole = integerOf(value);
    const auto magnitude = static_cast<quint64>(whole);
    return rescaled({ whole < 0, whole < 0 ? Magnitude(0 - magnitude) : Magnitude(magnitude), 0 }, scale);
}

double doubleOf(const SqlValue &value)
{
    const auto *number = std::get_if<double>(&value);
    return number ? *number : static_cast<double>(integerOf(value));
}

template <typename Value>
const Value &partOf(const SqlValue &value)
{
    static const Value none{};
    const auto *part = std::get_if<Value>(&value);
    return part ? *part : none;
}

/// Text or binary of any kind as the bytes of a binary column.
QByteArray bytesOf(const SqlValue &value)
{
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return *bytes;
    TdsWriter units;
    units.utf16(partOf<QString>(value));
    return units.data();
}

QString textOf(const SqlValue &value)
{
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return fromCodePage1252(*bytes);
    return partOf<QString>(value);
}

void writeDecimal(TdsWriter &out, const SqlType &type, const SqlValue &value)
{
    const DecimalValue number = decimalOf(value, type.scale);
    out.u8(number.negative ? 0 : 1);
    const int size = magnitudeSize(type.precision);
    out.low(static_cast<quint64>(number.magnitude), std::min(size, 8));
    if (size > 8)
        out.low(static_cast<quint64>(number.magnitude >> 64), size - 8);
}

void writeMoney(TdsWriter &out, bool small, const SqlValue &value)
{
    const DecimalValue number = decimalOf(value, 4);
    auto units = static_cast<quint64>(number.magnitude);
    if (number.negative)
        units = 0 - units;
    if (!small)
        out.u32(static_cast<quint32>(units >> 32));
    out.u32(static_cast<quint32>(units));
}

void writeMoment(TdsWriter &out, const SqlType &type, const MomentValue &moment)
{
    const auto ticks = [&](const MomentValue &of) {
        out.low(static_cast<quint64>(of.ticks) / ticksPerUnit(type.scale), timeSize(type.scale));
    };
    const auto days = [&](const MomentValue &of) { out.low(static_cast<quint64>(of.days), 3); };
    switch (type.id) {
    case TypeId::Date:
        return days(moment);
    case TypeId::Time:
        return ticks(moment);
    case TypeId::DateTime2:
        ticks(moment);
        return days(moment);
    case TypeId::DateTimeOffset: {
        const MomentValue utc = toUtc(moment);
        ticks(utc);
        days(utc);
        return out.u16(static_cast<quint16>(moment.offsetMinutes));
    }
    case TypeId::SmallDateTime:
        out.u16(static_cast<quint16>(moment.days - dayOf1900));
        return out.u16(static_cast<quint16>(moment.ticks / ticksPerMinute));
    default:
        out.u32(static_cast<quint32>(moment.days - dayOf1900));
        return out.u32(threeHundredths(moment.ticks));
    }
}

void writeGuid(TdsWriter &out, const GuidValue &guid)
{
    for (const int at : { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 })
        out.u8(guid.bytes.at(static_cast<std::size_t>(at)));
}

/// Text in the encoding of its column.
void writeText(TdsWriter &out, const SqlType &type, QStringView text)
{
    if (isWide(type.id))
        return out.utf16(text);
    if (type.utf8)
        return out.bytes(text.toUtf8());
    QByteArray bytes(text.size(), Qt::Uninitialized);
    toCodePage1252(text, bytes.data());
    out.bytes(bytes);
}

/// A char, nchar or their var forms: cut to the declared length, padded where the type pads.
void writeShortText(TdsWriter &out, const SqlType &type, const QString &text)
{
    const qsizetype start = out.size();
    const bool wide = isWide(type.id);
    const qsizetype length = type.length > 0 ? type.length : text.size();
    if (!wide && type.utf8)
        out.bytes(text.toUtf8().left(length));
    else
        writeText(out, type, QStringView(text).left(length));
    const qsizetype missing = length - (out.size() - start) / (wide ? 2 : 1);
    if (type.id == TypeId::Char && missing > 0)
        out.fill(missing, ' ');
    if (type.id == TypeId::NChar && missing > 0)
        out.utf16(QString(missing, u' '));
}

void writeShortBinary(TdsWriter &out, const SqlType &type, const SqlValue &value)
{
    const QByteArray bytes = bytesOf(value);
    const qsizetype length = type.id == TypeId::RowVersion ? 8 : type.length > 0 ? type.length : bytes.size();
    const QByteArray taken = bytes.left(length);
    out.bytes(taken);
    if (type.id != TypeId::VarBinary)
        out.fill(length - taken.size(), '\0');
}

/// The bytes of a value without its length: what stands in a sql_variant too.
void writeContent(TdsWriter &out, const SqlType &type, const SqlValue &value)
{
    switch (type.id) {
    case TypeId::Bit:
        return out.u8(integerOf(value) != 0);
    case TypeId::TinyInt:
        return out.u8(static_cast<quint8>(integerOf(value)));
    case TypeId::SmallInt:
        return out.u16(static_cast<quint16>(integerOf(value)));
    case TypeId::Int:
        return out.u32(static_cast<quint32>(integerOf(value)));
    case TypeId::BigInt:
        return out.u64(static_cast<quint64>(integerOf(value)));
    case TypeId::Decimal:
    case TypeId::Numeric:
        return writeDecimal(out, type, value);
    case TypeId::Money:
        return writeMoney(out, false, value);
    case TypeId::SmallMoney:
        return writeMoney(out, true, value);
    case TypeId::Real:
        return out.u32(std::bit_cast<quint32>(static_cast<float>(doubleOf(value))));
    case TypeId::Float:
        return out.u64(std::bit_cast<quint64>(doubleOf(value)));
    case TypeId::UniqueIdentifier:
        return writeGuid(out, partOf<GuidValue>(value));
    case TypeId::Char:
    case TypeId::VarChar:
    case TypeId::NChar:
    case TypeId::NVarChar:
        return writeShortText(out, type, textOf(value));
    case TypeId::Binary:
    case TypeId::VarBinary:
    case TypeId::RowVersion:
        return writeShortBinary(out, type, value);
    default:
        return writeMoment(out, type, partOf<MomentValue>(value));
    }
}

/// The number of bytes that writeText() makes of a text.
quint64 encodedSize(const SqlType &type, QStringView text)
{
    if (isWide(type.id))
        return static_cast<quint64>(text.size()) * 2;
    return static_cast<quint64>(type.utf8 ? utf8Size(text) : text.size());
}

/// Calls `write` for pieces of a text that do not cut a surrogate pair.
template <typename Write>
void inPieces(QStringView text, Write write)
{
    while (!text.isEmpty()) {
        qsizetype size = std::min(text.size(), chunkUnits);
        if (size < text.size() && text[size - 1].isHighSurrogate())
            --size;
        write(text.left(size));
        text = text.sliced(size);
    }
}

void writeChunkedText(TdsWriter &out, const SqlType &type, QStringView text)
{
    out.u64(encodedSize(type, text));
    inPieces(text, [&](QStringView piece) {
        const qsizetype at = out.size();
        out.u32(0);
        writeText(out, type, piece);
        out.patchU32(at, static_cast<quint32>(out.size() - at - 4));
        out.spill();
    });
    out.u32(0);
}

void writeChunkedBytes(TdsWriter &out, QByteArrayView bytes)
{
    out.u64(static_cast<quint64>(bytes.size()));
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min(bytes.size(), chunkUnits));
        out.u32(static_cast<quint32>(piece.size()));
        out.bytes(piece);
        out.spill();
        bytes = bytes.sliced(piece.size());
    }
    out.u32(0);
}

void writeChunked(TdsWriter &out, const SqlType &type, const SqlValue &value)
{
    if (isNull(value))
        return out.u64(nullChunked);
    if (isText(type.id)) {
        if (const auto *text = std::get_if<QString>(&value))
            return writeChunkedText(out, type, *text);
        return writeChunkedText(out, type, textOf(value));
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return writeChunkedBytes(out, *bytes);
    writeChunkedBytes(out, bytesOf(value));
}

/// text, ntext and image: a text pointer and a time stamp, which clients read over, then the bytes.
void writeLong(TdsWriter &out, const SqlType &type, const SqlValue &value)
{
    if (isNull(value))
        return out.u8(0);
    out.u8(16);
    out.fill(16 + 8, '\1');
    if (isBinary(type.id)) {
        const QByteArray bytes = bytesOf(value);
        out.u32(static_cast<quint32>(bytes.size()));
        return out.bytes(bytes);
    }
    const QString text = textOf(value);
    out.u32(static_cast<quint32>(encodedSize(type, text)));
    inPieces(text, [&](QStringView piece) {
        writeText(out, type, piece);
        out.spill();
    });
}

void writeVariant(TdsWriter &out, const SqlValue &value)
{
    const auto *variant = std::get_if<std::shared_ptr<const VariantValue>>(&value);
    if (!variant || !*variant || isNull((*variant)->value))
        return out.u32(0);
    const qsizetype at = out.size();
    out.u32(0);
    writeVariantType(out, (*variant)->type);
    writeContent(out, (*variant)->type, (*variant)->value);
    out.patchU32(at, static_cast<quint32>(out.size() - at - 4));
}

} // namespace

void writeValue(TdsWriter &out, const SqlType &type, const SqlValue &value, bool nullable)
{
    const qsizetype at = out.size();
    switch (lengthForm(type, nullable)) {
    case LengthForm::Fixed:
        return writeContent(out, type, value);
    case LengthForm::Byte:
        out.u8(0);
        if (isNull(value))
            return;
        writeContent(out, type, value);
        return out.patchU8(at, static_cast<quint8>(out.size() - at - 1));
    case LengthForm::Short:
        if (isNull(value))
            return out.u16(0xFFFF);
        out.u16(0);
        writeContent(out, type, value);
        return out.patchU16(at, static_cast<quint16>(out.size() - at - 2));
    case LengthForm::Long:
        return writeLong(out, type, value);
    case LengthForm::Chunked:
        return writeChunked(out, type, value);
    case LengthForm::Variant:
        return writeVariant(out, value);
    }
}

} // namespace tidemark::practice
