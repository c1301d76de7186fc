#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tidemark::practice {

/// The bits of a hierarchyid of "/1/2/": whole numbers from -72 to 5199 a level. Nothing for other texts.
std::optional<QByteArray> hierarchyBytes(const QString &text);
std::optional<QString> hierarchyText(const QByteArray &bytes);

} // namespace tidemark::practice
