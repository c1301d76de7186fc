#pragma once

#include "stopsignals.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

#include <optional>

namespace tidemark {

/// Waits for an answer in the main thread, whose event loop is not running yet. None when a signal came
/// first.
template <typename Value>
std::optional<Value> waitFor(const QFuture<Value> &future, StopSignals &stop)
{
    QEventLoop loop;
    QFutureWatcher<Value> watcher;
    QObject::connect(&watcher, &QFutureWatcher<Value>::finished, &loop, &QEventLoop::quit);
    QObject::connect(&stop, &StopSignals::stopRequested, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished() && stop.received() == 0)
        loop.exec();
    if (stop.received() != 0 || !future.isFinished())
        return std::nullopt;
    return future.result();
}

} // namespace tidemark
