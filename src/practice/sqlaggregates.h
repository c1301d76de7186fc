#pragma once

#include "sqlfunctions.h"

struct sqlite3_context;

namespace tidemark::practice {

/// Registers the aggregates of translated statements:
///   ts_total(x)    the sum of stored numbers: a real, or a decimal(38, scale of x) in its stored form
///   ts_single(x)   the value of a subquery that may have one row only (error 512)
[[nodiscard]] bool registerAggregates(sqlite3 *connection, FunctionContext &context);

/// Leaves the message for the session and breaks the statement off.
void reportError(sqlite3_context *sqlite, FunctionContext &context, const ServerMessage &message);

} // namespace tidemark::practice
