#include "tablefreshness.h"

#include "planner.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int soonShare = 4; // of the retention
constexpr double never = 1e18; // seconds

class Freshness {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Freshness)

public:
    explicit Freshness(const FreshnessInput &input) : m_in(input) { }

    TableFreshness find();

private:
    using Retention = std::optional<std::chrono::minutes>;

    void lookAtRuns();
    void lookAtServer();
    void lookAtClock();
    void lookAtFailure();
    void setProblem(const QString &text);
    void setBroken(const QString &cause);
    Result<Plan> plan(SyncMode mode, OnExpired onExpired, OnSchemaChange onSchemaChange) const;
    Retention retention() const;
    QDateTime keptSince() const;

    const FreshnessInput &m_in;
    TableFreshness m_found;
};

TableFreshness Freshness::find()
{
    m_found.table = m_in.request.table;
    m_found.inJob = m_in.inJob;
    m_found.asked = m_in.database.has_value();
    lookAtRuns();
    if (m_found.asked)
        lookAtServer();
    const bool canExpire = m_in.stored.watermark && m_in.request.mode != SyncMode::Full
        && m_found.state >= FreshnessState::Behind;
    if (canExpire)
        lookAtClock();
    lookAtFailure();
    if (!m_in.inJob)
        m_found.note = (tr("Not in this job.") + u' ' + m_found.note).trimmed();
    return m_found;
}

void Freshness::lookAtRuns()
{
    if (const auto &mark = m_in.stored.watermark) {
        m_found.state = FreshnessState::Synced;
        m_found.lastSync = mark->syncedAt;
        m_found.version = mark->version;
    } else if (!m_in.stored.runs.isEmpty()) {
        m_found.state = FreshnessState::NoWatermark;
        m_found.lastSync = m_in.stored.runs.constLast().endedAt;
        m_found.note = m_in.request.mode == SyncMode::Incremental
            ? tr("Its watermark is gone, so the next sync fails. Run the table once with mode full.")
            : tr("Its watermark is gone, so the next sync loads the table whole.");
    }
    if (m_in.request.mode == SyncMode::Full) {
        if (m_found.state == FreshnessState::NoWatermark)
            m_found.state = FreshnessState::Synced; // such tables may have none
        m_found.note = tr("Loaded whole each time, so nothing can expire.");
    }
}

void Freshness::lookAtServer()
{
    const Policies &policies = m_in.request.policies;
    const Result<Plan> next = plan(m_in.request.mode, policies.onExpired, policies.onSchemaChange);
    const auto &mark = m_in.stored.watermark;
    if (!mark || m_in.request.mode == SyncMode::Full) {
        if (!next && next.error().kind == ErrorKind::NoWatermark)
            m_found.note = next.error().text;
        else if (!next)
            setProblem(next.error().text);
    } else {
        // Whether the changes can be had at all, whatever the job would do then.
        const Result<Plan> changes = plan(SyncMode::Incremental, OnExpired::Reload, OnSchemaChange::Continue);
        if (!changes)
            setProblem(changes.error().text);
        else if (changes->reload)
            setBroken(changes->cause);
        else if (!next)
            setProblem(next.error().text);
    }
    const auto &current = m_in.database->currentVersion;
    if (!mark || !current || *current < mark->version)
        return;
    m_found.versionsBehind = current->value() - mark->version.value();
    if (m_found.state == FreshnessState::Synced)
        m_found.state = *m_found.versionsBehind > 0 ? FreshnessState::Behind : FreshnessState::Fresh;
}

void Freshness::setProblem(const QString &text)
{
    m_found.state = FreshnessState::Problem;
    m_found.note = text;
}

void Freshness::setBroken(const QString &cause)
{
    m_found.state = FreshnessState::Expired;
    m_found.secondsLeft = 0;
    const bool reloads =
        plan(m_in.request.mode, m_in.request.policies.onExpired, OnSchemaChange::Continue).has_value();
    m_found.note = reloads ? tr("The next sync loads the table whole: %1.").arg(cause)
                           : tr("The next sync fails: %1. Run the table once with mode full.").arg(cause);
}

Result<Plan> Freshness::plan(SyncMode mode, OnExpired onExpired, OnSchemaChange onSchemaChange) const
{
    PlanInput input{ m_in.request, *m_in.database, m_in.table, m_in.stored.watermark,
        m_in.stored.publishedSchema, m_in.stored.canAppend };
    input.request.mode = mode;
    input.request.policies.onExpired = onExpired;
    input.request.policies.onSchemaChange = onSchemaChange;
    return planTable(input);
}

/// That of the server as it is now; else the one that the watermark noted.
Freshness::Retention Freshness::retention() const
{
    if (m_in.database && m_in.database->retention)
        return m_in.database->retention;
    return m_in.stored.watermark->retention;
}

/// No change that the table needs was committed before this.
QDateTime Freshness::keptSince() const
{
    if (m_found.state == FreshnessState::Fresh)
        return m_in.now;
    const Watermark &mark = *m_in.stored.watermark;
    return mark.versionAt.isValid() ? mark.versionAt
                                    : mark.syncedAt.addMSecs(-qint64(mark.durationSeconds * 1000));
}

void Freshness::lookAtClock()
{
    if (m_in.database && !m_in.database->autoCleanup) {
        m_found.note = tr("AUTO_CLEANUP is off for the database, so nothing expires by itself.");
        return;
    }
    const Retention kept = retention();
    if (!kept) {
        m_found.note = m_found.asked
            ? tr("This login may not see how long the database keeps changes.")
            : tr("How long the database keeps changes is not known; the next sync notes it.");
        return;
    }
    const QDateTime since = keptSince();
    if (!since.isValid()) {
        m_found.note = tr("The watermark does not say when it was written.");
        return;
    }
    const double whole = double(std::chrono::seconds(*kept).count());
    m_found.deadline = since.addSecs(qint64(whole));
    const double left = double(m_in.now.msecsTo(m_found.deadline)) / 1000.0;
    m_found.secondsLeft = std::max(0.0, left);
    if (left >= whole / soonShare)
        return;
    m_found.state = FreshnessState::ExpiresSoon;
    if (left > 0)
        m_found.note = tr("Sync it before its changes are cleaned up.");
    else if (m_found.asked)
        m_found.note = tr("Its time is over, but its changes are still there. Sync it now.");
    else
        m_found.note = tr("Its time is over. Whether its changes are still there, only the server knows.");
}

void Freshness::lookAtFailure()
{
    m_found.lastFailure = m_in.stored.lastFailure;
    if (!m_found.lastFailure)
        return;
    m_found.secondsSinceFailure = std::max(0.0, double(m_found.lastFailure->at.msecsTo(m_in.now)) / 1000.0);
    m_found.state = std::min(m_found.state, FreshnessState::Failed);
}

} // namespace

QString freshnessStateName(FreshnessState state)
{
    switch (state) {
    case FreshnessState::Expired:
        return u"expired"_s;
    case FreshnessState::ExpiresSoon:
        return u"expires-soon"_s;
    case FreshnessState::Problem:
        return u"problem"_s;
    case FreshnessState::Failed:
        return u"failed"_s;
    case FreshnessState::NeverSynced:
        return u"never-synced"_s;
    case FreshnessState::NoWatermark:
        return u"no-watermark"_s;
    case FreshnessState::Behind:
        return u"behind"_s;
    case FreshnessState::Synced:
        return u"synced"_s;
    case FreshnessState::Fresh:
        break;
    }
    return u"fresh"_s;
}

int FreshnessReport::attentionCount() const
{
    return int(std::ranges::count_if(tables, &TableFreshness::needsAttention));
}

TableFreshness freshnessOf(const FreshnessInput &input)
{
    return Freshness(input).find();
}

bool isMoreUrgent(const TableFreshness &a, const TableFreshness &b)
{
    const auto rank = [](const TableFreshness &table) {
        return std::tuple(!table.inJob, table.state, table.secondsLeft.value_or(never),
            -table.versionsBehind.value_or(0), table.table.database, table.table.schema, table.table.table);
    };
    return rank(a) < rank(b);
}

} // namespace tidemark
