#pragma once

#include "result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

// JSON files as this module keeps them: one object, read with errors that name file and line.
namespace tidemark {

/// The object in a file; none when there is no such file.
[[nodiscard]] Result<std::optional<QJsonObject>> readJsonFile(const QString &path);

/// The same, made into a value; `parse` gets the path for its errors.
template <typename Value>
[[nodiscard]] Result<std::optional<Value>> readJsonFile(
    const QString &path, Result<Value> (*parse)(const QJsonObject &json, const QString &path))
{
    const Result<std::optional<QJsonObject>> object = readJsonFile(path);
    if (!object)
        return fail(object.error());
    if (!*object)
        return std::nullopt;
    Result<Value> value = parse(**object, path);
    if (!value)
        return fail(value.error());
    return std::move(*value);
}

/// The object that a text holds. `path` is for errors only.
[[nodiscard]] Result<QJsonObject> parseJson(const QByteArray &text, const QString &path);

/// Indented, with a newline at the end.
QByteArray jsonText(const QJsonObject &object);

/// The error for a file whose content is not what it must be. `line` 0: not known.
SyncError jsonError(const QString &path, int line, const QString &what);

/// The first line, from 1, that holds the text; 0 when none does.
int lineHolding(const QByteArray &text, const QByteArray &part);

} // namespace tidemark
