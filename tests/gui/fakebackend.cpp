#include "fakebackend.h"

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

void FakeBackend::release()
{
    m_holding = false;
    const auto held = std::exchange(m_held, {});
    for (const auto &give : held)
        give();
}

void FakeBackend::releaseLast()
{
    const auto last = std::move(m_held.back());
    m_held.pop_back();
    last();
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
    QStringList names = stored.keys();
    std::stable_sort(names.begin(), names.end(), [this](const QString &left, const QString &right) {
        const auto placeOf = [this](const QString &name) {
            return order.contains(name) ? order.indexOf(name) : order.size();
        };
        return placeOf(left) < placeOf(right);
    });
    return answer(ProfileStore::Listing{ names, profileWarnings });
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
    if (profileStatus)
        stored.insert(profile.name, { profile.connection, password });
    return answer(profileStatus);
}

QFuture<Status> FakeBackend::removeProfile(const QString &name)
{
    stored.remove(name);
    return answer(profileStatus);
}

QFuture<Status> FakeBackend::renameProfile(const QString &name, const QString &newName)
{
    stored.insert(newName, stored.take(name));
    order.replaceInStrings(name, newName);
    return answer(profileStatus);
}

QFuture<Status> FakeBackend::orderProfiles(const QStringList &names)
{
    order = names;
    return answer(profileStatus);
}

QFuture<Status> FakeBackend::exportProfile(const QString &path, const QString &name)
{
    exported += name + u" to "_s + path;
    return answer(profileStatus);
}

QFuture<Result<QString>> FakeBackend::importProfile(const QString &, const QStringList &)
{
    if (imported)
        stored.insert(*imported, {});
    return answer(imported);
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
    checking = answer(readiness);
    return checking;
}

QFuture<Status> FakeBackend::saveText(const QString &path, const QString &text)
{
    texts.insert(path, text);
    return answer(textSaved);
}

QFuture<Result<SyncHistory>> FakeBackend::history(const StorePlace &place)
{
    histories += place;
    return answer(pastRuns);
}

QFuture<VerifiedTable> FakeBackend::verify(const VerifyScope &asked)
{
    scope = asked;
    return answer(verified);
}

QFuture<Result<QList<WatermarkState>>> FakeBackend::watermarks(const StorePlace &)
{
    return answer(Result<QList<WatermarkState>>(marks));
}

QFuture<Result<WatermarkState>> FakeBackend::changeWatermark(
    const StorePlace &, const TableRef &, const WatermarkChange &change)
{
    changes += change;
    return answer(changedMark);
}

std::unique_ptr<RunFeed> FakeBackend::makeRun(const SyncJob &runJob)
{
    job = runJob;
    auto feed = std::make_unique<FakeRun>();
    run = feed.get();
    return feed;
}

DriverInfo freeTdsInfo()
{
    return { u"FreeTDS"_s, u"1.3.17"_s, { SignIn::SqlLogin, SignIn::Kerberos }, false, false,
        u"FreeTDS has no sign-in with Entra ID."_s };
}

DriverInfo microsoftInfo(int major)
{
    const QString number = QString::number(major);
    return { u"ODBC Driver %1 for SQL Server"_s.arg(number), number + u".6"_s, allSignIns(), major >= 18,
        major >= 18, major >= 18 ? QString() : u"This driver is old."_s };
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
