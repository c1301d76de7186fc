#include "freshener.h"

#include "closeddatabase.h"
#include "surveyor.h"

#include <QCoreApplication>

namespace tidemark {

namespace {

struct FreshenerText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Freshener)
};

/// Failures that the next database of the same server would meet too, after as long a wait.
bool concernsServer(const SyncError &error)
{
    constexpr int asleep = 40613; // the database, on Azure
    if (isClosedDatabase(error) || error.nativeCode == asleep)
        return false;
    return error.kind == ErrorKind::Connection || error.kind == ErrorKind::Login
        || error.kind == ErrorKind::Driver || error.kind == ErrorKind::Cancelled;
}

Result<QList<TableTask>> surveyOf(
    const RunPorts &ports, const DatabaseGroup &group, const CancelToken &cancel)
{
    const auto session = ports.source->openSession(group.database, cancel);
    if (!session)
        return fail(session.error());
    return surveyTables(**session, group.database, group.requests);
}

/// Another server's or an older database's table that only shares the watermark folder.
bool isOfAnotherDatabase(const FreshnessInput &input, const DatabaseState &database)
{
    if (input.inJob || !input.stored.watermark)
        return false;
    const QString &known = input.stored.watermark->source.databaseId;
    return !known.isEmpty() && known != database.source.databaseId;
}

TableFreshness freshnessWith(const RunPorts &ports, FreshnessInput input, const TableTask *task)
{
    if (task != nullptr)
        input.request.table = task->request.table;
    const auto stored = ports.store->look(
        input.request.table, input.inJob && task != nullptr ? task->database.source : SourceIdentity());
    if (!stored) {
        TableFreshness broken = freshnessOf(input);
        broken.state = FreshnessState::Problem;
        broken.note = stored.error().text;
        return broken;
    }
    input.stored = *stored;
    if (task != nullptr && !isOfAnotherDatabase(input, task->database)) {
        input.database = task->database;
        input.table = task->table;
    }
    return freshnessOf(input);
}

} // namespace

FreshnessReport findFreshness(const RunPorts &ports, const QList<FreshnessQuestion> &questions, AskServer ask,
    const CancelToken &cancel)
{
    FreshnessReport report;
    report.at = ports.time->nowUtc();
    QList<TableRequest> requests;
    for (const FreshnessQuestion &question : questions)
        requests += question.request;
    if (ask == AskServer::No)
        report.notes += FreshenerText::tr("No server was asked: this is what the watermarks say.");
    bool reachable = ask == AskServer::Yes;
    for (const DatabaseGroup &group : groupByDatabase(requests)) {
        Result<QList<TableTask>> tasks = QList<TableTask>();
        if (reachable) {
            tasks = surveyOf(ports, group, cancel);
            reachable = tasks || !concernsServer(tasks.error());
            if (!tasks) {
                report.notes += FreshenerText::tr("The server was not asked about %1: %2")
                                    .arg(group.database, tasks.error().text);
            }
        }
        for (qsizetype i = 0; i < group.requests.size(); ++i) {
            const IndexedRequest &each = group.requests[i];
            const TableTask *task = tasks && i < tasks->size() ? &tasks->at(i) : nullptr;
            report.tables += freshnessWith(
                ports, { each.request, questions[each.index].inJob, {}, {}, {}, report.at }, task);
        }
    }
    return report;
}

} // namespace tidemark
