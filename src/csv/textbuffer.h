#pragma once

#include <QStringView>

#include <memory>
#include <vector>

namespace tidemark {

/// UTF-16 text that grows at its end and keeps its memory. Written through plain pointers: room() gives the
/// end, setEnd() takes it back moved.
class TextBuffer {
public:
    TextBuffer() { grow(0); }

    /// The end of the text, with room for so many units behind it.
    char16_t *room(qsizetype units)
    {
        if (m_capacity - m_size < units)
            grow(units);
        return m_text.get() + m_size;
    }
    void setEnd(const char16_t *end) { m_size = end - m_text.get(); }

    void append(QStringView text);
    void append(char16_t unit)
    {
        *room(1) = unit;
        ++m_size;
    }

    qsizetype size() const { return m_size; }
    QStringView view() const { return QStringView(m_text.get(), m_size); }
    QStringView view(qsizetype from) const { return view().mid(from); }
    void clear() { m_size = 0; }

private:
    void grow(qsizetype units);

    std::unique_ptr<char16_t[]> m_text;
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

/// The units that make quotes necessary, and what a look at a text finds of them.
class SpecialUnits {
public:
    enum Finding : unsigned { Nothing = 0, Special = 1, Surrogate = 2 };

    explicit SpecialUnits(QStringView units);

    bool contains(char16_t unit) const;
    bool overlaps(QStringView alphabet) const;
    /// Which findings the text has, as flags: Special, and Surrogate for any half of a pair.
    unsigned look(const char16_t *text, qsizetype size) const;

private:
    static constexpr size_t usual = 4;

    char16_t m_first[usual] = {}; // looked for eight units at a time
    std::vector<char16_t> m_others;
};

} // namespace tidemark
