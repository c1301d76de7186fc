#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <limits>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::CommandLine)
};

struct VerbInfo {
    Verb verb;
    QString word;
    QString summary;
    QList<QCommandLineOption> options;
    QStringList actions; // words of which one must follow the verb
};

using Option = QCommandLineOption;

QList<Option> commonOptions(Verb verb)
{
    const bool judges =
        verb == Verb::Preview || verb == Verb::Freshness || verb == Verb::Check || verb == Verb::Verify;
    return { Option({ u"v"_s, u"verbose"_s }, CommandText::tr("Say more on standard error.")),
        Option({ u"q"_s, u"quiet"_s },
            judges ? CommandText::tr("Print only what is wrong; JSON lines stay complete.")
                   : CommandText::tr("Say only what went wrong.")) };
}

QList<Option> connectionOptions()
{
    return { Option(u"server"_s, CommandText::tr("Server: host, host,port or host\\instance."), u"server"_s),
        Option(u"user"_s, CommandText::tr("User of the SQL login."), u"user"_s),
        Option(u"password-fd"_s,
            CommandText::tr("Read the password from this file descriptor. Otherwise it is taken from the "
                            "environment (TIDEMARK_PASSWORD), the keychain or a prompt."),
            u"number"_s),
        Option(
            u"driver"_s, CommandText::tr("ODBC driver by name; default: the best one installed."), u"name"_s),
        Option(u"encrypt"_s,
            CommandText::tr("no, yes (default) or strict; optional and mandatory as in a job file."),
            u"mode"_s),
        Option(u"trust-server-certificate"_s,
            CommandText::tr("Accept a certificate that cannot be verified.")) };
}

QList<Option> jobOptions()
{
    return { Option({ u"c"_s, u"config"_s }, CommandText::tr("Job file, JSON or YAML."), u"file"_s),
        Option(u"table"_s,
            CommandText::tr("Only tables that match: table, schema.table or database.schema.table, with * "
                            "and ?. Can be repeated."),
            u"pattern"_s) };
}

QList<Option> folderOptions()
{
    return { Option(u"output-dir"_s, CommandText::tr("Folder for the CSV files."), u"folder"_s),
        Option(u"watermark-dir"_s, CommandText::tr("Folder for the watermarks."), u"folder"_s) };
}

QList<Option> watermarkOptions()
{
    return { Option(u"version"_s,
                 CommandText::tr("set: an earlier version, at which a set of files ends; show --json lists "
                                 "them."),
                 u"number"_s),
        Option(u"yes"_s, CommandText::tr("reset, set: do it. Without it, only what would happen is said.")) };
}

QList<Option> practiceOptions()
{
    return { Option(u"user"_s, CommandText::tr("Name of the login."), u"user"_s),
        Option(u"password"_s,
            CommandText::tr("Its password, for throw-away data only; default: a random one."), u"password"_s),
        Option(u"port"_s, CommandText::tr("Port on 127.0.0.1; default: any free one."), u"number"_s),
        Option(
            u"data"_s, CommandText::tr("Folder that keeps the data; default: a temporary one."), u"folder"_s),
        Option(u"fault"_s,
            CommandText::tr("Goes wrong on purpose, e.g. \"kind=close row=100 statement=[orders]\". Can be "
                            "repeated; a wrong kind tells which there are."),
            u"words"_s),
        Option(u"log"_s, CommandText::tr("File that gets every statement of the clients."), u"file"_s),
        Option(u"read-only"_s, CommandText::tr("Clients cannot write.")),
        Option(u"databases"_s, CommandText::tr("How many databases (default 1)."), u"number"_s),
        Option(
            u"tables"_s, CommandText::tr("How many further small tables in each (default 0)."), u"number"_s),
        Option(u"rows"_s, CommandText::tr("Rows of the larger tables (default 1000)."), u"number"_s),
        Option(
            u"seed"_s, CommandText::tr("Seed of the data; the same seed makes the same data."), u"number"_s),
        Option(u"tls"_s, CommandText::tr("off, on (default: as the client asks) or required."), u"mode"_s),
        Option(u"churn"_s, CommandText::tr("Changes a second, made while it runs (default 0)."), u"number"_s),
        Option(u"script"_s,
            CommandText::tr("T-SQL to run before it is ready, in the first database; GO between batches."),
            u"file"_s) };
}

QList<VerbInfo> verbs()
{
    const QList<Option> sync = jobOptions() + connectionOptions() + folderOptions()
        + QList<Option>{ Option(u"mode"_s,
                             CommandText::tr(
                                 "full, incremental or full_incremental, for all tables of the job."),
                             u"mode"_s),
              Option(u"workers"_s, CommandText::tr("How many tables at a time."), u"number"_s) };
    const Option database(u"database"_s, CommandText::tr("Database to look at."), u"name"_s);
    const Option json(u"json"_s, CommandText::tr("One JSON object a line instead of a table."));
    const Option sql(u"sql"_s,
        CommandText::tr("Instead of the steps, the T-SQL script that mends what is missing, for whoever "
                        "administers the server. Nothing is run."));
    const Option keep(u"keep"_s, CommandText::tr("Keep the demo's files in this folder."), u"folder"_s);
    return {
        { Verb::Sync, u"sync"_s, CommandText::tr("Sync the tables of a job (the default with --config)."),
            sync, {} },
        { Verb::Preview, u"preview"_s,
            CommandText::tr(
                "Say what a sync would do with each table: inserts, updates, deletes, size, time."),
            sync + QList<Option>{ json }, {} },
        { Verb::Freshness, u"status"_s,
            CommandText::tr("Say how fresh each table is and how long its changes are kept."),
            sync + QList<Option>{ json }, {} },
        { Verb::List, u"list"_s, CommandText::tr("List databases and tables, and whether they are tracked."),
            jobOptions() + connectionOptions() + QList<Option>{ database, json }, {} },
        { Verb::Check, u"check"_s,
            CommandText::tr(
                "Check connection, change tracking and rights; say what to run when one is missing."),
            jobOptions() + connectionOptions() + QList<Option>{ database, json, sql }, {} },
        { Verb::Practice, u"practice"_s, CommandText::tr("Start a practice server with made-up data."),
            practiceOptions(), {} },
        { Verb::Demo, u"demo"_s,
            CommandText::tr("Show a first sync, changes and a second sync, with made-up data."), { keep },
            {} },
        { Verb::Verify, u"verify"_s,
            CommandText::tr("Compare the files with what the manifests say: rows, bytes, SHA-256."),
            jobOptions() + folderOptions() + QList<Option>{ json }, {} },
        { Verb::Watermark, u"watermark"_s,
            CommandText::tr("Show watermarks; reset or set one back; undo that."),
            jobOptions() + folderOptions() + watermarkOptions() + QList<Option>{ json },
            { u"show"_s, u"reset"_s, u"set"_s, u"undo"_s } },
    };
}

QString overview()
{
    QString text = CommandText::tr("Tidemark copies change-tracked tables of SQL Server to CSV files.\n\n"
                                   "  tidemark                          opens the window\n"
                                   "  tidemark --config job.json        syncs the tables of a job\n"
                                   "  tidemark --gui --config job.json  opens the window on that job\n\n"
                                   "Verbs (tidemark VERB --help tells its options):\n");
    for (const VerbInfo &info : verbs())
        text += u"  "_s + info.word.leftJustified(11) + info.summary + u'\n';
    text += CommandText::tr("\nExit codes:\n"
                            "  0        all well\n"
                            "  1        a table failed\n"
                            "  2        wrong arguments or job file\n"
                            "  3        no connection or login\n"
                            "  4        every table was locked by another run\n"
                            "  5        check, status or verify found something wrong\n"
                            "  130 143  stopped by a signal\n");
    return text;
}

tl::unexpected<SyncError> wrong(const QString &text)
{
    return fail(ErrorKind::Configuration, text);
}

/// The same, and where the help is.
tl::unexpected<SyncError> wrong(const QString &text, const QString &command)
{
    return wrong(text + u' ' + CommandText::tr("See %1 --help.").arg(command));
}

template <typename Number>
Status readNumber(
    const QCommandLineParser &parser, const QString &option, Number low, Number high, Number &target)
{
    if (!parser.isSet(option))
        return {};
    bool ok = false;
    const double value = parser.value(option).toDouble(&ok);
    const bool whole = std::is_floating_point_v<Number> || value == double(qint64(value));
    if (!ok || !whole || value < double(low) || value > double(high)) {
        return wrong(CommandText::tr("--%1 needs a number from %2 to %3, not \"%4\".")
                         .arg(option, QString::number(low), QString::number(high), parser.value(option)));
    }
    target = Number(value);
    return {};
}

Status readWord(
    const QCommandLineParser &parser, const QString &option, const QStringList &words, QString &target)
{
    if (!parser.isSet(option))
        return {};
    target = parser.value(option);
    if (!words.contains(target)) {
        return wrong(
            CommandText::tr("--%1 needs one of %2, not \"%3\".").arg(option, words.join(u", "_s), target));
    }
    return {};
}

Status readJobOptions(const QCommandLineParser &parser, CommandLine &line)
{
    line.config = parser.value(u"config"_s);
    line.tables = parser.values(u"table"_s);
    ConnectionArguments &connection = line.connection;
    connection.server = parser.value(u"server"_s);
    connection.user = parser.value(u"user"_s);
    connection.driver = parser.value(u"driver"_s);
    connection.trustServerCertificate = parser.isSet(u"trust-server-certificate"_s);
    if (auto status = readWord(parser, u"encrypt"_s,
            { u"no"_s, u"yes"_s, u"strict"_s, u"optional"_s, u"mandatory"_s }, connection.encrypt);
        !status)
        return status;
    int number = 0;
    if (auto status = readNumber(parser, u"password-fd"_s, 0, 65535, number); !status)
        return status;
    if (parser.isSet(u"password-fd"_s))
        connection.passwordFd = number;
    return {};
}

Status readSyncOptions(const QCommandLineParser &parser, CommandLine &line)
{
    line.outputDir = parser.value(u"output-dir"_s);
    line.watermarkDir = parser.value(u"watermark-dir"_s);
    QString mode;
    if (auto status =
            readWord(parser, u"mode"_s, { u"full"_s, u"incremental"_s, u"full_incremental"_s }, mode);
        !status)
        return status;
    line.mode = syncModeFromName(mode);
    int workers = 0;
    if (auto status = readNumber(parser, u"workers"_s, 1, 64, workers); !status)
        return status;
    if (workers > 0)
        line.workers = workers;
    return {};
}

Status readPracticeOptions(const QCommandLineParser &parser, PracticeCommand &practice)
{
    practice.faults = parser.values(u"fault"_s);
    practice.logFile = parser.value(u"log"_s);
    practice.readOnly = parser.isSet(u"read-only"_s);
    practice.user = parser.value(u"user"_s);
    practice.password = parser.value(u"password"_s);
    practice.dataDir = parser.value(u"data"_s);
    practice.scriptFile = parser.value(u"script"_s);
    const int million = 1'000'000;
    for (const Status &status : { readNumber<quint16>(parser, u"port"_s, 0, 65535, practice.port),
             readNumber(parser, u"databases"_s, 1, 100, practice.databases),
             readNumber(parser, u"tables"_s, 0, 20'000, practice.tables),
             readNumber(parser, u"rows"_s, 0, 10 * million, practice.rows),
             readNumber<quint32>(parser, u"seed"_s, 0, std::numeric_limits<quint32>::max(), practice.seed),
             readNumber(parser, u"churn"_s, 0.0, 100'000.0, practice.churn),
             readWord(parser, u"tls"_s, { u"off"_s, u"on"_s, u"required"_s }, practice.tls) }) {
        if (!status)
            return status;
    }
    return {};
}

Status readWatermarkOptions(const QCommandLineParser &parser, CommandLine &line)
{
    WatermarkCommand &watermark = line.watermark;
    watermark.action = parser.positionalArguments().constFirst();
    watermark.yes = parser.isSet(u"yes"_s);
    const QString version = parser.value(u"version"_s);
    if (watermark.action != u"show" && line.tables.isEmpty())
        return wrong(
            CommandText::tr("watermark %1 needs a table: --table dbo.orders.").arg(watermark.action));
    if (watermark.action != u"set") {
        return version.isEmpty()
            ? Status()
            : wrong(CommandText::tr("--version goes with watermark set only, not with %1.")
                        .arg(watermark.action));
    }
    bool ok = false;
    watermark.version = version.toLongLong(&ok);
    return ok && *watermark.version >= 0
        ? Status()
        : wrong(CommandText::tr("watermark set needs --version with a whole number, 0 or above, not \"%1\".")
                    .arg(version));
}

/// Of the verbs that look at folders and need no server.
Status readStoreOptions(const QCommandLineParser &parser, CommandLine &line)
{
    line.config = parser.value(u"config"_s);
    line.tables = parser.values(u"table"_s);
    line.outputDir = parser.value(u"output-dir"_s);
    line.watermarkDir = parser.value(u"watermark-dir"_s);
    line.json = parser.isSet(u"json"_s);
    return line.verb == Verb::Watermark ? readWatermarkOptions(parser, line) : Status();
}

Status readOptions(const QCommandLineParser &parser, CommandLine &line)
{
    line.verbose = parser.isSet(u"verbose"_s);
    line.quiet = parser.isSet(u"quiet"_s);
    if (line.verb == Verb::Practice)
        return readPracticeOptions(parser, line.practice);
    if (line.verb == Verb::Demo) {
        line.practice.keepDir = parser.value(u"keep"_s);
        return {};
    }
    if (line.verb == Verb::Verify || line.verb == Verb::Watermark)
        return readStoreOptions(parser, line);
    if (auto status = readJobOptions(parser, line); !status)
        return status;
    if (line.verb == Verb::Sync)
        return readSyncOptions(parser, line);
    line.json = parser.isSet(u"json"_s);
    if (line.verb == Verb::Preview || line.verb == Verb::Freshness)
        return readSyncOptions(parser, line);
    line.database = parser.value(u"database"_s);
    line.sql = line.verb == Verb::Check && parser.isSet(u"sql"_s);
    if (line.json && line.sql)
        return wrong(CommandText::tr("--json and --sql exclude each other."));
    return {};
}

Result<CommandLine> parseOptions(const VerbInfo &info, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(info.summary);
    parser.addOptions(info.options + commonOptions(info.verb));
    const Option help({ u"h"_s, u"help"_s }, CommandText::tr("Show this help."));
    parser.addOption(help);
    if (!info.actions.isEmpty())
        parser.addPositionalArgument(info.actions.join(u'|'), CommandText::tr("What to do."));
    if (!parser.parse(QStringList(u"tidemark "_s + info.word) + arguments))
        return wrong(parser.errorText());
    CommandLine line;
    if (parser.isSet(help)) {
        line.helpText = parser.helpText().replace(u"<executable_name>"_s, u"tidemark "_s + info.word);
        return line;
    }
    QStringList words = parser.positionalArguments();
    if (!info.actions.isEmpty()) {
        const QString action = words.isEmpty() ? QString() : words.takeFirst();
        if (!info.actions.contains(action)) {
            const QString choice = info.actions.join(u", "_s);
            return wrong(action.isEmpty()
                    ? CommandText::tr("%1 needs one of %2.").arg(info.word, choice)
                    : CommandText::tr("%1 needs one of %2, not \"%3\".").arg(info.word, choice, action));
        }
    }
    if (!words.isEmpty())
        return wrong(CommandText::tr("\"%1\" is not expected here.").arg(words.constFirst()));
    line.verb = info.verb;
    if (auto status = readOptions(parser, line); !status)
        return fail(status.error());
    const bool needsJob =
        line.verb == Verb::Sync || line.verb == Verb::Preview || line.verb == Verb::Freshness;
    if (needsJob && line.config.isEmpty())
        return wrong(CommandText::tr("%1 needs a job file: --config job.json.").arg(info.word));
    return line;
}

Result<CommandLine> parseVerb(const VerbInfo &info, const QStringList &arguments)
{
    Result<CommandLine> line = parseOptions(info, arguments);
    return line ? line : wrong(line.error().text, u"tidemark "_s + info.word);
}

CommandLine window(const QStringList &arguments)
{
    CommandLine line;
    line.verb = Verb::Window;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(u"--config="_s))
            line.config = arguments[i].mid(9);
        else if ((arguments[i] == u"--config" || arguments[i] == u"-c") && i + 1 < arguments.size())
            line.config = arguments[++i];
    }
    return line;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    CommandLine line;
    if (arguments.isEmpty() || arguments.contains(u"--gui"_s))
        return window(arguments);
    const QString &first = arguments.constFirst();
    if (first == u"--version") {
        line.verb = Verb::Version;
        return line;
    }
    if (first == u"--help" || first == u"-h" || first == u"help") {
        line.helpText = overview();
        return line;
    }
    const QList<VerbInfo> known = verbs();
    if (first.startsWith(u'-'))
        return parseVerb(known.constFirst(), arguments);
    for (const VerbInfo &info : known) {
        if (info.word == first)
            return parseVerb(info, arguments.mid(1));
    }
    return wrong(CommandText::tr("\"%1\" is not a verb.").arg(first), u"tidemark"_s);
}

} // namespace tidemark
