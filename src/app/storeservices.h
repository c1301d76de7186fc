#pragma once

#include "canceltoken.h"
#include "historyrun.h"
#include "result.h"
#include "verifiedtable.h"
#include "watermarkstate.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <QThreadPool>

namespace tidemark {

/// Which files are to be verified.
struct VerifyScope {
    StorePlace place;
    QStringList tables; // filters as a person types them; none: all tables
    QStringList files; // absolute paths; none: all files of the tables
};

/// What the front ends ask of the folders of earlier syncs; no server is needed. Each call works in a small
/// pool of its own and answers by a future. Used from the program's main thread. Destroying it cancels and
/// waits.
class StoreServices {
public:
    StoreServices();
    ~StoreServices();
    StoreServices(const StoreServices &) = delete;
    StoreServices &operator=(const StoreServices &) = delete;

    /// One answer a table, as soon as it was read, and one for each filter that fits none; the progress is in
    /// thousandths. A cancelled future gives no further ones.
    QFuture<VerifiedTable> verify(const VerifyScope &scope);
    QFuture<Result<SyncHistory>> history(const StorePlace &place);
    QFuture<Result<QList<WatermarkState>>> watermarks(const StorePlace &place);
    QFuture<Result<WatermarkState>> changeWatermark(
        const StorePlace &place, const TableRef &table, const WatermarkChange &change);

private:
    QThreadPool m_pool;
    CancelToken m_cancel;
};

/// What a change that can be done will do, in sentences for people who must agree to it.
QString consequenceOf(const WatermarkState &state, const WatermarkChange &change);

} // namespace tidemark
