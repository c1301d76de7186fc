#pragma once

#include "fileops.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace tidemark {

/// One step that was asked for.
struct NotedStep {
    FileStep step;
    QString path;
    QString target; // of a rename
};

/// Fast file operations that note each step and fail, fill the disk or end the process where a test says so.
class FaultyFiles : public FileOps {
public:
    /// Asked before each step, with its number from 1; 0 lets it happen, an errno makes it fail. `bytes` is
    /// that of FileOps::intercept().
    using Hook = std::function<int(int number, const NotedStep &step, qint64 &bytes)>;

    void setHook(Hook hook) { m_hook = std::move(hook); }
    void setFreeBytes(qint64 bytes) { m_freeBytes = bytes; }
    const QList<NotedStep> &steps() const { return m_steps; }
    void clear() { m_steps.clear(); }

    Result<qint64> freeBytes(const QString &folder) override
    {
        return m_freeBytes < 0 ? FileOps::freeBytes(folder) : Result<qint64>(m_freeBytes);
    }

protected:
    int intercept(FileStep step, const QString &path, const QString &target, qint64 &bytes) override
    {
        m_steps += { step, path, target };
        return m_hook ? m_hook(int(m_steps.size()), m_steps.constLast(), bytes) : 0;
    }

    /// Nothing here depends on the power.
    int flush(int) override { return 0; }

private:
    QList<NotedStep> m_steps;
    Hook m_hook;
    qint64 m_freeBytes = -1;
};

} // namespace tidemark
