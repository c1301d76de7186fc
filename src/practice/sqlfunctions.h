#pragma once

#include "sessionfunctions.h"

#include <optional>

struct sqlite3;

namespace tidemark::practice {

/// What the functions of one SQLite connection need and leave behind. Must outlive the connection.
struct FunctionContext {
    SessionFunctions *session = nullptr;
    /// The message of the function that failed: look here when sqlite3_step answers SQLITE_ERROR. The line
    /// is that of the statement's text.
    std::optional<ServerMessage> error;
};

/// Gives a connection the functions and collations that translated statements call.
[[nodiscard]] bool registerFunctions(sqlite3 *connection, FunctionContext &context);

} // namespace tidemark::practice
