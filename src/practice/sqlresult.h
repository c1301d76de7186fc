#pragma once

#include "resultsink.h"

#include <tl/expected.hpp>

#include <utility>

namespace tidemark::practice {

/// A value, or the message that the client gets.
template <typename T>
using SqlResult = tl::expected<T, ServerMessage>;

using SqlStatus = SqlResult<void>;

/// `return sqlError(208, u"Invalid object name '%1'."_s.arg(name), line);`
[[nodiscard]] inline tl::unexpected<ServerMessage> sqlError(
    int number, QString text, int line = 1, int severity = 16, int state = 1)
{
    return tl::unexpected<ServerMessage>(ServerMessage{ number, severity, state, std::move(text), line, {} });
}

[[nodiscard]] inline tl::unexpected<ServerMessage> sqlError(ServerMessage message)
{
    return tl::unexpected<ServerMessage>(std::move(message));
}

} // namespace tidemark::practice
