#pragma once

#include "sqlvalue.h"
#include "tdstypes.h"

namespace tidemark::practice {

/// Writes a value as a column or parameter of this type. Total: a value of another kind is taken as near as
/// it goes, one that is too long is cut, a scale that differs is adjusted. Long values spill on the way.
void writeValue(TdsWriter &out, const SqlType &type, const SqlValue &value, bool nullable = true);

/// Reads a value in a row or of a parameter. On bad bytes the reader is no longer ok, or no
/// longer valid when only this value is bad.
SqlValue readValue(TdsReader &in, const WireType &wire, TypePlace place);

} // namespace tidemark::practice
