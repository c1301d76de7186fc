#pragma once

#include "result.h"
#include "syncmode.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

enum class Verb {
    Sync,
    List,
    Check,
    Preview,
    Freshness,
    Verify,
    Watermark,
    Practice,
    Demo,
    Help,
    Version,
    Window,
};

/// Options of the connection that stand beside or instead of those of a job.
struct ConnectionArguments {
    QString server;
    QString user;
    QString driver;
    QString encrypt;
    bool trustServerCertificate = false;
    std::optional<int> passwordFd; // a file descriptor to read the password from
};

/// The options of `tidemark practice` and `tidemark demo`.
struct PracticeCommand {
    quint16 port = 0;
    QString user;
    QString password;
    QString dataDir;
    QStringList faults; // armed before it is ready
    QString logFile;
    bool readOnly = false;
    int databases = 1;
    int tables = 0;
    int rows = 1000;
    quint32 seed = 1;
    QString tls;
    double churn = 0;
    QString scriptFile; // T-SQL to run before it is ready
    QString keepDir; // demo: where its files stay
};

/// The action and the options of `tidemark watermark`.
struct WatermarkCommand {
    QString action; // show, reset, set, undo
    std::optional<qint64> version; // set
    bool yes = false;
};

/// What a person typed, checked for form only: nothing was opened or looked up.
struct CommandLine {
    Verb verb = Verb::Help;
    QString helpText; // for Verb::Help
    QString config;
    QString outputDir;
    QString watermarkDir;
    std::optional<SyncMode> mode;
    QStringList tables; // patterns
    std::optional<int> workers;
    QString database; // list and check without a job
    ConnectionArguments connection;
    PracticeCommand practice;
    WatermarkCommand watermark;
    bool json = false;
    bool sql = false; // check: the script for the administrator
    bool verbose = false;
    bool quiet = false;
};

/// Reads the arguments (without the program's name). A wrong one is an error of kind Configuration that names
/// it and says where help is.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace tidemark
