#pragma once

#include "attentionwatch.h"
#include "replywriter.h"
#include "sqlsession.h"
#include "tdstokens.h"
#include "wirefaults.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>

namespace tidemark::practice {

/// Writes what one request answers as tokens of its reply. Lives for that request.
class ReplySink final : public ResultSink {
public:
    struct Surroundings {
        ReplyWriter &out;
        AttentionWatch &watch;
        ClientSocket &socket;
        WireFaultBoard &faults;
        std::function<bool()> inTransaction;
    };

    explicit ReplySink(const Surroundings &around);
    /// What the faults are compared with.
    void setRequest(const QString &request) { m_request = request; }

    bool columns(const QList<ResultColumn> &columns) override;
    bool row(const SqlRow &row) override;
    bool done(CommandKind command, std::optional<qint64> count, bool failed) override;
    bool message(const ServerMessage &message) override;
    bool databaseChanged(const QString &from, const QString &to) override;
    bool transactionBegan(quint64 descriptor) override;
    bool transactionEnded(quint64 descriptor, bool committed) override;
    bool replay(const ReplayTable &table) override;
    bool cancelled() const override;

    /// From here to endProcedure() the statements are those of a procedure.
    void beginProcedure();
    /// Status, output parameters and DONEPROC; `more` when another call of the same message follows.
    void endProcedure(int status, const std::vector<Parameter> &outputs, bool more);
    /// A row that was encoded before, in a result whose columns were given.
    bool encodedRow(QByteArrayView row);
    /// The last error message so far, or 0.
    int lastError() const { return m_lastError; }
    /// The connection ends after this reply: a fault has cut it, or an error had severity 20 or more.
    bool closed() const { return m_struck || m_fatal || (m_faults && m_faults->closeAfterReply); }
    /// Rows sent, or changed as the ends of statements tell.
    qint64 rows() const { return std::max(m_rows, m_counted); }
    /// Ends the reply and sends it: as it stands, or broken off and followed by the answer to the attention.
    void finish();

private:
    struct PendingDone {
        CommandKind command = CommandKind::Other;
        std::optional<qint64> count;
        bool failed = false;
    };

    bool alive() const;
    void writePending(bool more);
    void writePlainDone(quint16 status);
    bool rowWritten();
    void strike();
    void rest(std::chrono::milliseconds time);
    void writeEnd();
    qint64 rowsUntilFault(qint64 rows) const;

    Surroundings m_around;
    ReplyWriter &m_out;
    QString m_request;
    QList<ResultColumn> m_columns;
    std::optional<PendingDone> m_pending;
    std::optional<WireFaults> m_faults;
    qint64 m_rows = 0; // of this request, for the faults
    qint64 m_counted = 0;
    int m_lastError = 0;
    bool m_inProcedure = false;
    bool m_ended = false; // the last DONE of the message is written
    bool m_fatal = false;
    bool m_struck = false; // a fault has ended the connection
};

} // namespace tidemark::practice
