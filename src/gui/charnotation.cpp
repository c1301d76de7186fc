#include "charnotation.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString charText(QChar character)
{
    if (character == u'\t')
        return u"\\t"_s;
    if (character.isPrint())
        return character;
    return u"\\u%1"_s.arg(int(character.unicode()), 4, 16, QChar(u'0'));
}

std::optional<QChar> charFromText(const QString &text)
{
    if (text == u"\\t")
        return u'\t';
    if (text.size() == 1)
        return text.front();
    bool isNumber = false;
    const ushort unit = text.size() == 6 && text.startsWith(u"\\u") ? text.mid(2).toUShort(&isNumber, 16) : 0;
    return isNumber ? std::optional<QChar>(unit) : std::nullopt;
}

} // namespace tidemark
