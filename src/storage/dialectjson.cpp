#include "dialectjson.h"

#include <array>
#include <utility>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Value, size_t count>
using Words = std::array<std::pair<Value, const char *>, count>;

constexpr Words<QuotePolicy, 3> quoteWords{ { { QuotePolicy::Needed, "needed" }, { QuotePolicy::All, "all" },
    { QuotePolicy::NonNumeric, "non_numeric" } } };
constexpr Words<QuoteEscape, 2> escapeWords{ { { QuoteEscape::Doubled, "doubled" },
    { QuoteEscape::Backslash, "backslash" } } };
constexpr Words<TextEncoding, 3> encodingWords{ { { TextEncoding::Utf8, "utf-8" },
    { TextEncoding::Utf16Le, "utf-16le" }, { TextEncoding::Latin1, "latin-1" } } };
constexpr Words<BinaryForm, 4> binaryWords{ { { BinaryForm::Hex0x, "0x" }, { BinaryForm::Hex, "hex" },
    { BinaryForm::PostgresHex, "\\x" }, { BinaryForm::Base64, "base64" } } };

template <typename Value, size_t count>
QString wordOf(Value value, const Words<Value, count> &words)
{
    for (const auto &[each, word] : words) {
        if (each == value)
            return QString::fromLatin1(word);
    }
    return {};
}

template <typename Value, size_t count>
void read(const QJsonValue &json, Value &value, const Words<Value, count> &words)
{
    for (const auto &[each, word] : words) {
        if (json.toString() == QLatin1StringView(word))
            value = each;
    }
}

void read(const QJsonValue &json, QChar &value)
{
    if (json.toString().size() == 1)
        value = json.toString().front();
}

void read(const QJsonValue &json, QString &value)
{
    value = json.toString(value);
}

void read(const QJsonValue &json, bool &value)
{
    value = json.toBool(value);
}

} // namespace

QJsonObject dialectToJson(const CsvDialect &dialect)
{
    return {
        { u"delimiter"_s, QString(dialect.delimiter) },
        { u"quote"_s, QString(dialect.quote) },
        { u"quoting"_s, wordOf(dialect.quoting, quoteWords) },
        { u"escape"_s, wordOf(dialect.escape, escapeWords) },
        { u"null"_s, dialect.nullMark },
        { u"line_end"_s, dialect.lineEnd },
        { u"header"_s, dialect.header },
        { u"byte_order_mark"_s, dialect.byteOrderMark },
        { u"encoding"_s, wordOf(dialect.encoding, encodingWords) },
        { u"true"_s, dialect.trueWord },
        { u"false"_s, dialect.falseWord },
        { u"date_time_separator"_s, QString(dialect.dateTimeSeparator) },
        { u"binary"_s, wordOf(dialect.binary, binaryWords) },
        { u"guid_lower_case"_s, dialect.guidLowerCase },
        { u"decimal_mark"_s, QString(dialect.decimalMark) },
        { u"guard_formulas"_s, dialect.guardFormulas },
    };
}

CsvDialect dialectFromJson(const QJsonObject &object)
{
    CsvDialect dialect;
    read(object[u"delimiter"], dialect.delimiter);
    read(object[u"quote"], dialect.quote);
    read(object[u"quoting"], dialect.quoting, quoteWords);
    read(object[u"escape"], dialect.escape, escapeWords);
    read(object[u"null"], dialect.nullMark);
    read(object[u"line_end"], dialect.lineEnd);
    read(object[u"header"], dialect.header);
    read(object[u"byte_order_mark"], dialect.byteOrderMark);
    read(object[u"encoding"], dialect.encoding, encodingWords);
    read(object[u"true"], dialect.trueWord);
    read(object[u"false"], dialect.falseWord);
    read(object[u"date_time_separator"], dialect.dateTimeSeparator);
    read(object[u"binary"], dialect.binary, binaryWords);
    read(object[u"guid_lower_case"], dialect.guidLowerCase);
    read(object[u"decimal_mark"], dialect.decimalMark);
    read(object[u"guard_formulas"], dialect.guardFormulas);
    return dialect;
}

} // namespace tidemark
