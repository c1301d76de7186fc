#pragma once

#include "documentnode.h"
#include "documentreader.h"
#include "result.h"

#include <QByteArray>
#include <QString>

namespace tidemark {

/// The text of a document, indented by two blanks, ending with a newline. Reads back as the same tree.
QByteArray documentText(const DocumentNode &root, DocumentFormat format);

/// Writes a file so that a crash leaves the old or the new one, never half of one; the format is by
/// extension.
[[nodiscard]] Status writeDocument(const DocumentNode &root, const QString &path);

} // namespace tidemark
