#include "celltext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace tidemark {

namespace {

constexpr auto decimalPairs = [] {
    std::array<char16_t, 200> pairs{};
    for (size_t i = 0; i < 100; ++i) {
        pairs[2 * i] = char16_t(u'0' + i / 10);
        pairs[2 * i + 1] = char16_t(u'0' + i % 10);
    }
    return pairs;
}();

constexpr std::u16string_view upperDigits = u"0123456789ABCDEF";
constexpr std::u16string_view lowerDigits = u"0123456789abcdef";

constexpr auto hexPairs(std::u16string_view digits)
{
    std::array<char16_t, 512> pairs{};
    for (size_t i = 0; i < 256; ++i) {
        pairs[2 * i] = digits[i / 16];
        pairs[2 * i + 1] = digits[i % 16];
    }
    return pairs;
}

constexpr auto upperPairs = hexPairs(upperDigits);
constexpr auto lowerPairs = hexPairs(lowerDigits);

constexpr std::u16string_view base64Digits =
    u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// 0 to 99.
char16_t *putTwo(char16_t *out, unsigned value)
{
    out[0] = decimalPairs[2UL * value];
    out[1] = decimalPairs[2UL * value + 1];
    return out + 2;
}

/// 0 to 9999.
char16_t *putFour(char16_t *out, unsigned value)
{
    return putTwo(putTwo(out, value / 100), value % 100);
}

char16_t *putFraction(char16_t *out, unsigned nanoseconds, int scale)
{
    constexpr std::array<unsigned, 10> powers{ 1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000,
        100'000'000, 1'000'000'000 };
    if (scale <= 0)
        return out;
    const int digits = std::min(scale, 9);
    unsigned value = nanoseconds / powers[size_t(9 - digits)];
    *out++ = u'.';
    for (char16_t *at = out + digits; at != out; value /= 10)
        *--at = char16_t(u'0' + value % 10);
    return out + digits;
}

char16_t *putClock(char16_t *out, unsigned hour, unsigned minute, unsigned second)
{
    out = putTwo(out, hour);
    *out++ = u':';
    out = putTwo(out, minute);
    *out++ = u':';
    return putTwo(out, second);
}

template <typename Cell>
char16_t *putDay(char16_t *out, const Cell &cell)
{
    out = putFour(out, unsigned(cell.year));
    *out++ = u'-';
    out = putTwo(out, cell.month);
    *out++ = u'-';
    return putTwo(out, cell.day);
}

template <typename Cell>
char16_t *putDayAndTime(char16_t *out, const Cell &cell, int scale, char16_t separator)
{
    out = putDay(out, cell);
    *out++ = separator;
    out = putClock(out, cell.hour, cell.minute, cell.second);
    return putFraction(out, cell.fraction, scale);
}

/// Digits without a point, and the place of the point: 0 is behind the first digit.
char16_t *putPlain(char16_t *out, std::string_view digits, int exponent, char16_t decimalMark)
{
    if (exponent < 0) {
        *out++ = u'0';
        *out++ = decimalMark;
        out = std::fill_n(out, -exponent - 1, u'0');
        return std::copy(digits.begin(), digits.end(), out);
    }
    const auto whole = std::min(digits.size(), size_t(exponent) + 1);
    out = std::copy_n(digits.begin(), whole, out);
    if (whole == digits.size())
        return std::fill_n(out, size_t(exponent) + 1 - whole, u'0');
    *out++ = decimalMark;
    return std::copy(digits.begin() + whole, digits.end(), out);
}

template <typename Float>
char16_t *putShortest(char16_t *out, Float value, char16_t decimalMark)
{
    constexpr int leastPlain = -4;
    constexpr int leastWithExponent = 16;
    std::array<char, longestFixedCell> text{};
    char *const end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific).ptr;
    char *begin = text.data();
    char *const e = std::find(begin, end, 'e');
    if (e == end || e + 1 == end || begin == e) // no number; SQL Server has none of these
        return std::copy(begin, end, out);
    if (*begin == '-') {
        *out++ = u'-';
        ++begin;
    }
    int exponent = 0;
    std::from_chars(e + (e[1] == '+' ? 2 : 1), end, exponent);
    if (exponent < leastPlain || exponent >= leastWithExponent) {
        for (; begin != end; ++begin)
            *out++ = *begin == '.' ? decimalMark : char16_t(*begin);
        return out;
    }
    if (e - begin > 1) { // d.ddd: the point goes, the first digit takes its place
        begin[1] = begin[0];
        ++begin;
    }
    return putPlain(out, std::string_view(begin, size_t(e - begin)), exponent, decimalMark);
}

template <typename Integer>
char16_t *putHexOf(char16_t *out, Integer value, const std::array<char16_t, 512> &pairs)
{
    for (int shift = int(sizeof value) * 8 - 8; shift >= 0; shift -= 8) {
        const auto byte = size_t((value >> shift) & 0xFF);
        *out++ = pairs[2 * byte];
        *out++ = pairs[2 * byte + 1];
    }
    return out;
}

} // namespace

char16_t *putInteger(char16_t *out, qint64 value)
{
    auto rest = quint64(value);
    if (value < 0) {
        *out++ = u'-';
        rest = 0 - rest;
    }
    std::array<char16_t, 20> digits;
    char16_t *at = digits.data() + digits.size();
    while (rest >= 100) {
        at -= 2;
        putTwo(at, unsigned(rest % 100));
        rest /= 100;
    }
    if (rest >= 10) {
        at -= 2;
        putTwo(at, unsigned(rest));
    } else {
        *--at = char16_t(u'0' + rest);
    }
    return std::copy(at, digits.data() + digits.size(), out);
}

char16_t *putFloat(char16_t *out, float value, char16_t decimalMark)
{
    return putShortest(out, value, decimalMark);
}

char16_t *putFloat(char16_t *out, double value, char16_t decimalMark)
{
    return putShortest(out, value, decimalMark);
}

char16_t *putDecimal(char16_t *out, std::span<const char> digits, char16_t decimalMark)
{
    for (const char digit : digits)
        *out++ = digit == '.' ? decimalMark : char16_t(digit);
    return out;
}

char16_t *putDate(char16_t *out, const DateCell &date)
{
    return putDay(out, date);
}

char16_t *putTime(char16_t *out, const TimeCell &time, int scale)
{
    return putFraction(putClock(out, time.hour, time.minute, time.second), time.fraction, scale);
}

char16_t *putTimestamp(char16_t *out, const TimestampCell &time, int scale, char16_t separator)
{
    return putDayAndTime(out, time, scale, separator);
}

char16_t *putTimestampOffset(char16_t *out, const TimestampOffsetCell &time, int scale, char16_t separator)
{
    out = putDayAndTime(out, time, scale, separator);
    if (separator == u' ')
        *out++ = u' ';
    int minutes = time.offsetHours * 60 + time.offsetMinutes;
    *out++ = minutes < 0 ? u'-' : u'+';
    minutes = std::abs(minutes);
    out = putTwo(out, unsigned(minutes / 60));
    *out++ = u':';
    return putTwo(out, unsigned(minutes % 60));
}

char16_t *putGuid(char16_t *out, const GuidCell &guid, bool lowerCase)
{
    const auto &pairs = lowerCase ? lowerPairs : upperPairs;
    out = putHexOf(out, guid.data1, pairs);
    *out++ = u'-';
    out = putHexOf(out, guid.data2, pairs);
    *out++ = u'-';
    out = putHexOf(out, guid.data3, pairs);
    *out++ = u'-';
    for (size_t i = 0; i < sizeof guid.data4; ++i) {
        if (i == 2)
            *out++ = u'-';
        out = putHexOf(out, guid.data4[i], pairs);
    }
    return out;
}

char16_t *putHex(char16_t *out, std::span<const std::byte> bytes)
{
    for (const std::byte byte : bytes) {
        *out++ = upperPairs[2 * size_t(byte)];
        *out++ = upperPairs[2 * size_t(byte) + 1];
    }
    return out;
}

char16_t *putBase64(char16_t *out, std::span<const std::byte> bytes)
{
    for (size_t i = 0; i < bytes.size(); i += 3) {
        const size_t count = std::min(bytes.size() - i, size_t(3));
        unsigned group = 0;
        for (size_t k = 0; k < 3; ++k)
            group = (group << 8U) | (k < count ? unsigned(bytes[i + k]) : 0U);
        *out++ = base64Digits[group >> 18U];
        *out++ = base64Digits[(group >> 12U) & 63U];
        *out++ = count > 1 ? base64Digits[(group >> 6U) & 63U] : u'=';
        *out++ = count > 2 ? base64Digits[group & 63U] : u'=';
    }
    return out;
}

} // namespace tidemark
