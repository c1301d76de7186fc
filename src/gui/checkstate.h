#pragma once

#include "catalogentry.h"

#include <QIcon>
#include <QString>

namespace tidemark {

// What a step of a check came to: one word and one shape each, the same everywhere.

QString checkStateText(CheckOutcome outcome);
QIcon checkStateIcon(CheckOutcome outcome);
/// "0.04 s"; empty when it took no time worth telling.
QString checkTimeText(double seconds);

} // namespace tidemark
