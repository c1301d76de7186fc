#include "likepattern.h"

#include <algorithm>
#include <vector>

namespace tidemark::practice {

namespace {

/// One place of a pattern: any run of characters, or one character of some ranges.
struct Place {
    bool anyRun = false;
    bool negated = false;
    std::vector<std::pair<QChar, QChar>> ranges; // none: any character
    bool never = false; // a bracket that is not closed matches nothing
};

class PatternReader {
public:
    PatternReader(const QString &pattern, QChar escape) : m_pattern(pattern), m_escape(escape) { }

    std::vector<Place> read()
    {
        std::vector<Place> places;
        while (m_at < m_pattern.size()) {
            const QChar c = m_pattern[m_at++];
            if (!m_escape.isNull() && c == m_escape && m_at < m_pattern.size())
                places.push_back(single(m_pattern[m_at++]));
            else if (c == u'%')
                places.push_back({ true, false, {}, false });
            else if (c == u'_')
                places.push_back({});
            else if (c == u'[')
                places.push_back(set());
            else
                places.push_back(single(c));
        }
        return places;
    }

private:
    static Place single(QChar c) { return { false, false, { { c, c } }, false }; }

    Place set()
    {
        Place place;
        if (m_at < m_pattern.size() && m_pattern[m_at] == u'^') {
            place.negated = true;
            ++m_at;
        }
        const qsizetype start = m_at;
        while (m_at < m_pattern.size() && (m_pattern[m_at] != u']' || m_at == start)) {
            const QChar low = m_pattern[m_at++];
            QChar high = low;
            if (m_at + 1 < m_pattern.size() && m_pattern[m_at] == u'-' && m_pattern[m_at + 1] != u']') {
                high = m_pattern[m_at + 1];
                m_at += 2;
            }
            place.ranges.emplace_back(low, high);
        }
        place.never = m_at >= m_pattern.size();
        ++m_at;
        return place;
    }

    const QString &m_pattern;
    QChar m_escape;
    qsizetype m_at = 0;
};

bool fits(QChar c, const Place &place, const Collation &collation)
{
    if (place.never)
        return false;
    if (place.ranges.empty())
        return true;
    const QString text(c);
    const bool inside = std::any_of(place.ranges.begin(), place.ranges.end(), [&](const auto &range) {
        if (range.first == c || range.second == c)
            return true;
        // A blank is a character here, not padding.
        if (c == u' ' || range.first == u' ')
            return range.first <= c && c <= range.second;
        return compareText(QString(range.first), text, collation) <= 0
            && compareText(text, QString(range.second), collation) <= 0;
    });
    return inside != place.negated;
}

} // namespace

bool matchesLike(const QString &text, const QString &pattern, QChar escape, const Collation &collation)
{
    const std::vector<Place> places = PatternReader(pattern, escape).read();
    std::size_t place = 0;
    qsizetype at = 0;
    std::size_t runPlace = places.size(); // the last % and where its run ends by now
    qsizetype runEnd = 0;
    while (at < text.size()) {
        if (place < places.size() && places[place].anyRun) {
            runPlace = place++;
            runEnd = at;
        } else if (place < places.size() && fits(text[at], places[place], collation)) {
            ++place;
            ++at;
        } else if (runPlace < places.size()) {
            place = runPlace + 1;
            at = ++runEnd;
        } else {
            return false;
        }
    }
    while (place < places.size() && places[place].anyRun)
        ++place;
    return place == places.size();
}

} // namespace tidemark::practice
