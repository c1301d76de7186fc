#pragma once

#include "windowbackend.h"

#include "appservices.h"
#include "practiceservice.h"
#include "secretstore.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace tidemark {

/// The program behind the window: AppServices for servers, a thread of its own for profiles, keychain, job
/// files and the start of the practice server.
class AppBackend : public WindowBackend {
    Q_DECLARE_TR_FUNCTIONS(tidemark::AppBackend)

public:
    AppBackend();
    ~AppBackend() override;

    QFuture<QStringList> driverNames() override;
    QFuture<QList<CheckStep>> testConnection(const Login &login) override;
    QFuture<Result<QList<CatalogDatabase>>> databases(const Login &login) override;
    QFuture<Result<QList<CatalogTable>>> tables(const Login &login, const QString &database) override;
    QFuture<Result<PracticeLogin>> startPractice() override;
    QFuture<ProfileStore::Listing> profiles() override;
    QFuture<Result<StoredLogin>> loadProfile(const QString &name) override;
    QFuture<Status> saveProfile(
        const ConnectionProfile &profile, const std::optional<Secret> &password) override;
    QFuture<Status> removeProfile(const QString &name) override;
    QFuture<Result<OpenedJob>> openJob(const QString &path) override;
    std::unique_ptr<RunFeed> makeRun(const SyncJob &job) override;

private:
    class Files;

    AppServices m_services;
    std::unique_ptr<Files> m_files; // used in the thread of m_filePool only
    QThreadPool m_filePool;
};

} // namespace tidemark
