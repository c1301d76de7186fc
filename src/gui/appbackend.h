#pragma once

#include "windowbackend.h"

#include "appservices.h"
#include "jobinstance.h"

#include <QThreadPool>

#include <memory>

namespace tidemark {

class WindowFiles;

/// The program behind the window: AppServices for servers, a thread of its own for profiles, keychain, job
/// files and the start of the practice server.
class AppBackend : public WindowBackend {
public:
    AppBackend();
    ~AppBackend() override;

    QFuture<DriverListing> listDrivers() override;
    QFuture<QList<CheckStep>> testConnection(const Login &login) override;
    QFuture<Result<QList<CatalogDatabase>>> databases(const Login &login) override;
    QFuture<Result<QList<CatalogTable>>> tables(const Login &login, const QString &database) override;
    QFuture<ReadinessReport> check(const SyncJob &job) override;
    QFuture<Result<TableSchema>> columns(const Login &login, const TableRef &table) override;
    QFuture<Result<RowSample>> sample(const Login &login, const TableRequest &request) override;
    QFuture<std::optional<qint64>> freeSpace(const QString &folder) override;
    QFuture<Result<PracticeLogin>> startPractice() override;
    QFuture<ProfileStore::Listing> profiles() override;
    QFuture<Result<StoredLogin>> loadProfile(const QString &name) override;
    QFuture<Status> saveProfile(
        const ConnectionProfile &profile, const std::optional<Secret> &password) override;
    QFuture<Status> removeProfile(const QString &name) override;
    QFuture<Status> renameProfile(const QString &name, const QString &newName) override;
    QFuture<Status> orderProfiles(const QStringList &names) override;
    QFuture<Status> exportProfile(const QString &path, const QString &name) override;
    QFuture<Result<QString>> importProfile(const QString &path, const QStringList &reserved) override;
    QFuture<bool> hasKeychain() override;
    QFuture<Result<OpenedJob>> openJob(const QString &path) override;
    void closeJob() override;
    void whenCalled(QObject *window, std::function<void()> called) override;
    QFuture<Result<QStringList>> saveJob(const JobToSave &job) override;
    QFuture<Result<SyncHistory>> history(const StorePlace &place) override;
    QFuture<VerifiedTable> verify(const VerifyScope &scope) override;
    QFuture<Result<QList<WatermarkState>>> watermarks(const StorePlace &place) override;
    QFuture<Result<WatermarkState>> changeWatermark(
        const StorePlace &place, const TableRef &table, const WatermarkChange &change) override;
    QFuture<QList<TablePreview>> preview(const SyncJob &job) override;
    QFuture<FreshnessReport> freshness(const SyncJob &job) override;
    QFuture<Status> saveText(const QString &path, const QString &text) override;
    std::unique_ptr<RunFeed> makeRun(const SyncJob &job) override;

private:
    AppServices m_services;
    StoreServices m_stores;
    JobInstance m_instance;
    std::unique_ptr<WindowFiles> m_files; // used in the thread of m_filePool only
    QThreadPool m_filePool;
};

} // namespace tidemark
