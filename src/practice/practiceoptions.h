#pragma once

#include <QString>

#include <functional>

namespace tidemark::practice {

enum class TlsMode { Off, On, Required }; // On: the client decides; Required: everything is encrypted

/// How a practice server is started: the options of `tidemark practice`.
struct PracticeOptions {
    quint16 port = 0; // 0: any free one
    QString user = QStringLiteral("practice");
    QString password; // empty: a random one
    QString dataDir; // empty: a temporary folder, removed at the end
    int databases = 1;
    int tables = 0; // extra tables beside the demo's own, in each database
    int rows = 1000; // rows of the larger demo tables
    quint32 seed = 1;
    TlsMode tls = TlsMode::On;
    double churn = 0; // changes a second
    QString logFile; // gets every request of clients; empty: none
    bool readOnly = false; // clients cannot write
    std::function<bool()> isStopped = [] { return false; }; // asked often while demo data is made
};

} // namespace tidemark::practice
