#pragma once

#include "connectionprofile.h"
#include "connectionsettings.h"
#include "jobfile.h"
#include "result.h"
#include "syncmode.h"
#include "tablerequest.h"
#include "variables.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// What arguments or an API call say; what they do not say is empty. Relative paths belong to the working
/// folder.
struct CallSettings {
    ConnectionSettings connection;
    Secret password;
    QString profile;
    QString outputDir;
    QString watermarkDir;
    std::optional<int> maxWorkers;
    std::optional<SyncMode> mode; // for all tables of the job
    bool needsServer = true; // false: only the folders matter
};

/// Everything that settings can come from, in the order in which one goes before the next.
struct SettingsSources {
    CallSettings call;
    std::optional<JobFile> job;
    std::optional<ConnectionProfile> profile;
    Variables environment;
    Variables envBesideJob; // .env in the job file's folder
    Variables envInWorkingFolder;
    QString workingFolder;
};

/// Settings with all sources merged. Where the password is to come from: `password`, unless the profile's
/// password in the SecretStore goes before it; see findPassword().
struct ResolvedSettings {
    ConnectionSpec connection;
    Secret password; // empty: not said by any source
    QString secretName; // under which a SecretStore may hold it; empty when no password is needed
    bool storeGoesFirst = false; // a profile stands before the environment that gave `password`
    QString outputDir; // absolute
    QString watermarkDir; // absolute
    int maxWorkers = 1;
    QList<TableRequest> tables; // names may hold * and ?
    QList<TableRef> excludes;
    TableRequest defaults; // what a table without options of its own is; its name is empty
    QStringList warnings;
};

/// Merges: argument, job file, profile, environment, .env beside the job, .env in the working folder,
/// default. Pure. Fails when no server or no user is named, or when a mode does not go with a table's filter.
[[nodiscard]] Result<ResolvedSettings> resolveSettings(const SettingsSources &sources);

} // namespace tidemark
