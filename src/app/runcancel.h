#pragma once

#include "canceltoken.h"

#include <QMap>

#include <memory>
#include <mutex>

namespace tidemark {

/// Ends a run, or single tables of it by their places in the order of the reports. Copies share it; any
/// thread.
class RunCancel {
public:
    explicit RunCancel(const CancelToken &run = {}) : m_run(run), m_tables(std::make_shared<Tables>()) { }

    const CancelToken &run() const { return m_run; }
    /// The token of one table, which ends with the run's too.
    CancelToken table(int index) const
    {
        const std::lock_guard lock(m_tables->mutex);
        if (!m_tables->tokens.contains(index))
            m_tables->tokens.insert(index, m_run.child());
        return m_tables->tokens.value(index);
    }

private:
    struct Tables {
        std::mutex mutex;
        QMap<int, CancelToken> tokens;
    };

    CancelToken m_run;
    std::shared_ptr<Tables> m_tables;
};

} // namespace tidemark
