#pragma once

#include "catalogentry.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace tidemark {

/// What a readiness check found: the connection, then each database and its tables.
struct ReadinessReport {
    QString server; // as the job names it
    QString login; // as the server knows it; empty when nobody got in
    QDateTime checkedAt;
    QList<CheckStep> steps;
};

} // namespace tidemark
