#pragma once

#include "demorandom.h"
#include "practiceoptions.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tidemark::practice {

class EngineServer;
class SqlSession;

/// Changes the demo databases in a thread of its own, so many rows a second, in transactions such as a shop
/// has: orders with lines, payments, returns, new customers. Ends when destroyed.
class Churn {
public:
    Churn(EngineServer &server, const PracticeOptions &options);
    ~Churn();
    Q_DISABLE_COPY_MOVE(Churn)

private:
    struct Transaction {
        QString batch;
        int changes = 0;
    };

    void run();
    Transaction next();
    bool waitFor(double seconds);

    EngineServer &m_server;
    const double m_changesPerSecond;
    DemoRandom m_random;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace tidemark::practice
