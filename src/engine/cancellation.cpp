#include "cancellation.h"

#include <QCoreApplication>

namespace tidemark {

namespace {

struct CancelText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Cancellation)
};

} // namespace

SyncError cancelledError(const QString &context)
{
    return { ErrorKind::Cancelled,
        CancelText::tr("The table was cancelled before it was published; its files and watermark are as "
                       "before."),
        {}, 0, false, context, 0 };
}

} // namespace tidemark
