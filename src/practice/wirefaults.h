#pragma once

#include <QList>
#include <QString>

#include <mutex>
#include <optional>

namespace tidemark::practice {

/// What goes wrong on the wire, on demand. A fault strikes the first result set of a request whose text holds
/// `statement`, and stays with that request to its end; requests without a result set pass it by.
struct WireFaults {
    QString statement{}; // part of the batch's text, compared exactly; empty: any
    int times = 1; // requests that it strikes before it is spent
    std::optional<qint64> closeAfterRows{}; // the connection ends once so many rows of the request went out
    bool reset = false; // closeAfterRows ends it with RST in place of FIN
    bool closeAfterReply = false; // the connection ends, idle, behind the complete reply
    std::optional<qint64> stallAfterRows{}; // then silence, until an attention comes or the client leaves
    bool bareAttention = false; // an attention is answered by its DONE alone: the broken reply just stops
};

/// The faults armed in one practice server. Thread-safe: sessions arm, connections take.
class WireFaultBoard {
public:
    void arm(WireFaults faults);
    void clear();
    /// The first armed fault for this request, counted as used once.
    std::optional<WireFaults> take(const QString &request);

private:
    std::mutex m_mutex;
    QList<WireFaults> m_armed;
};

} // namespace tidemark::practice
