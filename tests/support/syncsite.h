#pragma once

#include "practiceserver.h"
#include "syncjob.h"
#include "tablereport.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace tidemark {

/// The ODBC drivers of this machine that integration tests run through: those that AppServices finds.
QStringList testDrivers();
/// The drivers and, when TIDEMARK_TEST_CONNECTION names a job file, "live server": the server of that job.
/// Its login must be allowed to make databases; the tests make one called "site" there, and drop it.
QStringList testSites();
/// A test's data: a column "driver" and a row for each of the sites.
void addSiteRows();

/// A server, a driver and two folders: what an integration test syncs from, through and to. The server is a
/// practice server inside the test, but for the site "live server".
class SyncSite {
public:
    explicit SyncSite(const QString &driver, const practice::PracticeOptions &options = {});
    ~SyncSite();
    Q_DISABLE_COPY_MOVE(SyncSite)

    /// Why the site could not be made; empty when it stands.
    QString problem() const { return m_problem; }
    practice::PracticeServer &server() { return *m_server; }

    /// Runs T-SQL in a database as the owner; the error, or an empty string.
    QString run(const QString &sql, const QString &database = QStringLiteral("site"));
    /// Makes a database with change tracking, and with snapshot isolation when asked.
    QString makeDatabase(const QString &name, bool snapshot);

    SyncJob job(const QStringList &tables = {}, SyncMode mode = SyncMode::FullIncremental) const;
    RunReport sync(const SyncJob &job) const;
    /// One table of the database "site".
    TableReport syncOne(const QString &table, SyncMode mode = SyncMode::FullIncremental) const;

    QString outputDir() const { return m_folder.filePath(QStringLiteral("data")); }
    QString watermarkDir() const { return m_folder.filePath(QStringLiteral("watermarks")); }
    QString folder(const QString &name) const { return m_folder.filePath(name); }

private:
    QString startPractice(const practice::PracticeOptions &options);
    QString useLiveServer();

    ConnectionSpec m_connection;
    Secret m_password;
    QTemporaryDir m_folder;
    std::unique_ptr<practice::PracticeServer> m_server; // none when it is a live one
    QString m_problem;
};

/// A table request by "schema.table" of the database "site".
TableRequest siteTable(const QString &table, SyncMode mode = SyncMode::FullIncremental);

} // namespace tidemark
