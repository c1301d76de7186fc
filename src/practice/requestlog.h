#pragma once

#include <QString>
#include <QStringList>

#include <mutex>

namespace tidemark::practice {

/// What clients have sent, oldest first, as one line or text a request. The oldest go when it grows beyond
/// some 16 million characters. Thread-safe.
class RequestLog {
public:
    void add(const QString &request);
    QStringList requests() const;
    /// How many there were, also those that are gone.
    qint64 count() const;
    void clear();

private:
    mutable std::mutex m_mutex;
    QStringList m_requests;
    qsizetype m_characters = 0;
    qint64 m_count = 0;
};

} // namespace tidemark::practice
