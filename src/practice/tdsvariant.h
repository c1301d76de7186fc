#pragma once

#include "tdstypes.h"

namespace tidemark::practice {

/// The head of a sql_variant's content: base type, size of the properties, properties.
void writeVariantType(TdsWriter &out, const SqlType &type);
/// Reads that head. Empty when the base type is unknown or its properties make no sense.
std::optional<SqlType> readVariantType(TdsReader &in);

} // namespace tidemark::practice
