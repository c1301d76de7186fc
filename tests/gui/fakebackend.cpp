#include "fakebackend.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

void FakeBackend::release()
{
    m_holding = false;
    const auto held = std::exchange(m_held, {});
    for (const auto &give : held)
        give();
}

QFuture<QList<CheckStep>> FakeBackend::testConnection(const Login &login)
{
    tested += login;
    return answer(steps);
}

QFuture<Result<QList<CatalogTable>>> FakeBackend::tables(const Login &, const QString &database)
{
    listed += database;
    return answer(tablesOf.value(database, QList<CatalogTable>()));
}

QFuture<ProfileStore::Listing> FakeBackend::profiles()
{
    return answer(ProfileStore::Listing{ stored.keys(), profileWarnings });
}

QFuture<Result<StoredLogin>> FakeBackend::loadProfile(const QString &name)
{
    if (!stored.contains(name))
        return answer(Result<StoredLogin>(fail(ErrorKind::Configuration, u"There is no such profile."_s)));
    return answer(Result<StoredLogin>(stored.value(name)));
}

QFuture<Status> FakeBackend::saveProfile(
    const ConnectionProfile &profile, const std::optional<Secret> &password)
{
    stored.insert(profile.name, { profile.connection, password });
    return answer(Status());
}

QFuture<Status> FakeBackend::removeProfile(const QString &name)
{
    stored.remove(name);
    return answer(Status());
}

QFuture<Result<OpenedJob>> FakeBackend::openJob(const QString &)
{
    return answer(opened);
}

QFuture<Result<QStringList>> FakeBackend::saveJob(const JobToSave &toSave)
{
    saves += toSave;
    return answer(saved);
}

QFuture<ReadinessReport> FakeBackend::check(const SyncJob &toCheck)
{
    checked += toCheck;
    return answer(readiness);
}

QFuture<Status> FakeBackend::saveText(const QString &path, const QString &text)
{
    texts.insert(path, text);
    return answer(textSaved);
}

std::unique_ptr<RunFeed> FakeBackend::makeRun(const SyncJob &runJob)
{
    job = runJob;
    auto feed = std::make_unique<FakeRun>();
    run = feed.get();
    return feed;
}

CatalogTable catalogTable(
    const QString &database, const QString &name, bool tracked, bool hasKey, const QString &schema)
{
    return { { database, schema, name }, tracked, hasKey, 10, {} };
}

CatalogDatabase catalogDatabase(const QString &name)
{
    return { name, true, true };
}

CheckStep checkStep(const QString &name, CheckOutcome outcome, const QString &text)
{
    return { name, outcome, text, {}, 0.01 };
}

TableReport doneReport(const TableRef &table, qint64 rows)
{
    TableReport report;
    report.table = table;
    report.status = TableStatus::Done;
    report.mode = SyncMode::Full;
    report.rowsWritten = rows;
    report.bytesWritten = rows * 40;
    report.durationSeconds = 0.5;
    return report;
}

TableReport failedReport(const TableRef &table, const SyncError &error)
{
    TableReport report;
    report.table = table;
    report.status = TableStatus::Failed;
    report.error = error;
    return report;
}

} // namespace tidemark
