#include "binaryconversion.h"

#include "codepage1252.h"
#include "conversionerrors.h"
#include "sqltypetext.h"

#include <QtEndian>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where each byte of a uniqueidentifier on the wire stands in its text.
constexpr std::array<int, 16> wireOrder{ 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 };

QByteArray guidBytes(const GuidValue &guid)
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 16; ++i)
        bytes[i] = char(guid.bytes[std::size_t(wireOrder[std::size_t(i)])]);
    return bytes;
}

QByteArray integerBytes(qint64 value, TypeId id)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    const int size = id == TypeId::BigInt ? 8 : id == TypeId::Int ? 4 : id == TypeId::SmallInt ? 2 : 1;
    return bytes.last(size);
}

QByteArray characterBytes(const QString &text, const SqlType &from)
{
    if (!isUnicode(from.id)) {
        if (from.utf8)
            return text.toUtf8();
        QByteArray bytes(text.size(), Qt::Uninitialized);
        toCodePage1252(text, bytes.data());
        return bytes;
    }
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        qToLittleEndian(quint16(text[i].unicode()), bytes.data() + 2 * i);
    return bytes;
}

SqlResult<QByteArray> textBytes(const QString &text, const SqlType &from, const SqlType &to, int style)
{
    if (style != 1 && style != 2)
        return characterBytes(text, from);
    QString digits = text;
    const bool prefixed = digits.startsWith(u"0x"_s, Qt::CaseInsensitive);
    if (style == 1)
        digits = digits.mid(2);
    const bool hex = std::all_of(digits.begin(), digits.end(),
        [](QChar c) { return (c >= u'0' && c <= u'9') || (c.toUpper() >= u'A' && c.toUpper() <= u'F'); });
    if (!hex || digits.size() % 2 != 0 || (style == 1 && !prefixed))
        return typeValueError(from, to);
    return QByteArray::fromHex(digits.toLatin1());
}

/// Numbers keep their last bytes and are filled from the left, everything else the other way round.
SqlResult<SqlValue> fitBytes(QByteArray bytes, bool isInteger, const SqlType &to, ConversionKind kind)
{
    const int length = to.id == TypeId::RowVersion ? 8 : to.length;
    if (to.isMax() || to.id == TypeId::Image)
        return bytes;
    if (bytes.size() > length) {
        if (kind == ConversionKind::Assign && !isInteger)
            return sqlError(8152, u"String or binary data would be truncated."_s);
        bytes = isInteger ? bytes.last(length) : bytes.first(length);
    }
    if (to.id != TypeId::VarBinary && bytes.size() < length) {
        const QByteArray zeros(length - bytes.size(), '\0');
        bytes = isInteger ? zeros + bytes : bytes + zeros;
    }
    return bytes;
}

bool isGuidText(const QString &text)
{
    if (text.size() != 36)
        return false;
    for (int i = 0; i < 36; ++i) {
        const QChar c = text[i].toUpper();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F');
        if (dash ? c != u'-' : !hex)
            return false;
    }
    return true;
}

} // namespace

SqlResult<SqlValue> toBinary(
    const SqlValue &value, const SqlType &from, const SqlType &to, int style, ConversionKind kind)
{
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return fitBytes(*bytes, false, to, kind);
    if (const auto *integer = std::get_if<qint64>(&value))
        return fitBytes(integerBytes(*integer, from.id), true, to, kind);
    if (const auto *guid = std::get_if<GuidValue>(&value))
        return fitBytes(guidBytes(*guid), false, to, kind);
    const SqlResult<QByteArray> bytes = textBytes(std::get<QString>(value), from, to, style);
    if (!bytes)
        return sqlError(bytes.error());
    return fitBytes(*bytes, false, to, kind);
}

SqlResult<SqlValue> toGuid(const SqlValue &value, const SqlType &from, const SqlType &to)
{
    if (std::holds_alternative<GuidValue>(value)) // out of a sql_variant
        return value;
    GuidValue guid;
    if (const auto *bytes = std::get_if<QByteArray>(&value)) {
        if (bytes->size() < 16)
            return typeValueError(from, to);
        for (int i = 0; i < 16; ++i)
            guid.bytes[std::size_t(wireOrder[std::size_t(i)])] = std::uint8_t(bytes->at(i));
        return guid;
    }
    QString text = std::get<QString>(value).trimmed();
    if (text.startsWith(u'{') && text.size() == 38 && text.endsWith(u'}'))
        text = text.mid(1, 36);
    if (!isGuidText(text.left(36))) // what follows the 36 characters is cut
        return sqlError(
            8169, u"Conversion failed when converting from a character string to uniqueidentifier."_s);
    const QByteArray bytes = QByteArray::fromHex(text.left(36).remove(u'-').toLatin1());
    std::copy(bytes.begin(), bytes.end(), guid.bytes.begin());
    return guid;
}

} // namespace tidemark::practice
