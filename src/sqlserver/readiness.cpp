#include "readiness.h"

#include "identifier.h"
#include "servererrors.h"
#include "typemap.h"

#include <QCoreApplication>
#include <QStringList>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReadinessText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ReadinessText)
};

constexpr int oldestMajorVersion = 13; // SQL Server 2016
constexpr std::chrono::minutes shortRetention = std::chrono::hours(24);

CheckStep versionStep(const ServerFacts &facts)
{
    const int major = facts.productVersion.section(u'.', 0, 0).toInt();
    CheckStep step{ ReadinessText::tr("server version"), CheckOutcome::Good, facts.versionText, {}, 0 };
    if (major > 0 && major < oldestMajorVersion) {
        step.outcome = CheckOutcome::Warning;
        step.text = ReadinessText::tr("%1 is older than SQL Server 2016, the oldest that Tidemark knows.")
                        .arg(facts.versionText);
    }
    return step;
}

CheckStep replicaStep(const ServerFacts &facts, const QString &database)
{
    if (!facts.readOnly)
        return { ReadinessText::tr("primary"), CheckOutcome::Good,
            ReadinessText::tr("The database %1 takes writes here.").arg(database), {}, 0 };
    return { ReadinessText::tr("primary"), CheckOutcome::Warning,
        ReadinessText::tr(
            "The database %1 is read-only here. On a secondary replica change tracking cannot be read.")
            .arg(database),
        ReadinessText::tr("Connect to the primary replica, and do not set ApplicationIntent=ReadOnly."), 0 };
}

QString durationText(std::chrono::minutes time)
{
    const qint64 minutes = time.count();
    if (minutes % (24 * 60) == 0)
        return ReadinessText::tr("%n day(s)", nullptr, int(minutes / (24 * 60)));
    if (minutes % 60 == 0)
        return ReadinessText::tr("%n hour(s)", nullptr, int(minutes / 60));
    return ReadinessText::tr("%n minute(s)", nullptr, int(minutes));
}

CheckStep retentionStep(const DatabaseState &state)
{
    const QString name = ReadinessText::tr("retention of %1").arg(state.source.database);
    if (!state.retention)
        return { name, CheckOutcome::Good,
            ReadinessText::tr("This login may not see how long changes are kept. The default is 2 days."), {},
            0 };
    const QString kept =
        ReadinessText::tr("Changes are kept for %1. A table that is not synced within that time is loaded "
                          "whole again.")
            .arg(durationText(*state.retention));
    if (*state.retention >= shortRetention)
        return { name, CheckOutcome::Good, kept, {}, 0 };
    return { name, CheckOutcome::Warning, kept,
        u"ALTER DATABASE "_s + quoteName(state.source.database)
            + u" SET CHANGE_TRACKING (CHANGE_RETENTION = 7 DAYS);"_s,
        0 };
}

CheckStep cleanupStep(const DatabaseState &state)
{
    return { ReadinessText::tr("auto-cleanup of %1").arg(state.source.database), CheckOutcome::Warning,
        ReadinessText::tr(
            "Auto-cleanup is off: the history of changes grows without end and slows every read."),
        u"ALTER DATABASE "_s + quoteName(state.source.database)
            + u" SET CHANGE_TRACKING (AUTO_CLEANUP = ON);"_s,
        0 };
}

CheckStep snapshotStep(const DatabaseState &state)
{
    const QString name = ReadinessText::tr("snapshot isolation of %1").arg(state.source.database);
    if (state.snapshotAllowed)
        return { name, CheckOutcome::Good,
            ReadinessText::tr("Snapshot isolation is allowed: tables are read as of one moment."), {}, 0 };
    return { name, CheckOutcome::Warning,
        ReadinessText::tr(
            "Snapshot isolation is not allowed. Syncs are complete nevertheless, but a run's tables are "
            "not of one moment."),
        u"ALTER DATABASE "_s + quoteName(state.source.database) + u" SET ALLOW_SNAPSHOT_ISOLATION ON;"_s, 0 };
}

QString keyText(const TableState &table)
{
    return table.schema.keyColumns().join(u", "_s);
}

/// The columns whose types cannot be read, as sentences.
QStringList unreadableColumns(const TableState &table)
{
    QStringList texts;
    for (const ColumnInfo &column : table.schema.columns) {
        const Result<ColumnPlan> plan = planColumn(column, quoteName(column.name));
        if (!plan)
            texts += plan.error().text;
    }
    return texts;
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

QList<CheckStep> connectionSteps(const ServerFacts &facts, const QString &database, double seconds)
{
    return { { ReadinessText::tr("database"), CheckOutcome::Good,
                 ReadinessText::tr("The database %1 is open for the login %2, as user %3.")
                     .arg(database, facts.login, facts.user),
                 {}, seconds },
        versionStep(facts), replicaStep(facts, database) };
}

CheckStep encryptionStep(std::optional<bool> encrypted, bool required, bool verified)
{
    CheckStep step{ ReadinessText::tr("encryption"), CheckOutcome::Warning, {}, {}, 0 };
    if (!encrypted.value_or(required)) {
        step.text = encrypted
            ? ReadinessText::tr("Not encrypted: everything can be read on the way.")
            : ReadinessText::tr("Encryption was not required, and this login may not ask whether the "
                                "connection has it.");
        step.remedy = ReadinessText::tr("Set encrypt to mandatory.");
        return step;
    }
    if (!verified) {
        step.text = ReadinessText::tr("Encrypted, but not verified: nobody looks at the server's "
                                      "certificate, so who answers could be someone else.");
        step.remedy =
            ReadinessText::tr("Do not trust the server certificate blindly; name the CA file of the server.");
        return step;
    }
    step.outcome = CheckOutcome::Good;
    step.text = ReadinessText::tr("Encrypted, and the server's certificate is verified.");
    return step;
}

CheckStep trackingStep(const DatabaseState &state)
{
    const QString name = ReadinessText::tr("change tracking of %1").arg(state.source.database);
    if (state.currentVersion)
        return { name, CheckOutcome::Good,
            ReadinessText::tr("Change tracking is on, at version %1.")
                .arg(QString::number(state.currentVersion->value())),
            {}, 0 };
    return { name, CheckOutcome::Bad,
        ReadinessText::tr("Change tracking is off for the database %1: only the mode full works.")
            .arg(state.source.database),
        u"ALTER DATABASE "_s + quoteName(state.source.database)
            + u" SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 DAYS, AUTO_CLEANUP = ON);"_s,
        0 };
}

QList<CheckStep> databaseSteps(const ServerFacts &facts, const DatabaseState &state)
{
    QList<CheckStep> steps = { versionStep(facts), replicaStep(facts, state.source.database),
        trackingStep(state) };
    if (state.currentVersion) {
        steps += retentionStep(state);
        if (!state.autoCleanup)
            steps += cleanupStep(state);
    }
    steps += snapshotStep(state);
    return steps;
}

CheckStep tableStep(const TableState &table, const DatabaseState &database, const QString &user)
{
    CheckStep step{ table.table.display(), CheckOutcome::Bad, {}, {}, 0 };
    QStringList grants;
    if (!table.canSelect)
        grants += grantStatement(u"SELECT"_s, table.table, user);
    if (!table.canViewChangeTracking)
        grants += grantStatement(u"VIEW CHANGE TRACKING"_s, table.table, user);
    if (table.problem) {
        step.text = table.problem->text;
        if (table.problem->kind == ErrorKind::Permission)
            step.remedy = grants.join(u'\n');
        return step;
    }
    if (const QStringList unreadable = unreadableColumns(table); !unreadable.isEmpty()) {
        step.text = unreadable.join(u' ');
        return step;
    }
    if (table.schema.keyColumns().isEmpty()) {
        step.outcome = CheckOutcome::Warning;
        step.text = ReadinessText::tr(
            "The table has no primary key, so it cannot be tracked: only the mode full works.");
        step.remedy = u"ALTER TABLE "_s + quoteTable(table.table) + u" ADD PRIMARY KEY (<columns>);"_s;
        return step;
    }
    if (!table.tracked) {
        step.outcome = CheckOutcome::Warning;
        step.text = ReadinessText::tr("Change tracking is off for the table: only the mode full works.");
        step.remedy = u"ALTER TABLE "_s + quoteTable(table.table) + u" ENABLE CHANGE_TRACKING;"_s;
        return step;
    }
    if (!database.currentVersion || !table.minValidVersion) {
        step.text = ReadinessText::tr(
            "The table's minimum valid version cannot be seen, so changes cannot be checked for "
            "completeness.");
        step.remedy = grantStatement(u"VIEW CHANGE TRACKING"_s, table.table, user);
        return step;
    }
    step.outcome = CheckOutcome::Good;
    step.text = ReadinessText::tr("Tracked, key %1, about %2 rows.")
                    .arg(keyText(table), QString::number(table.rowEstimate));
    return step;
}

} // namespace tidemark
