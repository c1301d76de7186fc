#pragma once

#include "syncjob.h"

#include <QString>

namespace tidemark {

/// The job as it stands in the window, for the pages that ask about it. GUI thread.
class JobView {
public:
    virtual ~JobView() = default;

    /// With the connection, the folders and the tables of this moment.
    virtual SyncJob job() const = 0;
    /// Empty when the server can be asked about the job's tables; else a sentence that says what is missing.
    virtual QString reasonNotToAsk() const = 0;
    /// What can be looked at without a choice: the tracked tables of the databases that are open in the tree,
    /// or all of one that tracks none.
    virtual QList<TableRequest> openedTables() const { return {}; }
};

} // namespace tidemark
