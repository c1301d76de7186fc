#pragma once

#include "historyrun.h"

namespace tidemark {

/// So many runs of one table, an hour apart, the newest first; the oldest is the whole load. More runs end in
/// the same ones.
inline QList<HistoryRun> pastRuns(int count)
{
    QList<HistoryRun> runs;
    for (int i = count - 1; i >= 0; --i) {
        HistoryRun run;
        run.table = { QStringLiteral("shop"), QStringLiteral("dbo"), QStringLiteral("orders") };
        run.runId = QStringLiteral("run-%1").arg(i);
        run.syncedAt = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(3600LL * i);
        run.mode = i == 0 ? SyncMode::Full : SyncMode::Incremental;
        if (i > 0)
            run.sinceVersion = ChangeVersion(10LL * i);
        run.version = ChangeVersion(10LL * i + 10);
        run.rows = 1202 + i;
        run.durationSeconds = 0.5 + i % 7;
        run.bytes = 38'100 + 17 * i;
        run.files = { { QStringLiteral("/data/shop/dbo/orders/2026-01-01/part%1.csv").arg(i), true, run.rows,
            *run.bytes, QString(64, QLatin1Char('a')) } };
        runs += run;
    }
    return runs;
}

} // namespace tidemark
