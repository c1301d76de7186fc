#pragma once

#include "windowbackend.h"

#include <QPointer>
#include <QPromise>

#include <functional>
#include <vector>

namespace tidemark {

/// A run that tells what a test makes it tell.
class FakeRun : public RunFeed {
    Q_OBJECT

public:
    void start() override { isStarted = true; }
    void cancel() override { isCancelled = true; }
    void cancelTable(int index) override { cancelledTables += index; }

    bool isStarted = false;
    bool isCancelled = false;
    QList<int> cancelledTables;
};

DriverInfo freeTdsInfo();
DriverInfo microsoftInfo(int major = 18);

/// Answers of the program behind the window as a test wants them: at once, or held back until release().
class FakeBackend : public WindowBackend {
public:
    DriverListing drivers{ { freeTdsInfo() }, {} };
    QList<CheckStep> steps;
    Result<QList<CatalogDatabase>> catalog = QList<CatalogDatabase>();
    QHash<QString, Result<QList<CatalogTable>>> tablesOf;
    Result<TableSchema> schema = TableSchema();
    Result<RowSample> rows = RowSample::example();
    std::optional<qint64> space = 5'000'000'000;
    Result<PracticeLogin> practice = PracticeLogin();
    QMap<QString, StoredLogin> stored;
    QStringList profileWarnings;
    QStringList order; // of the profiles
    QStringList exported; // "name to path"
    Result<QString> imported = QString(); // the name of the profile that comes
    Status profileStatus; // of saving, removing, renaming, ordering and exporting
    bool keychain = true;
    Result<OpenedJob> opened = OpenedJob();
    Result<QStringList> saved = QStringList();
    QList<TablePreview> previews;
    FreshnessReport freshnessReport;
    ReadinessReport readiness;
    Status textSaved;

    Result<SyncHistory> pastRuns = SyncHistory();
    VerifiedTable verified;
    QList<WatermarkState> marks;
    Result<WatermarkState> changedMark = WatermarkState();

    QList<Login> tested; // logins of the calls of testConnection()
    QStringList listed; // databases of the calls of tables()
    QList<TableRequest> sampled;
    QList<JobToSave> saves;
    QList<StorePlace> histories; // places of the calls of history()
    VerifyScope scope; // of the last call of verify()
    QList<WatermarkChange> changes; // of the calls of changeWatermark()
    QList<SyncJob> previewed;
    QList<SyncJob> looked; // jobs of the calls of freshness()
    QList<SyncJob> checked;
    QFuture<ReadinessReport> checking; // the answer to the last of them
    QMap<QString, QString> texts; // by path
    SyncJob job; // of the last run
    QPointer<FakeRun> run;
    int closedJobs = 0;
    std::function<void()> called; // what the window does when another wants its job

    void hold() { m_holding = true; }
    /// Gives the answers that were held back, and all later ones at once.
    void release();
    /// Gives the last of them; the earlier ones come late.
    void releaseLast();

    QFuture<DriverListing> listDrivers() override { return answer(drivers); }
    QFuture<QList<CheckStep>> testConnection(const Login &login) override;
    QFuture<Result<QList<CatalogDatabase>>> databases(const Login &) override { return answer(catalog); }
    QFuture<Result<QList<CatalogTable>>> tables(const Login &login, const QString &database) override;
    QFuture<Result<TableSchema>> columns(const Login &, const TableRef &) override { return answer(schema); }
    QFuture<Result<RowSample>> sample(const Login &, const TableRequest &request) override
    {
        sampled += request;
        return answer(rows);
    }
    QFuture<std::optional<qint64>> freeSpace(const QString &) override { return answer(space); }
    QFuture<Result<PracticeLogin>> startPractice() override { return answer(practice); }
    QFuture<ProfileStore::Listing> profiles() override;
    QFuture<Result<StoredLogin>> loadProfile(const QString &name) override;
    QFuture<Status> saveProfile(
        const ConnectionProfile &profile, const std::optional<Secret> &password) override;
    QFuture<Status> removeProfile(const QString &name) override;
    QFuture<Status> renameProfile(const QString &name, const QString &newName) override;
    QFuture<Status> orderProfiles(const QStringList &names) override;
    QFuture<Status> exportProfile(const QString &path, const QString &name) override;
    QFuture<Result<QString>> importProfile(const QString &path, const QStringList &reserved) override;
    QFuture<bool> hasKeychain() override { return answer(keychain); }
    QFuture<Result<OpenedJob>> openJob(const QString &path) override;
    void closeJob() override { ++closedJobs; }
    void whenCalled(QObject *, std::function<void()> callIt) override { called = std::move(callIt); }
    QFuture<Result<QStringList>> saveJob(const JobToSave &toSave) override;
    QFuture<Result<SyncHistory>> history(const StorePlace &place) override;
    QFuture<VerifiedTable> verify(const VerifyScope &asked) override;
    QFuture<Result<QList<WatermarkState>>> watermarks(const StorePlace &) override;
    QFuture<Result<WatermarkState>> changeWatermark(
        const StorePlace &place, const TableRef &table, const WatermarkChange &change) override;
    QFuture<QList<TablePreview>> preview(const SyncJob &asked) override
    {
        previewed += asked;
        return answer(previews);
    }
    QFuture<FreshnessReport> freshness(const SyncJob &asked) override
    {
        looked += asked;
        return answer(freshnessReport);
    }
    QFuture<ReadinessReport> check(const SyncJob &toCheck) override;
    QFuture<Status> saveText(const QString &path, const QString &text) override;
    std::unique_ptr<RunFeed> makeRun(const SyncJob &runJob) override;

private:
    template <typename T>
    QFuture<T> answer(const T &value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        const QFuture<T> future = promise->future();
        m_held.push_back([promise, value] {
            promise->addResult(value);
            promise->finish();
        });
        if (!m_holding)
            release();
        return future;
    }

    bool m_holding = false;
    std::vector<std::function<void()>> m_held;
};

// Values that tests of the window share.
CatalogTable catalogTable(const QString &database, const QString &name, bool tracked = true,
    bool hasKey = true, const QString &schema = QStringLiteral("dbo"));
CatalogDatabase catalogDatabase(const QString &name);
CheckStep checkStep(const QString &name, CheckOutcome outcome, const QString &text);
TableReport doneReport(const TableRef &table, qint64 rows);
TableReport failedReport(const TableRef &table, const SyncError &error);

} // namespace tidemark
