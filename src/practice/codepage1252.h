#pragma once

#include <QByteArrayView>
#include <QString>

namespace tidemark::practice {

/// Windows code page 1252: what char and varchar hold outside UTF-8 collations. A character that it lacks
/// becomes '?', one for each UTF-16 unit, as the server does; so bytes and units correspond one to one.
void toCodePage1252(QStringView text, char *bytes);
QString fromCodePage1252(QByteArrayView bytes);

} // namespace tidemark::practice
