#pragma once

#include "documentreader.h"
#include "documentwriter.h"
#include "jobfile.h"

#include <QByteArray>
#include <QString>
#include <QTest>

/// Help for tests of job files.
namespace jobsupport {

/// The JSON text as it stands, or as the YAML text of the same tree.
inline QByteArray inFormat(const QByteArray &json, const QString &path)
{
    using namespace tidemark;
    if (documentFormatOf(path) == DocumentFormat::Json)
        return json;
    const auto root = parseDocument(json, QStringLiteral("source.json"));
    return root ? documentText(*root, DocumentFormat::Yaml) : QByteArray();
}

/// The error as a text, or "" when there is none.
template <typename T>
QByteArray errorOf(const tidemark::Result<T> &result)
{
    return result ? QByteArray() : tidemark::describe(result.error()).toUtf8();
}

} // namespace jobsupport
