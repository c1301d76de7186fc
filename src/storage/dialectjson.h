#pragma once

#include "csvdialect.h"

#include <QJsonObject>

namespace tidemark {

/// Every option of a dialect by name, as schema.json tells readers how the files were written.
QJsonObject dialectToJson(const CsvDialect &dialect);
/// Options that are not named, or have a value from elsewhere, are those of the default dialect.
CsvDialect dialectFromJson(const QJsonObject &object);

} // namespace tidemark
