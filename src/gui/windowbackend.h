#pragma once

#include "jobsaving.h"

#include "catalogentry.h"
#include "connectionspec.h"
#include "driverinfo.h"
#include "profilestore.h"
#include "readinessreport.h"
#include "result.h"
#include "rowsample.h"
#include "storeservices.h"
#include "syncjob.h"
#include "tablefreshness.h"
#include "tablepreview.h"
#include "tablereport.h"
#include "tableschema.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace tidemark {

/// Where to connect, with the password.
struct Login {
    ConnectionSpec connection;
    Secret password;

    bool operator==(const Login &) const = default;
};

/// A running practice server and the folders for what is copied from it.
struct PracticeLogin {
    Login login;
    QString outputDir;
    QString watermarkDir;
};

/// A saved connection, with its password when one is kept.
struct StoredLogin {
    ConnectionSpec connection;
    std::optional<Secret> password;
};

/// A job file, read and merged with all other sources of settings.
struct OpenedJob {
    SyncJob job;
    TableRequest defaults; // what a table without options of its own is
    QStringList warnings;
};

/// A run as the window follows it. Lives in the GUI thread; the work happens elsewhere. Destroying it
/// cancels.
class RunFeed : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void cancel() = 0;
    /// One table by its place in started(); the others go on.
    virtual void cancelTable(int index) = 0;

Q_SIGNALS:
    void noted(const QString &text);
    void started(const QList<tidemark::TableRef> &tables);
    void progressed(const tidemark::TableProgress &progress);
    void tableFinished(int index, const tidemark::TableReport &report);
    void finished(const tidemark::RunReport &report);
};

/// What the window asks of the program behind it. No call waits: the answers come by futures. AppBackend is
/// the real one; tests have one of their own. Used from the GUI thread.
class WindowBackend {
public:
    virtual ~WindowBackend() = default;

    virtual QFuture<DriverListing> listDrivers() = 0;
    virtual QFuture<QList<CheckStep>> testConnection(const Login &login) = 0;
    virtual QFuture<Result<QList<CatalogDatabase>>> databases(const Login &login) = 0;
    virtual QFuture<Result<QList<CatalogTable>>> tables(const Login &login, const QString &database) = 0;

    /// The readiness of a job for syncs.
    virtual QFuture<ReadinessReport> check(const SyncJob &job) = 0;
    virtual QFuture<Result<TableSchema>> columns(const Login &login, const TableRef &table) = 0;
    virtual QFuture<Result<RowSample>> sample(const Login &login, const TableRequest &request) = 0;
    /// Bytes that can be written below a folder, which need not be there yet; none: not known.
    virtual QFuture<std::optional<qint64>> freeSpace(const QString &folder) = 0;

    /// Starts the practice server once; later calls answer the same.
    virtual QFuture<Result<PracticeLogin>> startPractice() = 0;

    virtual QFuture<ProfileStore::Listing> profiles() = 0;
    virtual QFuture<Result<StoredLogin>> loadProfile(const QString &name) = 0;
    /// Without a password the one that was kept is forgotten.
    virtual QFuture<Status> saveProfile(
        const ConnectionProfile &profile, const std::optional<Secret> &password) = 0;
    virtual QFuture<Status> removeProfile(const QString &name) = 0;
    virtual QFuture<Status> renameProfile(const QString &name, const QString &newName) = 0;
    virtual QFuture<Status> orderProfiles(const QStringList &names) = 0;
    virtual QFuture<Status> exportProfile(const QString &path, const QString &name) = 0;
    /// The name of the profile that came; one of `reserved` is refused.
    virtual QFuture<Result<QString>> importProfile(const QString &path, const QStringList &reserved) = 0;
    /// False when passwords are kept only until the program ends.
    virtual QFuture<bool> hasKeychain() = 0;

    /// A job file that another window has open is an error; that window is called.
    virtual QFuture<Result<OpenedJob>> openJob(const QString &path) = 0;
    /// The window has no job file any more, so that another may open it.
    virtual void closeJob() = 0;
    /// What to do, while `window` is there, when another one wants to open its job.
    virtual void whenCalled(QObject *window, std::function<void()> called) = 0;
    /// Notes that a person should read.
    virtual QFuture<Result<QStringList>> saveJob(const JobToSave &job) = 0;

    virtual QFuture<QList<TablePreview>> preview(const SyncJob &job) = 0;
    /// Of the job's tables and all others of its watermark folder; without a server from watermarks alone.
    virtual QFuture<FreshnessReport> freshness(const SyncJob &job) = 0;
    /// Writes a text file, whole or not at all.
    virtual QFuture<Status> saveText(const QString &path, const QString &text) = 0;

    // Of the folders of earlier syncs, as StoreServices has them.
    virtual QFuture<Result<SyncHistory>> history(const StorePlace &place) = 0;
    virtual QFuture<VerifiedTable> verify(const VerifyScope &scope) = 0;
    virtual QFuture<Result<QList<WatermarkState>>> watermarks(const StorePlace &place) = 0;
    virtual QFuture<Result<WatermarkState>> changeWatermark(
        const StorePlace &place, const TableRef &table, const WatermarkChange &change) = 0;

    virtual std::unique_ptr<RunFeed> makeRun(const SyncJob &job) = 0;
};

} // namespace tidemark
