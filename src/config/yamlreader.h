#pragma once

#include "documentnode.h"
#include "result.h"

#include <QString>

namespace tidemark {

/// Reads YAML into a tree: one document, anchors and `<<` resolved. An error of kind Configuration names
/// `path` and the line.
[[nodiscard]] Result<DocumentNode> parseYaml(const QString &text, const QString &path);

} // namespace tidemark
