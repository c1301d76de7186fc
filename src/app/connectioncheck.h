#pragma once

#include "backend.h"

#include "canceltoken.h"
#include "catalogentry.h"
#include "result.h"

#include <QList>
#include <QString>

#include <memory>

namespace tidemark {

/// How far a connection came, step by step, and the session when it came all the way.
struct ConnectionCheck {
    QList<CheckStep> steps; // driver, name, TCP, answer, encryption, login; the last is Bad when it failed
    Result<std::unique_ptr<SqlServerSession>> session;
};

/// Connects with a step told and timed for everything that can go wrong on the way. Blocks.
[[nodiscard]] ConnectionCheck checkConnection(
    const ConnectionSpec &spec, SqlServerSource &source, const QString &database, const CancelToken &cancel);

} // namespace tidemark
