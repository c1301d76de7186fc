#pragma once

#include "syncerror.h"

#include <tl/expected.hpp>

#include <utility>

namespace tidemark {

/// A value or a SyncError. Every function that can fail returns one.
template <typename T>
using Result = tl::expected<T, SyncError>;

using Status = Result<void>;

/// `return fail(ErrorKind::Storage, tr("..."), path);` from any function that returns a Result.
[[nodiscard]] inline tl::unexpected<SyncError> fail(ErrorKind kind, QString text, QString context = {})
{
    return tl::unexpected<SyncError>(SyncError{ kind, std::move(text), {}, 0, false, std::move(context), 0 });
}

[[nodiscard]] inline tl::unexpected<SyncError> fail(SyncError error)
{
    return tl::unexpected<SyncError>(std::move(error));
}

} // namespace tidemark
