#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <QByteArray>
#include <QString>

namespace tidemark::practice {

/// hierarchyid, geometry and geography: their bytes (MS-SSCLRT) from text and back.

/// "/1/2/", or well-known text.
[[nodiscard]] SqlResult<QString> clrText(const QByteArray &bytes, TypeId id);
/// `srid` for the spatial types. Error 6522.
[[nodiscard]] SqlResult<SqlValue> clrOfText(const QString &text, TypeId id, int srid);
[[nodiscard]] int spatialReference(const QByteArray &bytes);
int defaultSpatialReference(TypeId id);

} // namespace tidemark::practice
