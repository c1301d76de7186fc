#include "textbuffer.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tidemark {

namespace {

constexpr qsizetype leastCapacity = 64LL * 1024;
/// Units that are compared at once, as GCC and Clang offer it on every processor.
using Lanes = quint16 __attribute__((vector_size(16)));
constexpr qsizetype lanes = sizeof(Lanes) / sizeof(char16_t);

bool isAny(const Lanes &flags)
{
    std::array<quint64, 2> words;
    std::memcpy(words.data(), &flags, sizeof words);
    return (words[0] | words[1]) != 0;
}

} // namespace

void TextBuffer::append(QStringView text)
{
    setEnd(std::copy_n(text.utf16(), text.size(), room(text.size())));
}

void TextBuffer::grow(qsizetype units)
{
    m_capacity = std::max({ leastCapacity, 2 * m_capacity, m_size + units });
    auto larger = std::make_unique_for_overwrite<char16_t[]>(size_t(m_capacity));
    std::copy_n(m_text.get(), m_size, larger.get());
    m_text = std::move(larger);
}

SpecialUnits::SpecialUnits(QStringView units)
{
    for (size_t i = 0; i < usual; ++i)
        m_first[i] = units[std::min(qsizetype(i), units.size() - 1)].unicode();
    for (const QChar unit : units.mid(usual))
        m_others.push_back(unit.unicode());
}

bool SpecialUnits::contains(char16_t unit) const
{
    return std::ranges::find(m_first, unit) != std::end(m_first)
        || std::ranges::find(m_others, unit) != m_others.end();
}

bool SpecialUnits::overlaps(QStringView alphabet) const
{
    return std::any_of(
        alphabet.begin(), alphabet.end(), [this](QChar unit) { return contains(unit.unicode()); });
}

unsigned SpecialUnits::look(const char16_t *text, qsizetype size) const
{
    Lanes special = {};
    Lanes surrogate = {};
    const auto lookAt = [&](const char16_t *units) {
        Lanes unit;
        std::memcpy(&unit, units, sizeof unit);
        special |=
            Lanes((unit == m_first[0]) | (unit == m_first[1]) | (unit == m_first[2]) | (unit == m_first[3]));
        surrogate |= Lanes((unit & 0xF800) == 0xD800);
    };
    for (qsizetype i = 0; i + lanes <= size; i += lanes)
        lookAt(text + i);
    if (const qsizetype rest = size % lanes; rest > 0 && size > lanes) {
        lookAt(text + size - lanes); // some units a second time
    } else if (rest > 0) {
        char16_t padded[lanes] = {};
        std::copy_n(text, rest, padded);
        lookAt(padded);
    }
    unsigned finding = (isAny(special) ? Special : Nothing) | (isAny(surrogate) ? Surrogate : Nothing);
    for (const char16_t other : m_others) {
        if (std::find(text, text + size, other) != text + size)
            finding |= Special;
    }
    return finding;
}

} // namespace tidemark
