#pragma once

#include "connectionspec.h"
#include "result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace tidemark {

/// How a practice server is started.
struct PracticeSettings {
    quint16 port = 0; // 0: any free one
    QString user; // empty: "practice"
    QString password; // empty: a random one
    QString dataDir; // empty: a temporary folder
    int databases = 1;
    int tables = 0;
    int rows = 1000;
    quint32 seed = 1;
    QString tls; // "off", "on" (default), "required"
    double churn = 0; // changes a second
    QString logFile; // of every statement; empty: none
    bool readOnly = false; // clients cannot write
    std::function<bool()> isStopped = [] { return false; }; // asked often while demo data is made
};

/// How to reach a running practice server.
struct PracticeInfo {
    QString server; // "127.0.0.1,PORT"
    QString user;
    QString password;
    QStringList databases;
    QString certificateFile;
};

/// What a practice server is busy with.
struct PracticeTraffic {
    int connections = 0; // now
    qint64 statements = 0; // of clients, since the start
    qint64 changes = 0; // transactions that changed tracked tables, ever
};

/// A practice server inside this program; stops when destroyed. Thread-safe; start() takes a second and more,
/// is called outside the GUI thread, and fails with Cancelled once the settings say that it is stopped.
class PracticeService {
public:
    [[nodiscard]] static Result<std::unique_ptr<PracticeService>> start(const PracticeSettings &settings);
    ~PracticeService();

    PracticeInfo info() const;
    /// How the best driver reaches it. The certificate is pinned with Microsoft's from version 18 on, which
    /// then speaks TDS 8, and is its own authority with FreeTDS.
    ConnectionSpec connection() const;
    PracticeTraffic traffic() const;
    /// Arms faults, each given as faultcall.h says.
    [[nodiscard]] Status armFaults(const QStringList &faults);
    /// Runs T-SQL as the owner, e.g. to make changes to try a sync with.
    [[nodiscard]] Status execute(const QString &database, const QString &batch);
    /// Runs a file of T-SQL, batches between lines of GO, beginning in the first database. An error names
    /// file and line; what ran before it stays.
    [[nodiscard]] Status runScript(const QString &path);

private:
    class Private;
    explicit PracticeService(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace tidemark
