#pragma once

#include "connectionprofile.h"
#include "result.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace tidemark {

/// Connection profiles in a folder, one JSON file each, without secrets. Reads the folder each time, so that
/// several windows may share it; stateless otherwise.
class ProfileStore {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ProfileStore)

public:
    explicit ProfileStore(const QString &folder = defaultFolder());

    /// "tidemark/profiles" in the user's configuration folder.
    static QString defaultFolder();

    struct Listing {
        QStringList names; // sorted without case
        QStringList warnings; // files that could not be read and were set aside, by name
    };
    [[nodiscard]] Listing list() const;
    /// An error of kind Configuration when there is no such profile, or when its file is broken; a broken
    /// file is set aside and named.
    [[nodiscard]] Result<ConnectionProfile> load(const QString &name) const;
    /// Replaces a profile of that name; keys that this version does not know stay.
    [[nodiscard]] Status save(const ConnectionProfile &profile) const;
    /// A profile that is not there is removed already.
    [[nodiscard]] Status remove(const QString &name) const;

private:
    QString pathOf(const QString &name) const;
    [[nodiscard]] static Result<ConnectionProfile> read(const QString &path);
    static SyncError brokenFile(SyncError error, const QString &path);

    QString m_folder;
};

} // namespace tidemark
