#include "functiontable.h"

#include "codepage1252.h"
#include "expressiontype.h"
#include "sqlmoments.h"
#include "sqltypetext.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Outcome = SqlResult<SqlValue>;
using Types = std::vector<SqlType>;
using Kind = ParameterKind;

const QString &text(const SqlRow &values, std::size_t at)
{
    return std::get<QString>(values[at]);
}

qint64 integer(const SqlRow &values, std::size_t at)
{
    return std::get<qint64>(values[at]);
}

SqlType asInt(const Types &)
{
    return { TypeId::Int };
}

/// int, but bigint for what may be longer than two gigabytes
SqlType asLength(const Types &types)
{
    return { types[0].isMax() ? TypeId::BigInt : TypeId::Int };
}

SqlType asFirst(const Types &types)
{
    return types[0].id == TypeId::Text || types[0].id == TypeId::NText ? asVarying(types[0], -1)
                                                                       : asVarying(types[0], types[0].length);
}

SqlType asLongest(const Types &types)
{
    return types[0].isMax() ? asVarying(types[0], -1) : asVarying(types[0], longestLength(types[0]));
}

SqlType asReplaced(const Types &types)
{
    SqlType widest = types[0];
    for (const SqlType &type : types) {
        if (isText(type.id))
            widest = sumOfLengths(widest, type);
    }
    return widest.isMax() ? widest : asVarying(widest, longestLength(widest));
}

SqlType asSum(const Types &types)
{
    SqlType sum = asVarying(types[0], 0);
    for (const SqlType &type : types)
        sum = sumOfLengths(sum, type);
    sum.length = sum.length == 0 ? 1 : sum.length;
    return sum;
}

SqlType asQuotedName(const Types &)
{
    return { TypeId::NVarChar, 258 };
}

SqlType asCharacter(const Types &)
{
    return { TypeId::Char, 1 };
}

SqlType asWideCharacter(const Types &)
{
    return { TypeId::NChar, 1 };
}

SqlType asBlanks(const Types &)
{
    return { TypeId::VarChar, 8000 };
}

QString withoutTrailingBlanks(QString value)
{
    while (value.endsWith(u' '))
        value.chop(1);
    return value;
}

QString withoutLeadingBlanks(const QString &value)
{
    qsizetype start = 0;
    while (start < value.size() && value[start] == u' ')
        ++start;
    return value.mid(start);
}

Outcome len(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    if (const auto *bytes = std::get_if<QByteArray>(&values[0]))
        return qint64(bytes->size());
    return qint64(withoutTrailingBlanks(text(values, 0)).size());
}

Outcome dataLength(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    SqlType type = call.types[0];
    SqlValue value = values[0];
    while (const auto *variant = std::get_if<std::shared_ptr<const VariantValue>>(&value)) {
        type = (*variant)->type;
        value = SqlValue((*variant)->value);
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return qint64(bytes->size());
    if (const auto *string = std::get_if<QString>(&value))
        return qint64(isUnicode(type.id) ? 2 * string->size()
                : type.utf8              ? utf8Size(*string)
                                         : string->size());
    return qint64(maxLength(type));
}

Outcome upper(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    QString result = text(values, 0);
    for (QChar &c : result)
        c = c.toUpper();
    return result;
}

Outcome lower(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    QString result = text(values, 0);
    for (QChar &c : result)
        c = c.toLower();
    return result;
}

Outcome trimLeft(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return withoutLeadingBlanks(text(values, 0));
}

Outcome trimRight(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return withoutTrailingBlanks(text(values, 0));
}

Outcome trim(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return withoutLeadingBlanks(withoutTrailingBlanks(text(values, 0)));
}

Outcome invalidLength(const FunctionCall &call)
{
    return sqlError(536, u"Invalid length parameter passed to the %1 function."_s.arg(call.name.toLower()));
}

Outcome left(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const qint64 count = integer(values, 1);
    return count < 0 ? invalidLength(call) : Outcome(text(values, 0).left(count));
}

Outcome right(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const qint64 count = integer(values, 1);
    const QString &value = text(values, 0);
    return count < 0 ? invalidLength(call) : Outcome(value.right(std::min<qint64>(count, value.size())));
}

/// Places count from 1; what lies before the first character uses up its length.
Outcome substring(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const qint64 start = integer(values, 1) - 1;
    const qint64 count = integer(values, 2);
    if (count < 0)
        return invalidLength(call);
    const qint64 first = std::max<qint64>(0, start);
    const qint64 size = std::max<qint64>(0, start + count - first);
    if (const auto *bytes = std::get_if<QByteArray>(&values[0]))
        return bytes->mid(first, size);
    return first >= text(values, 0).size() ? QString() : text(values, 0).mid(first, size);
}

Outcome replace(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    QString result = text(values, 0);
    if (!text(values, 1).isEmpty())
        result.replace(text(values, 1), text(values, 2), Qt::CaseInsensitive);
    return result;
}

Outcome charIndex(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    const qint64 start = values.size() > 2 ? std::max<qint64>(1, integer(values, 2)) : 1;
    if (text(values, 0).isEmpty())
        return qint64(0);
    return qint64(text(values, 1).indexOf(text(values, 0), start - 1, Qt::CaseInsensitive) + 1);
}

Outcome concat(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    QString result;
    for (const SqlValue &value : values)
        result += isNull(value) ? QString() : std::get<QString>(value);
    return result;
}

Outcome concatWithSeparator(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    QStringList parts;
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (!isNull(values[i]))
            parts += text(values, i);
    }
    return parts.join(isNull(values[0]) ? QString() : text(values, 0));
}

Outcome replicate(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    constexpr qint64 most = 256 * 1024 * 1024; // characters: no statement takes all memory
    qint64 count = integer(values, 1);
    const QString &value = text(values, 0);
    if (count < 0)
        return SqlValue();
    if (!call.result.isMax() && !value.isEmpty())
        count = std::min<qint64>(count, call.result.length / value.size() + 1);
    if (count * value.size() > most)
        return sqlError(701, u"There is insufficient system memory to run this query."_s, 1, 17);
    const QString result = value.repeated(count);
    return call.result.isMax() ? result : result.left(call.result.length);
}

Outcome space(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return integer(values, 0) < 0 ? SqlValue()
                                  : SqlValue(QString(std::min<qint64>(8000, integer(values, 0)), u' '));
}

Outcome reverse(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    QString result = text(values, 0);
    std::reverse(result.begin(), result.end());
    return result;
}

Outcome stuff(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    if (isNull(values[0]) || isNull(values[1]) || isNull(values[2]))
        return SqlValue();
    QString result = text(values, 0);
    const qint64 start = integer(values, 1);
    const qint64 count = integer(values, 2);
    if (start < 1 || start > result.size() || count < 0)
        return SqlValue();
    result.remove(start - 1, std::min<qint64>(count, result.size()));
    result.insert(start - 1, isNull(values[3]) ? QString() : text(values, 3));
    return result;
}

Outcome character(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    const qint64 code = integer(values, 0);
    if (code < 0 || code > 255)
        return SqlValue();
    const char byte = char(code);
    return fromCodePage1252(QByteArrayView(&byte, 1));
}

Outcome wideCharacter(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    const qint64 code = integer(values, 0);
    return code < 0 || code > 0xFFFF ? SqlValue() : SqlValue(QString(QChar(char16_t(code))));
}

Outcome ascii(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    if (text(values, 0).isEmpty())
        return SqlValue();
    char byte = 0;
    toCodePage1252(QStringView(text(values, 0)).first(1), &byte);
    return qint64(quint8(byte));
}

Outcome unicode(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return text(values, 0).isEmpty() ? SqlValue() : SqlValue(qint64(text(values, 0).front().unicode()));
}

/// The name in brackets, or in the marks of the second argument; NULL for long names and other marks.
Outcome quoteName(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    const QString mark = values.size() > 1 ? text(values, 1) : u"["_s;
    QString name = text(values, 0);
    static const QString opening = u"[]('\"<{`>})"_s;
    static const QString left = u"[[('\"<{`<{("_s;
    static const QString right = u"]])'\">}`>})"_s;
    const qsizetype kind = mark.isEmpty() ? -1 : opening.indexOf(mark.front());
    if (kind < 0 || name.size() > 128)
        return SqlValue();
    const QChar close = right[kind];
    return left[kind] + name.replace(close, QString(2, close)) + close;
}

} // namespace

std::vector<FunctionEntry> textFunctions()
{
    return {
        { u"LEN"_s, 1, 1, { Kind::Bytes }, asLength, { len }, false, {} },
        { u"DATALENGTH"_s, 1, 1, { Kind::Any }, asLength, { dataLength }, false, {} },
        { u"UPPER"_s, 1, 1, { Kind::Text }, asFirst, { upper }, false, {} },
        { u"LOWER"_s, 1, 1, { Kind::Text }, asFirst, { lower }, false, {} },
        { u"LTRIM"_s, 1, 1, { Kind::Text }, asFirst, { trimLeft }, false, {} },
        { u"RTRIM"_s, 1, 1, { Kind::Text }, asFirst, { trimRight }, false, {} },
        { u"TRIM"_s, 1, 1, { Kind::Text }, asFirst, { trim }, false, {} },
        { u"LEFT"_s, 2, 2, { Kind::Text, Kind::BigInt }, asFirst, { left }, false, {} },
        { u"RIGHT"_s, 2, 2, { Kind::Text, Kind::BigInt }, asFirst, { right }, false, {} },
        { u"SUBSTRING"_s, 3, 3, { Kind::Bytes, Kind::BigInt, Kind::BigInt }, asFirst, { substring }, false,
            {} },
        { u"REPLACE"_s, 3, 3, { Kind::Text }, asReplaced, { replace }, false, {} },
        { u"CHARINDEX"_s, 2, 3, { Kind::Text, Kind::Text, Kind::BigInt }, asInt, { charIndex }, false, {} },
        { u"CONCAT"_s, 2, 100, { Kind::Text }, asSum, { concat, false }, false, {} },
        { u"CONCAT_WS"_s, 3, 100, { Kind::Text }, asReplaced, { concatWithSeparator, false }, false, {} },
        { u"REPLICATE"_s, 2, 2, { Kind::Text, Kind::BigInt }, asLongest, { replicate }, false, {} },
        { u"SPACE"_s, 1, 1, { Kind::BigInt }, asBlanks, { space }, false, {} },
        { u"REVERSE"_s, 1, 1, { Kind::Text }, asFirst, { reverse }, false, {} },
        { u"STUFF"_s, 4, 4, { Kind::Text, Kind::BigInt, Kind::BigInt, Kind::Text }, asReplaced,
            { stuff, false }, false, {} },
        { u"CHAR"_s, 1, 1, { Kind::BigInt }, asCharacter, { character }, false, {} },
        { u"NCHAR"_s, 1, 1, { Kind::BigInt }, asWideCharacter, { wideCharacter }, false, {} },
        { u"ASCII"_s, 1, 1, { Kind::Text }, asInt, { ascii }, false, {} },
        { u"UNICODE"_s, 1, 1, { Kind::Name }, asInt, { unicode }, false, {} },
        { u"QUOTENAME"_s, 1, 2, { Kind::Name }, asQuotedName, { quoteName }, false, {} },
    };
}

} // namespace tidemark::practice
