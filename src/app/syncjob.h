#pragma once

#include "connectionspec.h"
#include "tablerequest.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tidemark {

/// Everything a run needs, with all sources of settings already resolved. Table names may hold * and ?; they
/// are matched against the catalog when the run begins. Values only.
struct SyncJob {
    ConnectionSpec connection;
    Secret password;
    QString outputDir;
    QString watermarkDir;
    int maxWorkers = 1;
    QList<TableRequest> tables;
    QList<TableRef> excludes; // patterns, taken off what the patterns of `tables` match
    QStringList only; // filters as typed ("dbo.*"), left over of all tables; empty: everything
};

} // namespace tidemark
