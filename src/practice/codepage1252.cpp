#include "codepage1252.h"

#include <array>

namespace tidemark::practice {

namespace {

// The characters of the bytes 0x80 to 0x9F; the five unassigned bytes stand for the control characters.
constexpr std::array<char16_t, 32> upperControls{ 0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C,
    0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178 };

char byteOf(char16_t unit)
{
    if (unit < 0x80 || (unit >= 0xA0 && unit <= 0xFF))
        return static_cast<char>(unit);
    for (std::size_t i = 0; i < upperControls.size(); ++i) {
        if (upperControls[i] == unit)
            return static_cast<char>(0x80 + i);
    }
    return '?';
}

} // namespace

void toCodePage1252(QStringView text, char *bytes)
{
    for (const QChar unit : text)
        *bytes++ = byteOf(unit.unicode());
}

QString fromCodePage1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &unit : text) {
        if (unit >= QChar(0x80) && unit < QChar(0xA0))
            unit = QChar(upperControls[unit.unicode() - 0x80]);
    }
    return text;
}

} // namespace tidemark::practice
