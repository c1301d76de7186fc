#include "undofile.h"

#include "jsonfile.h"

#include <QCoreApplication>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct UndoText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::UndoRecord)
};

} // namespace

QString UndoRecord::pathIn(const QString &watermarkFolder)
{
    return watermarkFolder + u"/undo.json"_s;
}

Result<std::optional<UndoRecord>> UndoRecord::read(const QString &watermarkFolder)
{
    return readJsonFile<UndoRecord>(pathIn(watermarkFolder), fromJson);
}

Result<UndoRecord> UndoRecord::fromJson(const QJsonObject &json, const QString &path)
{
    UndoRecord undo;
    undo.table = tableFromJson(json[u"table"].toObject());
    undo.changedAt = QDateTime::fromString(json[u"changed_at"].toString(), Qt::ISODateWithMs);
    undo.watermark = json[u"watermark"].toObject();
    if (undo.watermark.isEmpty())
        return fail(jsonError(path, 0, UndoText::tr("it does not say what the watermark was")));
    const QJsonObject manifest = json[u"manifest"].toObject();
    if (!manifest.isEmpty()) {
        Result<Manifest> known = Manifest::fromJson(manifest, path);
        if (!known)
            return fail(known.error());
        undo.manifest = std::move(*known);
    }
    return undo;
}

QJsonObject UndoRecord::toJson() const
{
    return {
        { u"table"_s, tableToJson(table) },
        { u"changed_at"_s, changedAt.toUTC().toString(Qt::ISODateWithMs) },
        { u"watermark"_s, watermark },
        { u"manifest"_s, manifest.id.isEmpty() ? QJsonObject() : manifest.toJson() },
    };
}

} // namespace tidemark
