#include "decimalmath.h"

#include "literals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostDigits = 38;

/// 10^exponent, up to 38
Magnitude power(int exponent)
{
    Magnitude value = 1;
    for (int i = 0; i < exponent; ++i)
        value *= 10;
    return value;
}

/// 256 bits without sign, for what stands between two numbers of 38 digits and their result.
struct Wide {
    std::array<std::uint64_t, 4> limbs{}; // lowest first

    bool isBelow(const Wide &other) const
    {
        return std::lexicographical_compare(
            limbs.rbegin(), limbs.rend(), other.limbs.rbegin(), other.limbs.rend());
    }

    void subtract(const Wide &other)
    {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < limbs.size(); ++i) {
            const Magnitude wanted = Magnitude(other.limbs[i]) + borrow;
            borrow = Magnitude(limbs[i]) < wanted ? 1 : 0;
            limbs[i] = std::uint64_t((Magnitude(borrow) << 64) + limbs[i] - wanted);
        }
    }

    /// Times factor plus addend; false when it does not fit.
    bool multiply(std::uint64_t factor, std::uint64_t addend)
    {
        Magnitude carry = addend;
        for (std::uint64_t &limb : limbs) {
            carry += Magnitude(limb) * factor;
            limb = std::uint64_t(carry);
            carry >>= 64;
        }
        return carry == 0;
    }

    /// Leaves the quotient and returns the remainder.
    std::uint64_t divide(std::uint64_t divisor)
    {
        Magnitude rest = 0;
        for (auto limb = limbs.rbegin(); limb != limbs.rend(); ++limb) {
            rest = rest << 64 | *limb;
            *limb = std::uint64_t(rest / divisor);
            rest %= divisor;
        }
        return std::uint64_t(rest);
    }

    bool bit(int index) const { return (limbs[std::size_t(index) / 64] >> (index % 64) & 1) != 0; }
};

Wide wideOf(Magnitude value)
{
    return { { std::uint64_t(value), std::uint64_t(value >> 64), 0, 0 } };
}

Wide product(Magnitude left, Magnitude right)
{
    Wide high = wideOf(left);
    high.multiply(std::uint64_t(right >> 64), 0);
    std::rotate(high.limbs.begin(), high.limbs.end() - 1, high.limbs.end()); // times 2^64
    Wide low = wideOf(left);
    low.multiply(std::uint64_t(right), 0);
    Magnitude carry = 0;
    for (std::size_t i = 0; i < low.limbs.size(); ++i) {
        carry += Magnitude(low.limbs[i]) + high.limbs[i];
        low.limbs[i] = std::uint64_t(carry);
        carry >>= 64;
    }
    return low;
}

/// The quotient, cut; by long division, bit by bit.
Wide quotient(const Wide &dividend, const Wide &divisor)
{
    constexpr int bits = 256;
    Wide result;
    Wide rest;
    for (int i = bits - 1; i >= 0; --i) {
        rest.multiply(2, dividend.bit(i) ? 1 : 0);
        result.multiply(2, 0);
        if (!rest.isBelow(divisor)) {
            rest.subtract(divisor);
            result.limbs[0] |= 1;
        }
    }
    return result;
}

std::optional<DecimalValue> withPrecision(DecimalValue value, int precision)
{
    if (value.magnitude >= power(std::min(precision, mostDigits)))
        return std::nullopt;
    if (value.magnitude == 0)
        value.negative = false;
    return value;
}

/// Brings a wide number of `from` decimals to the scale of the result and rounds.
std::optional<DecimalValue> narrowed(Wide value, bool negative, int from, const SqlType &result)
{
    for (; from < result.scale; ++from) {
        if (!value.multiply(10, 0))
            return std::nullopt;
    }
    std::uint64_t last = 0;
    for (; from > result.scale; --from)
        last = value.divide(10);
    if (last >= 5)
        value.multiply(1, 1);
    if (value.limbs[2] != 0 || value.limbs[3] != 0)
        return std::nullopt;
    const Magnitude magnitude = Magnitude(value.limbs[1]) << 64 | value.limbs[0];
    return withPrecision({ negative, magnitude, result.scale }, result.precision);
}

/// Both at the larger scale.
void alignScales(DecimalValue &left, Wide &leftWide, DecimalValue &right, Wide &rightWide)
{
    leftWide = wideOf(left.magnitude);
    rightWide = wideOf(right.magnitude);
    for (; left.scale < right.scale; ++left.scale)
        leftWide.multiply(10, 0);
    for (; right.scale < left.scale; ++right.scale)
        rightWide.multiply(10, 0);
}

} // namespace

std::optional<DecimalValue> fitDecimal(DecimalValue value, int precision, int scale, bool cut)
{
    for (; value.scale < scale; ++value.scale) {
        if (value.magnitude >= power(mostDigits - 1))
            return std::nullopt;
        value.magnitude *= 10;
    }
    int last = 0;
    for (; value.scale > scale; --value.scale) {
        last = int(value.magnitude % 10);
        value.magnitude /= 10;
    }
    if (last >= 5 && !cut)
        ++value.magnitude;
    return withPrecision(value, precision);
}

std::optional<DecimalValue> addDecimals(DecimalValue left, DecimalValue right, const SqlType &result)
{
    Wide a;
    Wide b;
    alignScales(left, a, right, b);
    if (left.negative != right.negative) {
        const bool swap = a.isBelow(b);
        if (swap)
            std::swap(a, b);
        a.subtract(b);
        return narrowed(a, swap ? right.negative : left.negative, left.scale, result);
    }
    Magnitude carry = 0;
    for (std::size_t i = 0; i < a.limbs.size(); ++i) {
        carry += Magnitude(a.limbs[i]) + b.limbs[i];
        a.limbs[i] = std::uint64_t(carry);
        carry >>= 64;
    }
    return narrowed(a, left.negative, left.scale, result);
}

std::optional<DecimalValue> multiplyDecimals(
    const DecimalValue &left, const DecimalValue &right, const SqlType &result)
{
    return narrowed(product(left.magnitude, right.magnitude), left.negative != right.negative,
        left.scale + right.scale, result);
}

std::optional<DecimalValue> divideDecimals(
    const DecimalValue &left, const DecimalValue &right, const SqlType &result)
{
    Wide dividend = wideOf(left.magnitude);
    int scale = left.scale - right.scale;
    for (; scale < result.scale; ++scale) {
        if (!dividend.multiply(10, 0))
            return std::nullopt;
    }
    return narrowed(
        quotient(dividend, wideOf(right.magnitude)), left.negative != right.negative, scale, result);
}

std::optional<DecimalValue> decimalRemainder(DecimalValue left, DecimalValue right, const SqlType &result)
{
    Wide a;
    Wide b;
    alignScales(left, a, right, b);
    constexpr int bits = 256;
    Wide rest;
    for (int i = bits - 1; i >= 0; --i) {
        rest.multiply(2, a.bit(i) ? 1 : 0);
        if (!rest.isBelow(b))
            rest.subtract(b);
    }
    return narrowed(rest, left.negative, left.scale, result);
}

int compareDecimals(DecimalValue left, DecimalValue right)
{
    if (left.negative != right.negative)
        return left.magnitude == 0 && right.magnitude == 0 ? 0 : left.negative ? -1 : 1;
    Wide a;
    Wide b;
    alignScales(left, a, right, b);
    const int order = a.isBelow(b) ? -1 : b.isBelow(a) ? 1 : 0;
    return left.negative ? -order : order;
}

DecimalValue decimalOfInteger(qint64 value)
{
    const auto bits = quint64(value);
    return { value < 0, Magnitude(value < 0 ? 0 - bits : bits), 0 };
}

std::optional<qint64> wholePart(const DecimalValue &value)
{
    const Magnitude whole = value.magnitude / power(value.scale);
    const Magnitude limit = Magnitude(1) << 63;
    if (whole > limit || (whole == limit && !value.negative))
        return std::nullopt;
    const auto bits = quint64(whole);
    return qint64(value.negative ? 0 - bits : bits);
}

std::optional<DecimalValue> decimalOfDouble(double value, int precision, int scale)
{
    if (!std::isfinite(value))
        return std::nullopt;
    constexpr int meaningful = 17;
    // d.dddddddddddddddde+xx
    const QString text = QString::number(std::fabs(value), 'e', meaningful - 1);
    const qsizetype mark = text.indexOf(u'e');
    const int exponent = text.mid(mark + 1).toInt();
    std::optional<DecimalValue> digits = parseDecimal(text.left(mark));
    if (!digits || exponent > mostDigits)
        return std::nullopt;
    digits->negative = value < 0;
    int places = meaningful - 1 - exponent; // the digits' scale
    for (; places < 0; ++places) {
        if (digits->magnitude >= power(mostDigits - 1))
            return std::nullopt;
        digits->magnitude *= 10;
    }
    digits->scale = places;
    return fitDecimal(*digits, precision, scale);
}

double doubleOfDecimal(const DecimalValue &value)
{
    return decimalText(value).toDouble();
}

QString decimalText(const DecimalValue &value)
{
    QString text = magnitudeText(value.magnitude).rightJustified(value.scale + 1, u'0');
    if (value.scale > 0)
        text.insert(text.size() - value.scale, u'.');
    return value.negative ? u'-' + text : text;
}

} // namespace tidemark::practice
