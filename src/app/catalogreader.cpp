#include "catalogreader.h"

#include "leavebehind.h"

#include "retry.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <memory>

namespace tidemark {

namespace {

struct CatalogText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::CatalogReader)
};

/// What all requests of one reading share.
struct Reading {
    const Backend &backend;
    const CancelToken &cancel;
    const std::function<void(const QString &)> &note;
    int retries = 0;
};

template <typename Value>
using SessionQuestion = std::function<Result<Value>(SqlServerSession &)>;

/// Opens a session, asks, closes it; in a thread that can be left behind. None when cancelled.
template <typename Value>
std::optional<Result<Value>> askOnce(
    const Reading &reading, const QString &database, const SessionQuestion<Value> &question)
{
    return waitOrLeaveBehind<Result<Value>>(
        [source = reading.backend.source, cancel = reading.cancel, database, question]() -> Result<Value> {
            const auto session = source->open(database, cancel);
            if (!session)
                return fail(session.error());
            return question(**session);
        },
        reading.cancel);
}

template <typename Value>
std::optional<Result<Value>> ask(
    const Reading &reading, const QString &database, const SessionQuestion<Value> &question)
{
    Retry retry(reading.retries, [] { return QRandomGenerator::global()->generateDouble(); });
    while (true) {
        std::optional<Result<Value>> answer = askOnce(reading, database, question);
        if (!answer || reading.cancel.isCancelled())
            return std::nullopt;
        const auto wait = *answer ? std::nullopt : retry.next(answer->error());
        if (!wait)
            return answer;
        reading.note(
            CatalogText::tr("Try %1 to list the tables failed (%2); the next one begins after %3 seconds.")
                .arg(QString::number(retry.used()), describe(answer->error()),
                    QString::number(double(wait->count()) / 1000.0, 'f', 1)));
        if (!reading.backend.ports.time->sleep(*wait, reading.cancel))
            return std::nullopt;
    }
}

} // namespace

std::optional<JobCatalog> readCatalog(const SyncJob &job, const Backend &backend, const CancelToken &cancel,
    const std::function<void(const QString &)> &note)
{
    const JobExpansion expansion(job);
    Reading reading{ backend, cancel, note, 0 };
    for (const TableRequest &request : job.tables)
        reading.retries = std::max(reading.retries, request.policies.retries);

    JobCatalog catalog;
    if (expansion.needsDatabases()) {
        const auto databases = ask<QList<CatalogDatabase>>(
            reading, QString(), [](SqlServerSession &session) { return session.databases(); });
        if (!databases)
            return std::nullopt;
        catalog.databases = *databases;
    }
    for (const QString &database : expansion.databases(catalog)) {
        const auto tables = ask<QList<CatalogTable>>(
            reading, database, [](SqlServerSession &session) { return session.tables(); });
        if (!tables)
            return std::nullopt;
        catalog.tables.insert(database, *tables);
    }
    return catalog;
}

} // namespace tidemark
