#pragma once

#include "runports.h"
#include "tablefreshness.h"

#include "canceltoken.h"

#include <QList>

namespace tidemark {

/// A table of the board.
struct FreshnessQuestion {
    TableRequest request;
    bool inJob = true;
};

enum class AskServer { Yes, No };

/// Looks at the watermarks, and for each database at the server in one round trip; what the server does not
/// answer is told from the watermarks alone. The tables come database by database. Nothing is locked or
/// written. Blocks.
[[nodiscard]] FreshnessReport findFreshness(const RunPorts &ports, const QList<FreshnessQuestion> &questions,
    AskServer ask, const CancelToken &cancel);

} // namespace tidemark
