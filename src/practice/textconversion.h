#pragma once

#include "conversion.h"
#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <QString>

namespace tidemark::practice {

/// Any value as text in a style of CONVERT, not yet fitted into a length.
[[nodiscard]] SqlResult<QString> textOf(
    const SqlValue &value, const SqlType &from, const SqlType &to, int style);

/// A text as a value of a text type: code page, length, blanks of char(n). For assignments that lose
/// characters error 8152.
[[nodiscard]] SqlResult<SqlValue> fitText(QString text, const SqlType &to, ConversionKind kind);

/// Conversions to the character types, text, ntext and xml.
[[nodiscard]] SqlResult<SqlValue> toText(
    const SqlValue &value, const SqlType &from, const SqlType &to, int style, ConversionKind kind);

/// Characters that a code page 1252 does not have are question marks.
QString throughCodePage(const QString &text);

QString guidText(const GuidValue &guid);

} // namespace tidemark::practice
