#include "failurenote.h"

#include <QCoreApplication>

namespace tidemark {

namespace {

struct FailureNoteText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FailureNote)
};

} // namespace

QStringList noteFailure(
    const RunPorts &ports, const QString &runId, const TableRequest &request, const SyncError &error)
{
    if (error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Locked
        || error.kind == ErrorKind::ForeignFolder)
        return {};
    const Status noted =
        ports.store->noteFailure({ request.table, ports.time->nowUtc(), runId, request.mode, error });
    if (noted)
        return {};
    return { FailureNoteText::tr("Who asks for the status later will not hear of this failure: %1")
                 .arg(describe(noted.error())) };
}

} // namespace tidemark
