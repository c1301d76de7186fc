#include "readiness.h"

#include "identifier.h"
#include "servererrors.h"

#include <QCoreApplication>
#include <QStringList>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReadinessText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ReadinessText)
};

constexpr int oldestMajorVersion = 13; // SQL Server 2016
constexpr std::chrono::minutes shortRetention = std::chrono::hours(48); // SQL Server's own default

CheckStep replicaStep(const ServerFacts &facts, const QString &database)
{
    CheckStep step{ ReadinessText::tr("replica"), CheckOutcome::Good,
        ReadinessText::tr("The database %1 takes writes here.").arg(database), {}, 0 };
    step.subject.database = database;
    step.why = ReadinessText::tr("Change tracking can be read on the primary replica only.");
    if (facts.readOnly) {
        step.outcome = CheckOutcome::Warning;
        step.text = ReadinessText::tr(
            "The database %1 is read-only here. On a secondary replica change tracking cannot be read.")
                        .arg(database);
        step.advice =
            ReadinessText::tr("Connect to the primary replica, and do not set ApplicationIntent=ReadOnly.");
    }
    return step;
}

/// A statement that sets something of the database.
QString alterDatabase(const DatabaseState &state, const QString &setting)
{
    return u"ALTER DATABASE "_s + quoteName(state.source.database) + u" SET "_s + setting + u';';
}

CheckStep databaseStep(const QString &name, const DatabaseState &state)
{
    CheckStep step;
    step.name = name;
    step.subject.database = state.source.database;
    return step;
}

/// Without plural forms of a translation, since the command line loads none.
QString durationText(std::chrono::minutes time)
{
    const qint64 minutes = time.count();
    if (minutes % (24 * 60) == 0)
        return minutes == 24 * 60 ? ReadinessText::tr("1 day")
                                  : ReadinessText::tr("%1 days").arg(minutes / (24 * 60));
    if (minutes % 60 == 0)
        return minutes == 60 ? ReadinessText::tr("1 hour") : ReadinessText::tr("%1 hours").arg(minutes / 60);
    return minutes == 1 ? ReadinessText::tr("1 minute") : ReadinessText::tr("%1 minutes").arg(minutes);
}

CheckStep retentionStep(const DatabaseState &state)
{
    CheckStep step = databaseStep(ReadinessText::tr("retention"), state);
    step.why = ReadinessText::tr("A table that is not synced within the retention is loaded whole again.");
    if (!state.retention) {
        step.text =
            ReadinessText::tr("This login may not see how long changes are kept. The default is 2 days.");
        return step;
    }
    step.text = ReadinessText::tr("Changes are kept for %1.").arg(durationText(*state.retention));
    if (*state.retention >= shortRetention)
        return step;
    step.outcome = CheckOutcome::Warning;
    step.text += u' ' + ReadinessText::tr("One night without a sync can be too long.");
    step.repairs += { ReadinessText::tr("Keep changes for a week, so that syncs may pause over a weekend."),
        alterDatabase(state, u"CHANGE_TRACKING (CHANGE_RETENTION = 7 DAYS)"_s) };
    return step;
}

CheckStep cleanupStep(const DatabaseState &state)
{
    CheckStep step = databaseStep(ReadinessText::tr("auto-cleanup"), state);
    step.why = ReadinessText::tr("Changes that nobody removes take room and slow every read.");
    if (!state.retention)
        step.text = ReadinessText::tr("This login may not see whether old changes are removed.");
    else if (state.autoCleanup)
        step.text = ReadinessText::tr("Changes older than the retention are removed.");
    else {
        step.outcome = CheckOutcome::Warning;
        step.text = ReadinessText::tr("Auto-cleanup is off: the history of changes grows without end.");
        step.repairs += { ReadinessText::tr("Remove changes that are older than the retention."),
            alterDatabase(state, u"CHANGE_TRACKING (AUTO_CLEANUP = ON)"_s) };
    }
    return step;
}

CheckStep snapshotStep(const DatabaseState &state)
{
    CheckStep step = databaseStep(ReadinessText::tr("snapshot isolation"), state);
    step.why = ReadinessText::tr("A snapshot shows a table as of one moment, and waits for no writer.");
    if (state.snapshotAllowed) {
        step.text = ReadinessText::tr("Snapshot isolation is allowed: tables are read as of one moment.");
        return step;
    }
    step.outcome = CheckOutcome::Warning;
    step.text = ReadinessText::tr(
        "Snapshot isolation is not allowed. Syncs are complete nevertheless, but a run's tables are "
        "not of one moment.");
    step.repairs +=
        { ReadinessText::tr("Allow snapshots. The statement waits for transactions that run now, and older "
                            "versions of changed rows take room in tempdb."),
            alterDatabase(state, u"ALLOW_SNAPSHOT_ISOLATION ON"_s) };
    return step;
}

} // namespace

Result<ServerFacts> decodeServerFacts(const ResultRows &rows)
{
    if (rows.rows.size() != 1)
        return fail(ErrorKind::Internal,
            ReadinessText::tr("The server describes itself in %1 rows instead of one.")
                .arg(QString::number(rows.rows.size())));
    const RowReader row(rows, 0);
    ServerFacts facts;
    facts.productVersion = row.textOr(u"product_version"_s, {});
    facts.versionText = row.textOr(u"version_text"_s, {}).section(u'\n', 0, 0).simplified();
    facts.edition = row.textOr(u"edition"_s, {});
    facts.readOnly = row.textOr(u"updateability"_s, {}) == u"READ_ONLY";
    facts.database = row.textOr(u"database_name"_s, {});
    facts.login = row.textOr(u"login_name"_s, {});
    facts.user = row.textOr(u"user_name"_s, {});
    return facts;
}

CheckStep versionStep(const ServerFacts &facts)
{
    const int major = facts.productVersion.section(u'.', 0, 0).toInt();
    CheckStep step{ ReadinessText::tr("server version"), CheckOutcome::Good, facts.versionText, {}, 0 };
    step.why = ReadinessText::tr("Tidemark asks for what SQL Server 2016 and later have.");
    if (major > 0 && major < oldestMajorVersion) {
        step.outcome = CheckOutcome::Warning;
        step.text = ReadinessText::tr("%1 is older than SQL Server 2016, the oldest that Tidemark knows.")
                        .arg(facts.versionText);
    }
    return step;
}

QList<CheckStep> connectionSteps(const ServerFacts &facts, const QString &database, double seconds)
{
    return { openDatabaseStep(facts, database, seconds), versionStep(facts), replicaStep(facts, database) };
}

CheckStep encryptionStep(std::optional<bool> encrypted, bool required, bool verified)
{
    CheckStep step{ ReadinessText::tr("encryption"), CheckOutcome::Warning, {}, {}, 0 };
    step.why = ReadinessText::tr(
        "Only an encrypted connection to a server that is verified keeps rows and password to itself.");
    if (!encrypted.value_or(required)) {
        step.text = encrypted
            ? ReadinessText::tr("Not encrypted: everything can be read on the way.")
            : ReadinessText::tr("Encryption was not required, and this login may not ask whether the "
                                "connection has it.");
        step.advice = ReadinessText::tr("Set encrypt to mandatory.");
        return step;
    }
    if (!verified) {
        step.text = ReadinessText::tr("Encrypted, but not verified: nobody looks at the server's "
                                      "certificate, so who answers could be someone else.");
        step.advice =
            ReadinessText::tr("Do not trust the server certificate blindly; name the CA file of the server.");
        return step;
    }
    step.outcome = CheckOutcome::Good;
    step.text = ReadinessText::tr("Encrypted, and the server's certificate is verified.");
    return step;
}

CheckStep openDatabaseStep(const ServerFacts &facts, const QString &database, double seconds)
{
    CheckStep step{ ReadinessText::tr("database"), CheckOutcome::Good,
        ReadinessText::tr("The database %1 is open for the login %2, as user %3.")
            .arg(database, facts.login, facts.user),
        {}, seconds };
    step.subject.database = database;
    step.why = ReadinessText::tr("A login needs a user in each database that it reads.");
    return step;
}

CheckStep closedDatabaseStep(const QString &database, const SyncError &error, bool isListed,
    const ServerLogin &login, const QList<TableRef> &tables)
{
    CheckStep step{ ReadinessText::tr("database"), CheckOutcome::Bad, describe(error), {}, 0 };
    step.subject.database = database;
    step.why = ReadinessText::tr("A login needs a user in each database that it reads.");
    if (!isListed || login.name.isEmpty())
        return step;
    const QString user = quoteName(login.name);
    step.text = ReadinessText::tr("The login %1 has no user in the database %2, so it cannot open it.")
                    .arg(login.name, database);
    step.repairs += { ReadinessText::tr("Let the login %1 into the database.").arg(login.name),
        login.isExternal ? u"CREATE USER %1 FROM EXTERNAL PROVIDER;"_s.arg(user)
                         : u"CREATE USER %1 FOR LOGIN %1;"_s.arg(user) };
    step.advice = ReadinessText::tr("Check again afterwards: what else is missing can be seen only then.");
    for (const TableRef &table : tables)
        step.repairs += unseenGrant(table, login.name);
    return step;
}

CheckStep trackingStep(const DatabaseState &state)
{
    CheckStep step = databaseStep(ReadinessText::tr("change tracking"), state);
    step.why = ReadinessText::tr("Without change tracking every sync has to load whole tables.");
    if (state.currentVersion) {
        step.text = ReadinessText::tr("Change tracking is on, at version %1.")
                        .arg(QString::number(state.currentVersion->value()));
        return step;
    }
    step.outcome = CheckOutcome::Bad;
    step.text = ReadinessText::tr("Change tracking is off for the database %1: only the mode full works.")
                    .arg(state.source.database);
    step.repairs += { ReadinessText::tr("Let the database note which rows change, and keep that for a week."),
        alterDatabase(state, u"CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 DAYS, AUTO_CLEANUP = ON)"_s) };
    return step;
}

QList<CheckStep> databaseSteps(const ServerFacts &facts, const DatabaseState &state)
{
    QList<CheckStep> steps = { replicaStep(facts, state.source.database), trackingStep(state) };
    if (state.currentVersion)
        steps += { retentionStep(state), cleanupStep(state) };
    steps += snapshotStep(state);
    return steps;
}

RepairStatement readingGrant(const TableRef &table, const QStringList &permissions, const QString &user)
{
    return { ReadinessText::tr("Let %1 read %2.").arg(user.isEmpty() ? u"<user>"_s : user, table.display()),
        grantStatement(permissions.join(u", "_s), table, user),
        user.isEmpty() ? ReadinessText::tr("The user is not known.") : QString() };
}

RepairStatement unseenGrant(const TableRef &table, const QString &user)
{
    RepairStatement grant = readingGrant(table, { u"SELECT"_s, u"VIEW CHANGE TRACKING"_s }, user);
    grant.unseenTable = table;
    return grant;
}

} // namespace tidemark
