#pragma once

#include "timesplit.h"

#include <QDateTime>
#include <QString>

namespace tidemark {

// Numbers as people read them, in their locale.

/// "38.1 MB"
QString bytesText(qint64 bytes);
/// "1,204", "2.1 M": how many, where the last digit does not matter.
QString roughCountText(qint64 count);
/// "4.1 s", "2 min 5 s", "3 h 20 min"
QString secondsText(double seconds);
/// "2 days 3 h", "3 h 20 min", "5 min": a time to plan with.
QString longTimeText(double seconds);
/// A time in the zone and manner of the person; empty for none.
QString localTimeText(const QDateTime &time);
/// "0:04", "1:02:03": a clock that runs.
QString clockText(qint64 seconds);
/// "server 1.2 s, network 0.3 s, formatting 0.0 s, disk 0.1 s", and on the next line what to try, if
/// anything.
QString timeSplitText(const TimeSplit &time);

} // namespace tidemark
