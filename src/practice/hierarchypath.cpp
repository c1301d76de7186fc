#include "hierarchypath.h"

#include <QStringList>

#include <array>
#include <string_view>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The numbers from `first` on whose difference to it stands in the x of the pattern; T says that the level
/// ends here.
struct LevelPattern {
    int first;
    int last;
    std::string_view bits;
};

constexpr std::array<LevelPattern, 8> patterns{ {
    { -72, -9, "0010xx0x1xxxT" },
    { -8, -1, "00111xxxT" },
    { 0, 3, "01xxT" },
    { 4, 7, "100xxT" },
    { 8, 15, "101xxxT" },
    { 16, 79, "110xx0x1xxxT" },
    { 80, 1103, "1110xxx0xxx0x1xxxT" },
    { 1104, 5199, "11110xxxxx0xxx0x1xxxT" },
} };

int freeBits(std::string_view pattern)
{
    int count = 0;
    for (const char bit : pattern)
        count += bit == 'x' ? 1 : 0;
    return count;
}

bool appendLevel(QByteArray &bits, int number)
{
    for (const LevelPattern &pattern : patterns) {
        if (number < pattern.first || number > pattern.last)
            continue;
        const int offset = number - pattern.first;
        int left = freeBits(pattern.bits);
        for (const char bit : pattern.bits)
            bits += bit == 'x' ? char('0' + (offset >> --left & 1)) : bit == 'T' ? '1' : bit;
        return true;
    }
    return false;
}

/// Takes one level off the bits.
std::optional<int> takeLevel(QByteArray &bits)
{
    for (const LevelPattern &pattern : patterns) {
        if (bits.size() < qsizetype(pattern.bits.size()))
            continue;
        int offset = 0;
        bool matches = true;
        for (std::size_t i = 0; i < pattern.bits.size() && matches; ++i) {
            const char wanted = pattern.bits[i] == 'T' ? '1' : pattern.bits[i];
            const char bit = bits[qsizetype(i)];
            if (wanted == 'x')
                offset = offset << 1 | (bit - '0');
            else
                matches = bit == wanted;
        }
        if (!matches)
            continue;
        bits = bits.sliced(qsizetype(pattern.bits.size()));
        return pattern.first + offset;
    }
    return std::nullopt;
}

} // namespace

std::optional<QByteArray> hierarchyBytes(const QString &text)
{
    if (!text.startsWith(u'/') || !text.endsWith(u'/'))
        return std::nullopt;
    QByteArray bits;
    if (text.size() > 1) {
        for (const QString &level : text.mid(1, text.size() - 2).split(u'/')) {
            bool ok = false;
            const int number = level.toInt(&ok);
            if (!ok || !appendLevel(bits, number))
                return std::nullopt;
        }
    }
    QByteArray bytes;
    for (qsizetype at = 0; at < bits.size(); at += 8)
        bytes += char(bits.mid(at, 8).leftJustified(8, '0').toInt(nullptr, 2));
    return bytes;
}

std::optional<QString> hierarchyText(const QByteArray &bytes)
{
    QByteArray bits;
    for (const char byte : bytes)
        bits += QByteArray::number(quint8(byte), 2).rightJustified(8, '0');
    QString text = u"/"_s;
    while (bits.contains('1')) {
        const std::optional<int> level = takeLevel(bits);
        if (!level)
            return std::nullopt;
        text += QString::number(*level) + u'/';
    }
    return text;
}

} // namespace tidemark::practice
