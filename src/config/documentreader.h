#pragma once

#include "documentnode.h"
#include "result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tidemark {

enum class DocumentFormat { Json, Yaml };

/// By the extension: .json, .yaml, .yml.
std::optional<DocumentFormat> documentFormatOf(const QString &path);

/// A whole file. An error of kind Configuration names it and why it cannot be read.
[[nodiscard]] Result<QByteArray> readConfigFile(const QString &path);

/// Turns the text of a file into a tree. An error of kind Configuration names the file, line and column, and
/// shows nothing of the text, which may hold a password.
[[nodiscard]] Result<DocumentNode> parseDocument(const QByteArray &content, const QString &path);

} // namespace tidemark
