#include "storedvalue.h"

#include "sqltypetext.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <sqlite3.h>

#include <bit>
#include <cstring>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ticksPerDay = 864'000'000'000;
constexpr qint64 ticksPerMinute = 600'000'000;
constexpr int offsetBias = 1 << 15;

/// A value as SQLite holds it.
struct Stored {
    enum class Class { Null, Integer, Real, Text, Blob };
    Class storage = Class::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes;
};

Stored integerOf(qint64 value)
{
    return { Stored::Class::Integer, value, 0, {} };
}

Stored blobOf(QByteArray bytes)
{
    return { Stored::Class::Blob, 0, 0, std::move(bytes) };
}

bool fitsInteger(const SqlType &type)
{
    return isMoney(type.id) || (isDecimal(type.id) && type.precision <= 18);
}

int decimalScale(const SqlType &type)
{
    return isMoney(type.id) ? 4 : type.scale;
}

Stored storeDecimal(const DecimalValue &value, const SqlType &type)
{
    if (fitsInteger(type)) {
        const auto magnitude = static_cast<quint64>(value.magnitude);
        return integerOf(static_cast<qint64>(value.negative ? 0 - magnitude : magnitude));
    }
    const Magnitude biased = (Magnitude(1) << 127) + (value.negative ? 0 - value.magnitude : value.magnitude);
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian(static_cast<quint64>(biased >> 64), bytes.data());
    qToBigEndian(static_cast<quint64>(biased), bytes.data() + 8);
    return blobOf(bytes);
}

DecimalValue loadDecimal(const Stored &stored, const SqlType &type)
{
    if (stored.storage == Stored::Class::Integer) {
        const bool negative = stored.integer < 0;
        const auto bits = static_cast<quint64>(stored.integer);
        return { negative, Magnitude(negative ? 0 - bits : bits), decimalScale(type) };
    }
    if (stored.bytes.size() != 16)
        return { false, 0, decimalScale(type) };
    const Magnitude biased = Magnitude(qFromBigEndian<quint64>(stored.bytes.constData())) << 64
        | qFromBigEndian<quint64>(stored.bytes.constData() + 8);
    const Magnitude zero = Magnitude(1) << 127;
    const bool negative = biased < zero;
    return { negative, negative ? zero - biased : biased - zero, decimalScale(type) };
}

Stored storeMoment(const MomentValue &value, TypeId id)
{
    if (id == TypeId::Date)
        return integerOf(value.days);
    const qint64 ticks = value.days * ticksPerDay + value.ticks;
    if (id != TypeId::DateTimeOffset)
        return integerOf(ticks);
    QByteArray bytes(10, Qt::Uninitialized);
    qToBigEndian(quint64(ticks - value.offsetMinutes * ticksPerMinute) + (Q_UINT64_C(1) << 63), bytes.data());
    qToBigEndian(quint16(value.offsetMinutes + offsetBias), bytes.data() + 8);
    return blobOf(bytes);
}

MomentValue loadMoment(const Stored &stored, TypeId id)
{
    if (id == TypeId::Date)
        return { static_cast<std::int32_t>(stored.integer), 0, 0 };
    qint64 ticks = stored.integer;
    MomentValue value;
    if (id == TypeId::DateTimeOffset && stored.bytes.size() == 10) {
        value.offsetMinutes =
            static_cast<std::int16_t>(qFromBigEndian<quint16>(stored.bytes.constData() + 8) - offsetBias);
        const quint64 biased = qFromBigEndian<quint64>(stored.bytes.constData());
        ticks = qint64(biased - (Q_UINT64_C(1) << 63)) + value.offsetMinutes * ticksPerMinute;
    }
    value.days = static_cast<std::int32_t>(ticks / ticksPerDay);
    value.ticks = ticks % ticksPerDay;
    if (value.ticks < 0) {
        value.ticks += ticksPerDay;
        --value.days;
    }
    return value;
}

/// Where each byte of SQL Server's order of comparison stands in the text.
constexpr std::array<int, 16> guidOrder{ 10, 11, 12, 13, 14, 15, 8, 9, 7, 6, 5, 4, 3, 2, 1, 0 };

Stored storeGuid(const GuidValue &value)
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 16; ++i)
        bytes[i] = static_cast<char>(value.bytes[std::size_t(guidOrder[std::size_t(i)])]);
    return blobOf(bytes);
}

GuidValue loadGuid(const QByteArray &bytes)
{
    GuidValue value;
    if (bytes.size() == 16) {
        for (int i = 0; i < 16; ++i)
            value.bytes[std::size_t(guidOrder[std::size_t(i)])] = static_cast<std::uint8_t>(bytes[i]);
    }
    return value;
}

Stored store(const SqlValue &value, const SqlType &type);
SqlValue load(const Stored &stored, const SqlType &type);

Stored storeVariant(const VariantValue &value)
{
    const Stored inner = store(value.value, value.type);
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint8(value.type.id) << qint32(value.type.length) << quint8(value.type.precision)
           << quint8(value.type.scale) << value.type.utf8 << quint8(inner.storage) << inner.integer
           << inner.real << inner.bytes;
    return blobOf(bytes);
}

SqlValue loadVariant(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    quint8 id = 0;
    qint32 length = 0;
    quint8 precision = 0;
    quint8 scale = 0;
    bool utf8 = false;
    quint8 storage = 0;
    Stored inner;
    stream >> id >> length >> precision >> scale >> utf8 >> storage >> inner.integer >> inner.real
        >> inner.bytes;
    if (stream.status() != QDataStream::Ok || id >= quint8(TypeId::SqlVariant))
        return {};
    inner.storage = static_cast<Stored::Class>(storage);
    VariantValue value{ { static_cast<TypeId>(id), length, precision, scale, utf8 }, {} };
    value.value = load(inner, value.type);
    return std::make_shared<const VariantValue>(std::move(value));
}

Stored store(const SqlValue &value, const SqlType &type)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return integerOf(*integer);
    if (const auto *real = std::get_if<double>(&value))
        return { Stored::Class::Real, 0, *real, {} };
    if (const auto *decimal = std::get_if<DecimalValue>(&value))
        return storeDecimal(*decimal, type);
    if (const auto *moment = std::get_if<MomentValue>(&value))
        return storeMoment(*moment, type.id);
    if (const auto *guid = std::get_if<GuidValue>(&value))
        return storeGuid(*guid);
    if (const auto *text = std::get_if<QString>(&value))
        return { Stored::Class::Text, 0, 0, encodeText(*text) };
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return blobOf(*bytes);
    if (const auto *variant = std::get_if<std::shared_ptr<const VariantValue>>(&value))
        return storeVariant(**variant);
    return {};
}

SqlValue load(const Stored &stored, const SqlType &type)
{
    if (stored.storage == Stored::Class::Null)
        return {};
    if (isInteger(type.id))
        return stored.integer;
    if (isFloat(type.id))
        return stored.storage == Stored::Class::Integer ? double(stored.integer) : stored.real;
    if (isDecimal(type.id) || isMoney(type.id))
        return loadDecimal(stored, type);
    if (isMoment(type.id))
        return loadMoment(stored, type.id);
    if (type.id == TypeId::UniqueIdentifier)
        return loadGuid(stored.bytes);
    if (isBinary(type.id) || isClr(type.id))
        return QByteArray(stored.bytes.constData(), stored.bytes.size()); // may be SQLite's own memory
    if (type.id == TypeId::SqlVariant)
        return loadVariant(stored.bytes);
    return decodeText(stored.bytes);
}

/// Texts and blobs still lie in SQLite's memory.
Stored storedOf(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return integerOf(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
        return { Stored::Class::Real, 0, sqlite3_value_double(value), {} };
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return { Stored::Class::Text, 0, 0, QByteArray::fromRawData(text, sqlite3_value_bytes(value)) };
    }
    case SQLITE_BLOB: {
        const auto *blob = static_cast<const char *>(sqlite3_value_blob(value));
        return blobOf(QByteArray::fromRawData(blob, sqlite3_value_bytes(value)));
    }
    default:
        return {};
    }
}

Stored storedOf(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return integerOf(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return { Stored::Class::Real, 0, sqlite3_column_double(statement, column), {} };
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return { Stored::Class::Text, 0, 0,
            QByteArray::fromRawData(text, sqlite3_column_bytes(statement, column)) };
    }
    case SQLITE_BLOB: {
        const auto *blob = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return blobOf(QByteArray::fromRawData(blob, sqlite3_column_bytes(statement, column)));
    }
    default:
        return {};
    }
}

} // namespace

void bindStored(sqlite3_stmt *statement, int index, const SqlValue &value, const SqlType &type)
{
    const Stored stored = store(value, type);
    const auto size = sqlite3_uint64(stored.bytes.size());
    switch (stored.storage) {
    case Stored::Class::Null:
        sqlite3_bind_null(statement, index);
        break;
    case Stored::Class::Integer:
        sqlite3_bind_int64(statement, index, stored.integer);
        break;
    case Stored::Class::Real:
        sqlite3_bind_double(statement, index, stored.real);
        break;
    case Stored::Class::Text:
        sqlite3_bind_text64(statement, index, stored.bytes.constData(), size, SQLITE_TRANSIENT, SQLITE_UTF8);
        break;
    case Stored::Class::Blob:
        sqlite3_bind_blob64(statement, index, stored.bytes.constData(), size, SQLITE_TRANSIENT);
        break;
    }
}

void resultStored(sqlite3_context *context, const SqlValue &value, const SqlType &type)
{
    const Stored stored = store(value, type);
    const auto size = sqlite3_uint64(stored.bytes.size());
    switch (stored.storage) {
    case Stored::Class::Null:
        sqlite3_result_null(context);
        break;
    case Stored::Class::Integer:
        sqlite3_result_int64(context, stored.integer);
        break;
    case Stored::Class::Real:
        sqlite3_result_double(context, stored.real);
        break;
    case Stored::Class::Text:
        sqlite3_result_text64(context, stored.bytes.constData(), size, SQLITE_TRANSIENT, SQLITE_UTF8);
        break;
    case Stored::Class::Blob:
        sqlite3_result_blob64(context, stored.bytes.constData(), size, SQLITE_TRANSIENT);
        break;
    }
}

SqlValue storedColumn(sqlite3_stmt *statement, int column, const SqlType &type)
{
    return load(storedOf(statement, column), type);
}

SqlValue storedValue(sqlite3_value *value, const SqlType &type)
{
    return load(storedOf(value), type);
}

QString storedLiteral(const SqlValue &value, const SqlType &type)
{
    const Stored stored = store(value, type);
    switch (stored.storage) {
    case Stored::Class::Integer:
        // The smallest number has no literal of its own: 9223372036854775808 would be read as a real.
        return stored.integer == std::numeric_limits<qint64>::min() ? u"(-9223372036854775807-1)"_s
                                                                    : QString::number(stored.integer);
    case Stored::Class::Real: {
        // SQLite reads decimal text with an error in the last bit now and then; the bits are exact.
        const auto bits = std::bit_cast<qint64>(stored.real);
        return u"ts_real("_s + QString::number(bits) + u')';
    }
    case Stored::Class::Text:
        if (stored.bytes.contains('\0') || decodeText(stored.bytes) != QString::fromUtf8(stored.bytes))
            return u"ts_text(X'"_s + QString::fromLatin1(stored.bytes.toHex()) + u"')"_s;
        return u'\'' + QString::fromUtf8(stored.bytes).replace(u'\'', u"''"_s) + u'\'';
    case Stored::Class::Blob:
        return u"X'"_s + QString::fromLatin1(stored.bytes.toHex()) + u'\'';
    case Stored::Class::Null:
        break;
    }
    return u"NULL"_s;
}

QByteArray encodeText(const QString &text)
{
    QByteArray bytes(text.size() * 3, Qt::Uninitialized);
    char *out = bytes.data();
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size; ++i) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x80) {
            *out++ = char(unit);
            continue;
        }
        if (unit < 0x800) {
            *out++ = char(0xC0 | unit >> 6);
            *out++ = char(0x80 | (unit & 0x3F));
            continue;
        }
        if (QChar::isHighSurrogate(unit) && i + 1 < size && text[i + 1].isLowSurrogate()) {
            const char32_t c = QChar::surrogateToUcs4(unit, text[++i].unicode());
            *out++ = char(0xF0 | c >> 18);
            *out++ = char(0x80 | (c >> 12 & 0x3F));
            *out++ = char(0x80 | (c >> 6 & 0x3F));
            *out++ = char(0x80 | (c & 0x3F));
            continue;
        }
        *out++ = char(0xE0 | unit >> 12);
        *out++ = char(0x80 | (unit >> 6 & 0x3F));
        *out++ = char(0x80 | (unit & 0x3F));
    }
    bytes.truncate(out - bytes.constData());
    return bytes;
}

QString decodeText(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    QChar *out = text.data();
    const auto *in = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *end = in + bytes.size();
    while (in != end) {
        const char32_t lead = *in++;
        if (lead < 0x80) {
            *out++ = QChar(char16_t(lead));
            continue;
        }
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        char32_t c = lead & (0x3FU >> more);
        for (int i = 0; i < more && in != end; ++i)
            c = c << 6 | (*in++ & 0x3F);
        if (more < 3) {
            *out++ = QChar(char16_t(c));
            continue;
        }
        *out++ = QChar(QChar::highSurrogate(c));
        *out++ = QChar(QChar::lowSurrogate(c));
    }
    text.truncate(out - text.constData());
    return text;
}

} // namespace tidemark::practice
