#include "textconversion.h"

#include "clrtypes.h"
#include "codepage1252.h"
#include "conversionerrors.h"
#include "decimalmath.h"
#include "momenttext.h"
#include "sqlmoments.h"
#include "sqltypetext.h"
#include "storedvalue.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// d.ddde+006: exponents have three digits.
QString scientific(double value, int digits)
{
    QString text = QString::number(value, 'e', digits - 1);
    const qsizetype sign = text.indexOf(u'e') + 1;
    return text.left(sign + 1) + text.mid(sign + 1).rightJustified(3, u'0');
}

QString floatText(double value, int style)
{
    switch (style) {
    case 1:
        return scientific(value, 8);
    case 2:
        return scientific(value, 16);
    case 3:
        return scientific(value, 17);
    default:
        break;
    }
    QString text = QString::number(value, 'g', 6);
    const qsizetype mark = text.indexOf(u'e');
    return mark < 0 ? text : text.left(mark + 2) + text.mid(mark + 2).rightJustified(3, u'0');
}

/// Two decimals by default, with thousands by style 1, all four by style 2.
QString moneyText(const DecimalValue &value, int style)
{
    if (style == 2 || style == 126)
        return decimalText(value);
    QString text = decimalText(fitDecimal(value, 38, 2).value_or(value));
    if (style == 1) {
        const qsizetype first = text.startsWith(u'-') ? 1 : 0;
        for (qsizetype at = text.size() - 6; at > first; at -= 3)
            text.insert(at, u',');
    }
    return text;
}

SqlResult<QString> binaryText(const QByteArray &bytes, const SqlType &to, int style)
{
    if (style == 1 || style == 2)
        return (style == 1 ? u"0x"_s : QString()) + QString::fromLatin1(bytes.toHex().toUpper());
    if (!isUnicode(to.id))
        return to.utf8 ? QString::fromUtf8(bytes) : fromCodePage1252(bytes);
    QString text(bytes.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        text[i] = QChar(char16_t(quint8(bytes[2 * i]) | quint8(bytes[2 * i + 1]) << 8));
    return text;
}

qsizetype lengthOf(const QString &text, const SqlType &type)
{
    return type.utf8 && !isUnicode(type.id) ? utf8Size(text) : text.size();
}

/// The longest beginning that fits.
QString cutText(const QString &text, const SqlType &to)
{
    if (!to.utf8 || isUnicode(to.id))
        return text.left(to.length);
    qsizetype end = std::min<qsizetype>(text.size(), to.length);
    while (end > 0 && utf8Size(QStringView(text).first(end)) > to.length)
        --end;
    if (end > 0 && text[end - 1].isHighSurrogate())
        --end;
    return text.left(end);
}

SqlResult<SqlValue> toXml(const QString &text)
{
    QString content = text;
    if (content.startsWith(u"<?xml"_s)) {
        const qsizetype end = content.indexOf(u"?>"_s);
        content = end < 0 ? content : content.mid(end + 2).trimmed();
    }
    QXmlStreamReader reader(u"<x>"_s + content + u"</x>"_s); // a fragment may have several roots, or none
    while (!reader.atEnd())
        reader.readNext();
    if (reader.hasError())
        return sqlError(9400,
            u"XML parsing: line %1, character %2, %3"_s.arg(QString::number(reader.lineNumber()),
                QString::number(reader.columnNumber()), reader.errorString()));
    return content;
}

/// Whether a text that was made of this type may not be cut to fit.
bool mustFitWhole(TypeId id)
{
    return isNumber(id) || id == TypeId::UniqueIdentifier;
}

SqlResult<SqlValue> doesNotFit(const SqlType &from, const SqlType &to)
{
    if (from.id == TypeId::UniqueIdentifier)
        return sqlError(8170, u"Insufficient result space to convert uniqueidentifier value to char."_s);
    if (isInteger(from.id) && !isUnicode(to.id))
        return fitText(u"*"_s, to, ConversionKind::Cast);
    return overflowError(from, to);
}

} // namespace

QString guidText(const GuidValue &guid)
{
    const QByteArray hex =
        QByteArray::fromRawData(reinterpret_cast<const char *>(guid.bytes.data()), 16).toHex().toUpper();
    QString text = QString::fromLatin1(hex);
    for (const int at : { 20, 16, 12, 8 })
        text.insert(at, u'-');
    return text;
}

QString throughCodePage(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c < u'\x80'; });
    if (plain)
        return text;
    QByteArray bytes(text.size(), Qt::Uninitialized);
    toCodePage1252(text, bytes.data());
    return fromCodePage1252(bytes);
}

SqlResult<QString> textOf(const SqlValue &value, const SqlType &from, const SqlType &to, int style)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *integer = std::get_if<qint64>(&value))
        return QString::number(*integer);
    if (const auto *decimal = std::get_if<DecimalValue>(&value))
        return isMoney(from.id) ? moneyText(*decimal, style) : decimalText(*decimal);
    if (const auto *real = std::get_if<double>(&value))
        return floatText(*real, style);
    if (const auto *moment = std::get_if<MomentValue>(&value))
        return momentText(*moment, from, style);
    if (const auto *guid = std::get_if<GuidValue>(&value))
        return guidText(*guid);
    const auto &bytes = std::get<QByteArray>(value);
    return isClr(from.id) ? clrText(bytes, from.id) : binaryText(bytes, to, style);
}

SqlResult<SqlValue> fitText(QString text, const SqlType &to, ConversionKind kind)
{
    if (to.id == TypeId::Xml)
        return toXml(text);
    if (!isUnicode(to.id) && !to.utf8)
        text = throughCodePage(text);
    if (to.isMax() || to.id == TypeId::Text || to.id == TypeId::NText)
        return text;
    if (lengthOf(text, to) > to.length) {
        const QString kept = cutText(text, to);
        const QStringView lost = QStringView(text).sliced(kept.size());
        const bool blank = std::all_of(lost.begin(), lost.end(), [](QChar c) { return c == u' '; });
        if (kind == ConversionKind::Assign && !blank)
            return sqlError(8152, u"String or binary data would be truncated."_s);
        text = kept;
    }
    if (to.id == TypeId::Char || to.id == TypeId::NChar)
        text += QString(to.length - lengthOf(text, to), u' ');
    return text;
}

SqlResult<SqlValue> toText(
    const SqlValue &value, const SqlType &from, const SqlType &to, int style, ConversionKind kind)
{
    const SqlResult<QString> text = textOf(value, from, to, style);
    if (!text)
        return sqlError(text.error());
    if (mustFitWhole(from.id) && to.length > 0 && text->size() > to.length)
        return doesNotFit(from, to);
    return fitText(*text, to, kind);
}

} // namespace tidemark::practice
