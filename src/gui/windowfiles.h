#pragma once

#include "windowbackend.h"

#include "practiceservice.h"
#include "secretstore.h"

#include <QCoreApplication>
#include <QLockFile>

#include <memory>
#include <optional>

namespace tidemark {

/// What the window keeps in files and in the keychain: profiles, job files, the practice server's data. Owned
/// by AppBackend and used in one thread of its; every call may block.
class WindowFiles {
    Q_DECLARE_TR_FUNCTIONS(tidemark::WindowFiles)

public:
    Result<PracticeLogin> startPractice();

    /// Bytes that can be written below a folder, which need not be there yet.
    static std::optional<qint64> freeSpace(const QString &folder);

    ProfileStore::Listing profiles() const { return m_profiles.list(); }
    Result<StoredLogin> loadProfile(const QString &name);
    Status saveProfile(const ConnectionProfile &profile, const std::optional<Secret> &password);
    Status removeProfile(const QString &name);

    Result<OpenedJob> openJob(const QString &path);
    Result<QStringList> saveJob(const JobToSave &job);

    /// UTF-8, with the mark by which Windows' own tools know it where a character is not ASCII.
    static Status saveText(const QString &path, const QString &text);

private:
    SecretStore &secrets();
    Status startServer(const QString &root);

    ProfileStore m_profiles;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<QLockFile> m_practiceLock;
    std::unique_ptr<PracticeService> m_practice;
};

} // namespace tidemark
