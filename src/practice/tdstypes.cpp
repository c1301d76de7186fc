#include "tdstypes.h"

#include "tdstypetokens.h"

namespace tidemark::practice {

namespace {

void writeDecimal(TdsWriter &out, quint8 token, const SqlType &type)
{
    out.u8(token);
    out.u8(static_cast<quint8>(magnitudeSize(type.precision) + 1));
    out.u8(static_cast<quint8>(type.precision));
    out.u8(static_cast<quint8>(type.scale));
}

void writeString(TdsWriter &out, quint8 token, const SqlType &type, int unit)
{
    out.u8(token);
    out.u16(declaredBytes(type, unit));
    writeCollation(out, type);
}

void writeLong(TdsWriter &out, quint8 token, const SqlType &type, TypePlace place)
{
    out.u8(token);
    out.u32(token == NText ? 0x7FFFFFFE : 0x7FFFFFFF);
    if (token != Image)
        writeCollation(out, type);
    if (place == TypePlace::Column) { // the table's name, in one part without text
        out.u8(1);
        out.u16(0);
    }
}

void writeClr(TdsWriter &out, QStringView name, TypePlace place)
{
    out.u8(Udt);
    if (place == TypePlace::Column)
        out.u16(name == QStringView(u"hierarchyid") ? 892 : chunkedLength);
    out.bVarchar({});
    out.bVarchar(u"sys");
    out.bVarchar(name);
    if (place == TypePlace::Column) {
        const bool hierarchy = name == QStringView(u"hierarchyid");
        const QString className = hierarchy    ? QStringLiteral("SqlHierarchyId")
            : name == QStringView(u"geometry") ? QStringLiteral("SqlGeometry")
                                               : QStringLiteral("SqlGeography");
        out.usVarchar(QStringLiteral("Microsoft.SqlServer.Types.") + className
            + QStringLiteral(", Microsoft.SqlServer.Types, Version=11.0.0.0, Culture=neutral, "
                             "PublicKeyToken=89845dcd8080cc91"));
    }
}

WireType byLength(TypeId id, int scale = 0)
{
    return { { .id = id, .scale = scale }, LengthForm::Byte };
}

std::optional<WireType> readNullable(TdsReader &in, quint8 token)
{
    const int size = in.u8();
    const FixedType *fixed = size > 0 ? fixedType(token, size) : nullptr;
    return fixed ? std::optional(byLength(fixed->id)) : std::nullopt;
}

std::optional<WireType> readFixed(quint8 token)
{
    if (token == Null)
        return WireType{};
    const FixedType *fixed = fixedType(token, 0);
    return fixed ? std::optional(WireType{ { .id = fixed->id }, LengthForm::Fixed, fixed->size })
                 : std::nullopt;
}

std::optional<WireType> readScaled(TdsReader &in, TypeId id)
{
    const int scale = in.u8();
    if (scale > 7)
        return std::nullopt;
    return byLength(id, scale);
}

std::optional<WireType> readDecimal(TdsReader &in, TypeId id)
{
    in.u8();
    const int precision = in.u8();
    const int scale = in.u8();
    if (precision < 1 || precision > 38 || scale > precision)
        return std::nullopt;
    return WireType{ { .id = id, .precision = precision, .scale = scale }, LengthForm::Byte };
}

WireType readSized(TdsReader &in, TypeId id, int unit, bool collated)
{
    const int size = in.u16();
    WireType wire{ { .id = id, .length = size / unit }, LengthForm::Short };
    if (size == chunkedLength) {
        wire.type.length = -1;
        wire.form = LengthForm::Chunked;
    }
    if (collated)
        wire.type.utf8 = readUtf8Flag(in) && unit == 1;
    return wire;
}

WireType readLong(TdsReader &in, TypeId id, TypePlace place)
{
    in.u32();
    WireType wire{ { .id = id }, LengthForm::Long };
    if (id != TypeId::Image)
        wire.type.utf8 = readUtf8Flag(in) && id == TypeId::Text;
    if (place == TypePlace::Column) {
        for (int parts = in.u8(); parts > 0 && in.ok(); --parts)
            in.usVarchar();
    }
    return wire;
}

WireType readXml(TdsReader &in)
{
    if (in.u8() != 0) {
        in.bVarchar();
        in.bVarchar();
        in.usVarchar();
    }
    return { { .id = TypeId::Xml, .length = -1 }, LengthForm::Chunked };
}

WireType readClr(TdsReader &in, TypePlace place)
{
    if (place == TypePlace::Column)
        in.u16();
    in.bVarchar();
    in.bVarchar();
    const QString name = in.bVarchar().toLower();
    if (place == TypePlace::Column)
        in.usVarchar();
    const TypeId id = name == QStringView(u"geometry") ? TypeId::Geometry
        : name == QStringView(u"geography")            ? TypeId::Geography
                                                       : TypeId::HierarchyId;
    return { { .id = id, .length = -1 }, LengthForm::Chunked };
}

} // namespace

int magnitudeSize(int precision)
{
    return precision <= 9 ? 4 : precision <= 19 ? 8 : precision <= 28 ? 12 : 16;
}

int timeSize(int scale)
{
    return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
}

quint32 userType(const SqlType &type)
{
    return type.id == TypeId::RowVersion ? 80 : 0;
}

LengthForm lengthForm(const SqlType &type, bool nullable)
{
    switch (type.id) {
    case TypeId::Char:
    case TypeId::VarChar:
    case TypeId::NChar:
    case TypeId::NVarChar:
    case TypeId::Binary:
    case TypeId::VarBinary:
        return type.isMax() ? LengthForm::Chunked : LengthForm::Short;
    case TypeId::RowVersion:
        return LengthForm::Short;
    case TypeId::Text:
    case TypeId::NText:
    case TypeId::Image:
        return LengthForm::Long;
    case TypeId::Xml:
    case TypeId::HierarchyId:
    case TypeId::Geometry:
    case TypeId::Geography:
        return LengthForm::Chunked;
    case TypeId::SqlVariant:
        return LengthForm::Variant;
    default:
        return !nullable && fixedType(type.id) ? LengthForm::Fixed : LengthForm::Byte;
    }
}

void writeTypeInfo(TdsWriter &out, const SqlType &type, TypePlace place, bool nullable)
{
    if (const FixedType *fixed = fixedType(type.id))
        return nullable ? writeSized(out, fixed->nullableToken, fixed->size) : out.u8(fixed->token);
    switch (type.id) {
    case TypeId::Decimal:
        return writeDecimal(out, DecimalN, type);
    case TypeId::Numeric:
        return writeDecimal(out, NumericN, type);
    case TypeId::UniqueIdentifier:
        return writeSized(out, Guid, 16);
    case TypeId::Date:
        return out.u8(DateN);
    case TypeId::Time:
        return writeSized(out, TimeN, static_cast<quint8>(type.scale));
    case TypeId::DateTime2:
        return writeSized(out, DateTime2N, static_cast<quint8>(type.scale));
    case TypeId::DateTimeOffset:
        return writeSized(out, DateTimeOffsetN, static_cast<quint8>(type.scale));
    case TypeId::Char:
        return writeString(out, Char, type, 1);
    case TypeId::VarChar:
        return writeString(out, VarChar, type, 1);
    case TypeId::NChar:
        return writeString(out, NChar, type, 2);
    case TypeId::NVarChar:
        return writeString(out, NVarChar, type, 2);
    case TypeId::Text:
        return writeLong(out, Text, type, place);
    case TypeId::NText:
        return writeLong(out, NText, type, place);
    case TypeId::Image:
        return writeLong(out, Image, type, place);
    case TypeId::Binary:
    case TypeId::VarBinary:
        out.u8(type.id == TypeId::Binary ? Binary : VarBinary);
        return out.u16(declaredBytes(type, 1));
    case TypeId::RowVersion:
        out.u8(Binary);
        return out.u16(8);
    case TypeId::Xml:
        return writeSized(out, Xml, 0);
    case TypeId::SqlVariant:
        out.u8(Variant);
        return out.u32(8009);
    case TypeId::HierarchyId:
        return writeClr(out, u"hierarchyid", place);
    case TypeId::Geometry:
        return writeClr(out, u"geometry", place);
    case TypeId::Geography:
        return writeClr(out, u"geography", place);
    default: // written above
        return;
    }
}

std::optional<WireType> readTypeInfo(TdsReader &in, TypePlace place)
{
    const quint8 token = in.u8();
    switch (token) {
    case IntN:
    case BitN:
    case FloatN:
    case MoneyN:
    case DateTimeN:
        return readNullable(in, token);
    case Guid:
        in.u8();
        return byLength(TypeId::UniqueIdentifier);
    case DecimalN:
        return readDecimal(in, TypeId::Decimal);
    case NumericN:
        return readDecimal(in, TypeId::Numeric);
    case DateN:
        return byLength(TypeId::Date);
    case TimeN:
        return readScaled(in, TypeId::Time);
    case DateTime2N:
        return readScaled(in, TypeId::DateTime2);
    case DateTimeOffsetN:
        return readScaled(in, TypeId::DateTimeOffset);
    case VarBinary:
        return readSized(in, TypeId::VarBinary, 1, false);
    case Binary:
        return readSized(in, TypeId::Binary, 1, false);
    case VarChar:
        return readSized(in, TypeId::VarChar, 1, true);
    case Char:
        return readSized(in, TypeId::Char, 1, true);
    case NVarChar:
        return readSized(in, TypeId::NVarChar, 2, true);
    case NChar:
        return readSized(in, TypeId::NChar, 2, true);
    case Text:
        return readLong(in, TypeId::Text, place);
    case NText:
        return readLong(in, TypeId::NText, place);
    case Image:
        return readLong(in, TypeId::Image, place);
    case Xml:
        return readXml(in);
    case Udt:
        return readClr(in, place);
    case Variant:
        in.u32();
        return WireType{ { .id = TypeId::SqlVariant }, LengthForm::Variant };
    default:
        return readFixed(token);
    }
}

} // namespace tidemark::practice
