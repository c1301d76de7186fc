#pragma once

#include "jobview.h"

namespace tidemark {

/// The window's job as a test wants it.
class FakeJobView : public JobView {
public:
    SyncJob now;
    QString reason;
    QList<TableRequest> opened;

    SyncJob job() const override { return now; }
    QString reasonNotToAsk() const override { return reason; }
    QList<TableRequest> openedTables() const override { return opened; }
};

} // namespace tidemark
