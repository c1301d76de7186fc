#pragma once

#include "connectionprofile.h"
#include "documentnode.h"
#include "result.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace tidemark {

/// Connection profiles in a folder, one JSON file each, without secrets, and the order in which a person
/// wants to see them. Reads the folder each time, so that several windows may share it; stateless otherwise.
class ProfileStore {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ProfileStore)

public:
    explicit ProfileStore(const QString &folder = defaultFolder());

    /// "tidemark/profiles" in the user's configuration folder.
    static QString defaultFolder();

    /// Why no profile can have the name, whatever others there are; empty when one can.
    static QString mistakeInName(const QString &name);

    struct Listing {
        QStringList names; // in the person's order, new ones behind, sorted without case
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
    /// It keeps its place. A name that is taken, whatever its case, is an error of kind Configuration.
    [[nodiscard]] Status rename(const QString &name, const QString &newName) const;
    [[nodiscard]] Status setOrder(const QStringList &names) const;

    /// Writes a profile to a file for somebody else: what this version knows of it, and no secret.
    [[nodiscard]] Status exportTo(const QString &path, const QString &name) const;
    /// Saves the profile of such a file; its name. A broken file stays where it is, and a name that is taken
    /// or one of `reserved` is an error.
    [[nodiscard]] Result<QString> importFrom(const QString &path, const QStringList &reserved = {}) const;

private:
    [[nodiscard]] Status write(const ConnectionProfile &profile, const QString &before) const;
    QString pathOf(const QString &name) const;
    QString orderPath() const;
    QStringList order(QStringList &warnings) const;
    [[nodiscard]] Status checkFree(const QString &name, const QStringList &taken) const;
    [[nodiscard]] Status makeFolder() const;
    static DocumentNode documentOf(const ConnectionProfile &profile, const DocumentNode &before);
    [[nodiscard]] static Result<ConnectionProfile> read(const QString &path);
    static SyncError brokenFile(SyncError error, const QString &path);

    QString m_folder;
};

} // namespace tidemark
