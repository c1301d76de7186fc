#include "storeservices.h"

#include "namepattern.h"

#include "historyreader.h"
#include "tableverifier.h"
#include "timesource.h"
#include "watermarkeditor.h"

#include <QCoreApplication>
#include <QPromise>
#include <QtConcurrent>

#include <algorithm>

namespace tidemark {

namespace {

constexpr int threads = 2;
constexpr int progressSteps = 1000;

struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::StoreServices)
};

/// A filter that fits no table, as an answer of its own.
VerifiedTable unmatchedTable(const QString &filter, const QString &outputDir)
{
    VerifiedTable table;
    table.table = tableOfFilter(filter);
    table.error =
        unmatchedError(filter, StoreText::tr("No table below %1 fits \"%2\".").arg(outputDir, filter));
    return table;
}

void verifyFolders(QPromise<VerifiedTable> &promise, const VerifyScope &scope, const CancelToken &cancel)
{
    TableVerifier verifier(scope.place);
    Result<QList<DataFolder>> folders = verifier.folders();
    if (!folders) {
        VerifiedTable failed;
        failed.error = folders.error();
        promise.addResult(failed);
        return;
    }
    QList<TableRef> tables;
    for (const DataFolder &folder : std::as_const(*folders))
        tables += folder.named;
    for (const QString &filter : tables.isEmpty() ? QStringList() : unmatchedFilters(scope.tables, tables))
        promise.addResult(unmatchedTable(filter, scope.place.outputDir));
    folders->removeIf([&](const DataFolder &each) { return !matchesFilters(scope.tables, each.named); });
    qint64 all = 1;
    for (const DataFolder &folder : std::as_const(*folders))
        all += folder.bytes;
    promise.setProgressRange(0, progressSteps);
    qint64 done = 0;
    const auto goesOn = [&](qint64 bytes) {
        done += bytes;
        promise.setProgressValue(int(std::min(done, all) * progressSteps / all));
        return !promise.isCanceled() && !cancel.isCancelled();
    };
    for (const DataFolder &folder : std::as_const(*folders)) {
        if (!goesOn(0))
            return;
        const VerifiedTable table = verifier.verify(folder, scope.files, goesOn);
        if (table.error && table.error->kind == ErrorKind::Cancelled)
            return;
        promise.addResult(table);
    }
    promise.setProgressValue(progressSteps);
}

} // namespace

StoreServices::StoreServices()
{
    m_pool.setMaxThreadCount(threads);
}

StoreServices::~StoreServices()
{
    m_cancel.cancel();
    m_pool.clear();
    m_pool.waitForDone();
}

QFuture<VerifiedTable> StoreServices::verify(const VerifyScope &scope)
{
    return QtConcurrent::run(&m_pool, [scope, cancel = m_cancel](QPromise<VerifiedTable> &promise) {
        verifyFolders(promise, scope, cancel);
    });
}

QFuture<Result<SyncHistory>> StoreServices::history(const StorePlace &place)
{
    return QtConcurrent::run(
        &m_pool, [place, cancel = m_cancel] { return HistoryReader(place).read(cancel); });
}

QFuture<Result<QList<WatermarkState>>> StoreServices::watermarks(const StorePlace &place)
{
    return QtConcurrent::run(&m_pool, [place] {
        const SystemTime time;
        return WatermarkEditor(place, time).all();
    });
}

QFuture<Result<WatermarkState>> StoreServices::changeWatermark(
    const StorePlace &place, const TableRef &table, const WatermarkChange &change)
{
    return QtConcurrent::run(&m_pool, [=] {
        const SystemTime time;
        return WatermarkEditor(place, time).change(table, change);
    });
}

QString consequenceOf(const WatermarkState &state, const WatermarkChange &change)
{
    const QString table = state.table.display();
    const QString present = state.mark ? QString::number(state.mark->version.value()) : QString();
    const QString canUndo = StoreText::tr("Until then it can be undone, and the files stay where they are.");
    switch (change.kind) {
    case WatermarkChange::Kind::Reset:
        return StoreText::tr("The watermark of %1 at version %2 is removed. The next sync loads the table "
                             "whole and replaces its files; in the mode incremental it refuses to run.")
                   .arg(table, present)
            + u' ' + canUndo;
    case WatermarkChange::Kind::SetBack:
        return StoreText::tr("The watermark of %1 goes back from version %2 to %3. The files of later "
                             "changes leave the manifest, and the next sync reads these changes again. If "
                             "the server has cleaned them up by then, it loads the table whole.")
                   .arg(table, present, QString::number(change.version.value()))
            + u' ' + canUndo;
    case WatermarkChange::Kind::Undo:
        break;
    }
    return StoreText::tr("The watermark of %1 goes to version %2 again, as the last sync left it.")
        .arg(table, state.undoVersion ? QString::number(state.undoVersion->value()) : QString());
}

} // namespace tidemark
