#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace tidemark {

/// Calls `answered` with the future's result: at once when it is there, else from the event loop, never once
/// the context is gone. QFuture::then(context, ...) of Qt 6.4 looks at the context from the thread that
/// answers, so it must not be destroyed meanwhile; here it may. GUI thread.
template <typename T, typename Function>
void whenAnswered(const QFuture<T> &future, QObject *context, Function answered)
{
    if (future.isFinished()) {
        if (future.resultCount() > 0)
            answered(future.result());
        return;
    }
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, answered = std::move(answered)]() mutable {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                answered(watcher->result());
        });
    watcher->setFuture(future);
}

} // namespace tidemark
