#include "jsonfile.h"

#include "fileops.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace tidemark {

namespace {

struct JsonText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JsonFile)
};

int lineAt(const QByteArray &text, qsizetype offset)
{
    return int(std::count(text.cbegin(), text.cbegin() + std::min(offset, text.size()), '\n')) + 1;
}

} // namespace

SyncError jsonError(const QString &path, int line, const QString &what)
{
    const QString place = line > 0 ? JsonText::tr("The file %1 is broken in line %2").arg(path).arg(line)
                                   : JsonText::tr("The file %1 is broken").arg(path);
    return { ErrorKind::Storage,
        JsonText::tr(
            "%1: %2. Restore the file from a backup, or move it away: then the table is loaded anew.")
            .arg(place, what),
        {}, 0, false, path, 0 };
}

int lineHolding(const QByteArray &text, const QByteArray &part)
{
    const qsizetype at = text.indexOf(part);
    return at < 0 ? 0 : lineAt(text, at);
}

Result<QJsonObject> parseJson(const QByteArray &text, const QString &path)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(jsonError(path, lineAt(text, error.offset), error.errorString()));
    if (!document.isObject())
        return fail(jsonError(path, 1, JsonText::tr("it must hold one JSON object")));
    return document.object();
}

Result<std::optional<QJsonObject>> readJsonFile(const QString &path)
{
    const Result<std::optional<QByteArray>> text = FileOps::read(path);
    if (!text)
        return fail(text.error());
    if (!*text)
        return std::nullopt;
    const Result<QJsonObject> object = parseJson(**text, path);
    if (!object)
        return fail(object.error());
    return *object;
}

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace tidemark
