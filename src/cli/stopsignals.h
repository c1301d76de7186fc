#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace tidemark {

/// Turns SIGINT and SIGTERM into a queued signal, once each; a second one ends the program at once as usual.
/// One instance, in the main thread.
class StopSignals : public QObject {
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    /// The signal that arrived first, or 0. Needs no event loop.
    int received();
    /// 130 or 143 after a signal, otherwise `otherwise`.
    int exitCode(int otherwise);

Q_SIGNALS:
    void stopRequested();

private:
    void readPipe();

    QSocketNotifier *m_notifier = nullptr;
    int m_received = 0;
};

} // namespace tidemark
