#pragma once

#include "documentnode.h"
#include "result.h"

#include <QString>

namespace tidemark {

/// Reads JSON (RFC 8259) into a tree. QJsonDocument is not used because it forgets lines, the order of keys
/// and keys that stand twice. An error of kind Configuration names `path`, line and column.
[[nodiscard]] Result<DocumentNode> parseJson(const QString &text, const QString &path);

} // namespace tidemark
