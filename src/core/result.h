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

/// The same with the sentences that say what to do next apart.
[[nodiscard]] inline tl::unexpected<SyncError> failWithAdvice(
    ErrorKind kind, const QString &happened, const QString &advice, QString context = {})
{
    return tl::unexpected<SyncError>(
        SyncError{ kind, happened + u' ' + advice, {}, 0, false, std::move(context), 0, advice });
}

[[nodiscard]] inline tl::unexpected<SyncError> fail(SyncError error)
{
    return tl::unexpected<SyncError>(std::move(error));
}

} // namespace tidemark
