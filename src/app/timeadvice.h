#pragma once

#include "timesplit.h"

#include <QString>

namespace tidemark {

/// "server", "network", "formatting", "disk", as people read them.
QString timePartText(TimePart part);
/// What held a run up most, and one thing to try; empty when there was next to nothing to wait for.
QString timeAdvice(const TimeSplit &time);

} // namespace tidemark
