#include "failurefile.h"

#include "jsonfile.h"
#include "manifest.h"

#include <QJsonObject>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

ErrorKind kindFromName(const QString &name)
{
    for (int kind = 0; kind < int(ErrorKind::Internal); ++kind) {
        if (errorKindName(ErrorKind(kind)) == name)
            return ErrorKind(kind);
    }
    return ErrorKind::Internal;
}

} // namespace

QString FailureFile::pathIn(const QString &watermarkFolder)
{
    return watermarkFolder + u"/last_failure.json"_s;
}

std::optional<FailedRun> FailureFile::read(const QString &watermarkFolder, const TableRef &table)
{
    const Result<std::optional<QJsonObject>> object = readJsonFile(pathIn(watermarkFolder));
    if (!object || !*object)
        return std::nullopt;
    const QJsonObject &json = **object;
    FailedRun failure;
    failure.table = tableFromJson(json[u"table"].toObject());
    failure.at = QDateTime::fromString(json[u"failed_at"].toString(), Qt::ISODateWithMs);
    if (failure.table != table || !failure.at.isValid())
        return std::nullopt;
    failure.runId = json[u"run"].toString();
    failure.mode = syncModeFromName(json[u"mode"].toString()).value_or(failure.mode);
    failure.error.kind = kindFromName(json[u"kind"].toString());
    failure.error.text = json[u"error"].toString();
    failure.error.sqlState = json[u"sqlstate"].toString();
    failure.error.nativeCode = json[u"native_code"].toInt();
    failure.error.context = json[u"context"].toString();
    return failure;
}

Status FailureFile::write(FileOps &files, const QString &watermarkFolder, const FailedRun &failure)
{
    const QJsonObject object{
        { u"table"_s, tableToJson(failure.table) },
        { u"failed_at"_s, failure.at.toUTC().toString(Qt::ISODateWithMs) },
        { u"run"_s, failure.runId },
        { u"mode"_s, syncModeName(failure.mode) },
        { u"kind"_s, errorKindName(failure.error.kind) },
        { u"error"_s, failure.error.text },
        { u"sqlstate"_s, failure.error.sqlState },
        { u"native_code"_s, failure.error.nativeCode },
        { u"context"_s, failure.error.context },
    };
    return files.replace(pathIn(watermarkFolder), jsonText(object));
}

} // namespace tidemark
