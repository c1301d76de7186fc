#pragma once

#include "sqltype.h"

#include <QString>

#include <optional>

namespace tidemark::practice {

/// "nvarchar", "int", "timestamp" for rowversion: as sys.types and error texts name it.
QString typeName(TypeId id);
/// "nvarchar(40)", "varbinary(max)", "decimal(18,2)".
QString typeText(const SqlType &type);
/// The type of a name without its length; lengths and scales are the declaration's defaults (nvarchar(1),
/// decimal(18,0), datetime2(7)). Knows the synonyms and sysname.
std::optional<SqlType> typeByName(const QString &name);

bool isInteger(TypeId id); // bit too
bool isDecimal(TypeId id);
bool isMoney(TypeId id);
bool isFloat(TypeId id);
bool isNumber(TypeId id); // any of these
bool isMoment(TypeId id); // date, time and their like
bool isText(TypeId id); // char types, text, ntext
bool isUnicode(TypeId id); // nchar, nvarchar, ntext, xml
bool isBinary(TypeId id); // binary types, image, rowversion
bool isClr(TypeId id); // hierarchyid, geometry, geography

/// Bytes that sys.columns.max_length tells; -1 for (max) and xml.
int maxLength(const SqlType &type);
int totalDigits(const SqlType &type); // sys.columns.precision
int fractionDigits(const SqlType &type); // sys.columns.scale

} // namespace tidemark::practice
