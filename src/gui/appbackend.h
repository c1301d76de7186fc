#pragma once

#include "windowbackend.h"

#include "appservices.h"

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

    QFuture<QStringList> driverNames() override;
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
    QFuture<Result<OpenedJob>> openJob(const QString &path) override;
    QFuture<Result<QStringList>> saveJob(const JobToSave &job) override;
    QFuture<QList<TablePreview>> preview(const SyncJob &job) override;
    QFuture<FreshnessReport> freshness(const SyncJob &job) override;
    QFuture<Status> saveText(const QString &path, const QString &text) override;
    std::unique_ptr<RunFeed> makeRun(const SyncJob &job) override;

private:
    AppServices m_services;
    std::unique_ptr<WindowFiles> m_files; // used in the thread of m_filePool only
    QThreadPool m_filePool;
};

} // namespace tidemark
