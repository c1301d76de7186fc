#pragma once

#include "result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace tidemark {

/// The lock of a table, held from take() to destruction: `.sync.lock` in its watermark folder. It has no age
/// at which it is stolen; a holder that died on this host is recognised by its process id.
class FolderLock {
public:
    /// Fails with Locked when another run, in this process or another, holds it.
    [[nodiscard]] static Result<FolderLock> take(const QString &folder);

    /// True when the holder before did not give the lock back, so that it may have left files behind.
    bool wasLeftBehind() const { return m_leftBehind; }

    static QString pathIn(const QString &folder);

private:
    std::unique_ptr<QLockFile> m_file;
    bool m_leftBehind = false;
};

} // namespace tidemark
