#pragma once

#include "csvdialect.h"

#include <QStringConverter>

namespace tidemark {

/// The encoding of a dialect as QTextStream names it.
inline QStringConverter::Encoding streamEncoding(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le:
        return QStringConverter::Utf16LE;
    case TextEncoding::Latin1:
        return QStringConverter::Latin1;
    case TextEncoding::Utf8:
        break;
    }
    return QStringConverter::Utf8;
}

} // namespace tidemark
