#include "pathlayout.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestName = 100; // bytes
constexpr qsizetype digitsOfHash = 8;

QString percent(uint byte)
{
    return u'%' + QString::number(byte, 16).toUpper().rightJustified(2, u'0');
}

/// The bytes of a UTF-16 unit that has no UTF-8 form, as if it had one.
QString percentSurrogate(char16_t unit)
{
    return percent(0xE0U | (unit >> 12U)) + percent(0x80U | ((unit >> 6U) & 0x3FU))
        + percent(0x80U | (unit & 0x3FU));
}

bool isForbidden(char16_t unit)
{
    static const QString forbidden = u"<>:\"/\\|?*%"_s;
    return unit < 0x20 || unit == 0x7F || forbidden.contains(QChar(unit));
}

bool isReserved(const QString &name)
{
    static const QRegularExpression devices(
        u"^(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*(?:\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

bool looksDistinct(const QString &name)
{
    static const QRegularExpression ending(u"~[0-9a-f]{8}$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
    return ending.match(name).hasMatch();
}

QString hashOf(const QString &name)
{
    // UTF-16, so that unpaired surrogates count too.
    const QByteArray units(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    bool paired = true;
    for (qsizetype i = 0; i < name.size() && paired; ++i) {
        if (name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate())
            ++i;
        else if (name[i].isSurrogate())
            paired = false;
    }
    const QByteArray exact = paired ? name.toUtf8() : units;
    return QString::fromLatin1(
        QCryptographicHash::hash(exact, QCryptographicHash::Sha256).toHex().left(digitsOfHash));
}

QString encoded(const QString &name)
{
    if (name.isEmpty())
        return u"%"_s; // no other name gives a lone percent sign
    const auto isEdge = [](QChar c) { return c == u'.' || c == u' '; };
    qsizetype end = name.size();
    while (end > 0 && isEdge(name[end - 1]))
        --end;
    const bool reserved = isReserved(name);
    const qsizetype tilde = looksDistinct(name) ? name.size() - digitsOfHash - 1 : -1;
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char16_t unit = name[i].unicode();
        if (name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate()) {
            result += name.mid(i++, 2);
        } else if (name[i].isSurrogate()) {
            result += percentSurrogate(unit);
        } else if (i >= end || i == tilde || isForbidden(unit) || (i == 0 && reserved)) {
            result += percent(unit);
        } else {
            result += name[i];
        }
    }
    return result;
}

/// At most so many bytes of UTF-8, without breaking a character or a percent code.
QString cut(const QString &text, qsizetype bytes)
{
    qsizetype used = 0;
    qsizetype i = 0;
    while (i < text.size()) {
        qsizetype units = 1;
        if (text[i] == u'%' && i + 2 < text.size())
            units = 3;
        else if (text[i].isHighSurrogate())
            units = 2;
        const qsizetype size = QStringView(text).mid(i, units).toUtf8().size();
        if (used + size > bytes)
            break;
        used += size;
        i += units;
    }
    return text.left(i);
}

QString withHash(const QString &encodedName, const QString &exactName)
{
    return cut(encodedName, longestName - digitsOfHash - 1) + u'~' + hashOf(exactName);
}

QString shortened(const QString &encodedName, const QString &exactName)
{
    return encodedName.toUtf8().size() > longestName ? withHash(encodedName, exactName) : encodedName;
}

QString suffixOf(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return u".gz"_s;
    case Compression::Zstd:
        return u".zst"_s;
    case Compression::None:
        break;
    }
    return {};
}

} // namespace

QString folderNameFor(const QString &name)
{
    return shortened(encoded(name), name);
}

QString distinctFolderNameFor(const QString &name)
{
    return withHash(encoded(name), name);
}

QString nameOfFolder(const QString &component)
{
    const auto decoded = [](const QString &text) {
        return text == u"%" ? QString() : QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    };
    const QString name = decoded(component.chopped(looksDistinct(component) ? digitsOfHash + 1 : 0));
    return !looksDistinct(component) || distinctFolderNameFor(name) == component ? name : decoded(component);
}

QString foldedName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString fileStemFor(const TableRef &table)
{
    const QString exact = table.schema + u'_' + table.table;
    return shortened(encoded(exact), exact);
}

QString stampText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
}

std::optional<QDateTime> stampOfFile(const QString &fileName)
{
    static const QRegularExpression form(u"_(\\d{8}T\\d{9})Z_part\\d+\\.csv(?:\\.|$)"_s);
    const QRegularExpressionMatch match = form.match(fileName);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime time = QDateTime::fromString(match.captured(1), u"yyyyMMdd'T'HHmmsszzz"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString dayFolderFor(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd"_s);
}

bool isDayFolder(const QString &name)
{
    static const QRegularExpression form(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    return form.match(name).hasMatch();
}

QString partFileName(const QString &stem, const QDateTime &stamp, int part, Compression compression)
{
    return stem + u'_' + stampText(stamp) + u"_part"_s + QString::number(part) + u".csv"_s
        + suffixOf(compression);
}

Compression compressionOfFile(const QString &path)
{
    for (const Compression compression : { Compression::Gzip, Compression::Zstd }) {
        if (path.endsWith(suffixOf(compression)))
            return compression;
    }
    return Compression::None;
}

} // namespace tidemark
