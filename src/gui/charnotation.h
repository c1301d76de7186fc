#pragma once

#include <QChar>
#include <QString>

#include <optional>

namespace tidemark {

// A single character as a person types and reads it: itself, "\t" for a tab, "\u001f" for others that do not
// show.

QString charText(QChar character);
/// None when the text is not one character.
std::optional<QChar> charFromText(const QString &text);

} // namespace tidemark
