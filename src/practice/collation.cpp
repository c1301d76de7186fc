#include "collation.h"

#include "storedvalue.h"

#include <QStringList>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Suffixes of collation names that change nothing here.
bool isIndifferent(const QString &part)
{
    static const QStringList parts = { u"AS"_s, u"CI"_s, u"CS"_s, u"AI"_s, u"KS"_s, u"WS"_s, u"SC"_s,
        u"VSS"_s, u"UTF8"_s, u"BIN"_s, u"BIN2"_s };
    return parts.contains(part);
}

/// Letters without their marks: the first code point of the canonical decomposition.
char32_t withoutMark(char32_t c)
{
    while (c >= 0x80 && QChar::decompositionTag(c) == QChar::Canonical) {
        const QString parts = QChar::decomposition(c);
        const char32_t first = parts.at(0).isHighSurrogate() && parts.size() > 1
            ? QChar::surrogateToUcs4(parts.at(0), parts.at(1))
            : char32_t(parts.at(0).unicode());
        if (first == c)
            break;
        c = first;
    }
    return c;
}

char32_t weight(char32_t c, const Collation &collation)
{
    if (collation.binary)
        return c;
    if (!collation.accentSensitive)
        c = withoutMark(c);
    if (collation.caseSensitive)
        return c;
    if (c < 0x80)
        return c >= U'a' && c <= U'z' ? c - 32 : c;
    return QChar::toUpper(c);
}

/// Walks the code points of WTF-8.
class CodePoints {
public:
    explicit CodePoints(QByteArrayView bytes) : m_at(bytes.begin()), m_end(bytes.end()) { }

    bool atEnd() const { return m_at == m_end; }

    char32_t next()
    {
        const auto lead = static_cast<unsigned char>(*m_at++);
        if (lead < 0x80)
            return lead;
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        char32_t c = lead & (0x3F >> more);
        for (int i = 0; i < more && m_at != m_end; ++i)
            c = c << 6 | (static_cast<unsigned char>(*m_at++) & 0x3F);
        return c;
    }

private:
    QByteArrayView::const_iterator m_at;
    QByteArrayView::const_iterator m_end;
};

/// What is left of the longer text against blanks.
int compareTail(CodePoints rest, const Collation &collation)
{
    while (!rest.atEnd()) {
        const char32_t c = weight(rest.next(), collation);
        if (c != U' ')
            return c < U' ' ? -1 : 1;
    }
    return 0;
}

} // namespace

std::optional<Collation> collationByName(const QString &name)
{
    const QStringList parts = name.toUpper().split(u'_');
    const bool known = name.startsWith(u"Latin1_General_"_s, Qt::CaseInsensitive)
        || name.startsWith(u"SQL_Latin1_General_"_s, Qt::CaseInsensitive);
    if (!known || !isIndifferent(parts.last()))
        return std::nullopt;
    Collation collation;
    collation.binary = parts.contains(u"BIN"_s) || parts.contains(u"BIN2"_s);
    collation.caseSensitive = parts.contains(u"CS"_s);
    collation.accentSensitive = !parts.contains(u"AI"_s);
    collation.utf8 = parts.contains(u"UTF8"_s);
    if (!collation.binary && !collation.caseSensitive && !parts.contains(u"CI"_s))
        return std::nullopt;
    return collation;
}

QString collationName(const Collation &collation)
{
    if (collation == Collation{})
        return u"SQL_Latin1_General_CP1_CI_AS"_s;
    QString name = u"Latin1_General_100_"_s;
    if (collation.binary) {
        name += u"BIN2"_s;
    } else {
        name += collation.caseSensitive ? u"CS"_s : u"CI"_s;
        name += collation.accentSensitive ? u"_AS"_s : u"_AI"_s;
        if (collation.utf8)
            name += u"_SC"_s;
    }
    return collation.utf8 ? name + u"_UTF8"_s : name;
}

QString sqliteCollation(const Collation &collation)
{
    if (collation.binary)
        return u"ts_bin"_s;
    return u"ts_"_s + (collation.caseSensitive ? u"cs"_s : u"ci"_s)
        + (collation.accentSensitive ? u"_as"_s : u"_ai"_s);
}

int compareStoredText(QByteArrayView left, QByteArrayView right, const Collation &collation)
{
    CodePoints a(left);
    CodePoints b(right);
    while (!a.atEnd() && !b.atEnd()) {
        const char32_t x = weight(a.next(), collation);
        const char32_t y = weight(b.next(), collation);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return a.atEnd() ? -compareTail(b, collation) : compareTail(a, collation);
}

int compareText(const QString &left, const QString &right, const Collation &collation)
{
    return compareStoredText(encodeText(left), encodeText(right), collation);
}

} // namespace tidemark::practice
