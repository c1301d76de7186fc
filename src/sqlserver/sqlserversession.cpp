#include "sqlserversession.h"

#include "catalog.h"
#include "metadatasql.h"
#include "readiness.h"
#include "survey.h"
#include "tablereadiness.h"
#include "trackedtables.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::SessionText)
};

// Bounds the size of a batch; jobs with more tables need a round trip more for each so many.
constexpr qsizetype tablesInABatch = 500;

/// A reader whose errors are explained like those of the session that made it.
class ExplainingReader : public BlockReader {
public:
    ExplainingReader(std::unique_ptr<BlockReader> reader, ErrorSubject subject)
        : m_reader(std::move(reader)), m_subject(std::move(subject))
    {
    }

    const QList<BlockColumn> &columns() const override { return m_reader->columns(); }
    std::unique_ptr<RowBlock> makeBlock() const override { return m_reader->makeBlock(); }
    Result<bool> fetch(RowBlock &block) override
    {
        Result<bool> more = m_reader->fetch(block);
        if (!more)
            return fail(explainServerError(more.error(), m_subject));
        return more;
    }

private:
    std::unique_ptr<BlockReader> m_reader;
    ErrorSubject m_subject;
};

/// True when a failure is of the connection or of the run, so that asking on is in vain.
bool endsSession(const SyncError &error)
{
    return error.kind == ErrorKind::Connection || error.kind == ErrorKind::Cancelled
        || error.kind == ErrorKind::Login;
}

/// The tables by the catalog's spelling of their database.
QList<TableRef> tablesOf(const QString &database, QList<TableRef> tables)
{
    for (TableRef &table : tables)
        table.database = database;
    return tables;
}

template <typename Question>
QList<TableRef> tablesOf(const QList<Question> &questions)
{
    QList<TableRef> tables;
    for (const Question &question : questions)
        tables += question.table;
    return tables;
}

/// The answers of `ask`, which fails as a whole; one table that is not tracked any more must not fail all, so
/// that then each is asked about alone.
template <typename Answer, typename Question, typename Ask>
QList<Result<Answer>> askEach(const QList<Question> &questions, const Ask &ask)
{
    QList<Result<Answer>> answers;
    const Result<QList<Answer>> together = ask(questions);
    if (together) {
        for (const Answer &answer : *together)
            answers += Result<Answer>(answer);
        return answers;
    }
    std::optional<SyncError> end;
    if (questions.size() == 1 || endsSession(together.error()))
        end = together.error();
    for (const Question &question : questions) {
        const Result<QList<Answer>> alone = end ? fail(*end) : ask({ question });
        const Result<Answer> answer = alone.map([](const QList<Answer> &only) { return only.constFirst(); });
        answers += answer;
        if (!answer && endsSession(answer.error()))
            end = answer.error();
    }
    return answers;
}

template <typename Answer, typename Question, typename Ask>
QList<Result<Answer>> askInBatches(const QList<Question> &questions, const Ask &ask)
{
    QList<Result<Answer>> answers;
    for (qsizetype done = 0; done < questions.size(); done += tablesInABatch)
        answers += askEach<Answer>(questions.mid(done, tablesInABatch), ask);
    return answers;
}

} // namespace

SqlServerSession::SqlServerSession(std::unique_ptr<StatementRunner> runner, QString server, QString database)
    : m_runner(std::move(runner)), m_server(std::move(server)), m_database(std::move(database))
{
}

ErrorSubject SqlServerSession::subject(const std::optional<TableRef> &table) const
{
    return { m_server, m_database, table, m_user };
}

Result<QList<ResultRows>> SqlServerSession::ask(
    const QString &batch, qsizetype resultSets, const std::optional<TableRef> &table)
{
    Result<QList<ResultRows>> answer = m_runner->query(batch);
    if (!answer)
        return fail(explainServerError(answer.error(), subject(table)));
    if (answer->size() != resultSets)
        return fail(ErrorKind::Internal,
            SessionText::tr(
                "The server answered with %1 results instead of %2. Another program between may have cut "
                "the answer.")
                .arg(QString::number(answer->size()), QString::number(resultSets)),
            m_database);
    return answer;
}

Result<DatabaseSurvey> SqlServerSession::survey(const QList<TableRef> &tables)
{
    DatabaseSurvey survey;
    qsizetype done = 0;
    do {
        const QList<TableRef> part = tables.mid(done, tablesInABatch);
        const bool withDatabase = done == 0;
        QString batch = withDatabase ? databaseStateQuery() : QString();
        if (!part.isEmpty())
            batch += tableStatesQuery(part) + tableColumnsQuery(part);
        const Result<QList<ResultRows>> answer =
            ask(batch, (withDatabase ? 1 : 0) + (part.isEmpty() ? 0 : 2));
        if (!answer)
            return fail(answer.error());
        if (withDatabase) {
            const Result<DatabaseState> state = decodeDatabaseState(answer->first(), m_server, m_database);
            if (!state)
                return fail(state.error());
            survey.database = *state;
            m_user = RowReader(answer->first(), 0).textOr(u"user_name"_s, {});
        }
        if (!part.isEmpty())
            survey.tables += decodeTableStates(tablesOf(survey.database.source.database, part),
                answer->at(answer->size() - 2), answer->last(), m_user);
        done += part.size();
    } while (done < tables.size());
    return survey;
}

QList<Result<bool>> SqlServerSession::haveChanges(const QList<ChangeQuestion> &questions)
{
    return askInBatches<bool>(
        questions, [this](const QList<ChangeQuestion> &part) { return askChanges(part); });
}

QList<Result<ChangeCounts>> SqlServerSession::countChanges(const QList<CountQuestion> &questions)
{
    return askInBatches<ChangeCounts>(
        questions, [this](const QList<CountQuestion> &part) { return askCounts(part); });
}

/// Runs a batch that answers with a result set for each table and one with their minimum valid versions.
Result<QList<ResultRows>> SqlServerSession::askAboutTables(
    const QString &batch, const QList<TableRef> &tables)
{
    const std::optional<TableRef> table =
        tables.size() == 1 ? std::optional(tables.constFirst()) : std::nullopt;
    Result<QList<ResultRows>> answer = ask(batch, tables.size() + 1, table);
    if (answer && answer->constLast().rows.size() != tables.size())
        return fail(ErrorKind::Internal, SessionText::tr("The server's answer about changes is incomplete."),
            m_database);
    return answer;
}

Result<QList<bool>> SqlServerSession::askChanges(const QList<ChangeQuestion> &questions)
{
    const Result<QList<ResultRows>> answer = askAboutTables(haveChangesBatch(questions), tablesOf(questions));
    if (!answer)
        return fail(answer.error());
    QList<bool> changed;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const ResultRows &exists = answer->at(i);
        if (exists.rows.size() != 1)
            return fail(ErrorKind::Internal,
                SessionText::tr("The server's answer about changes is incomplete."), m_database);
        const std::optional<qint64> minimum =
            RowReader(answer->constLast(), i).number(u"min_valid_version"_s);
        changed += RowReader(exists, 0).flag(u"changed"_s, true) || !minimum
            || *minimum > questions[i].since.value();
    }
    return changed;
}

Result<QList<ChangeCounts>> SqlServerSession::askCounts(const QList<CountQuestion> &questions)
{
    const Result<QList<ResultRows>> answer =
        askAboutTables(countChangesBatch(questions), tablesOf(questions));
    if (!answer)
        return fail(answer.error());
    QList<ChangeCounts> all;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const ResultRows &operations = answer->at(i);
        ChangeCounts counts;
        for (qsizetype row = 0; row < operations.rows.size(); ++row) {
            const RowReader reader(operations, row);
            const QString operation = reader.textOr(u"operation"_s, {});
            qint64 &count = operation == u"I" ? counts.inserts
                : operation == u"U"           ? counts.updates
                                              : counts.deletes;
            count = reader.number(u"rows"_s).value_or(0);
        }
        if (const auto minimum = RowReader(answer->constLast(), i).number(u"min_valid_version"_s))
            counts.minValidVersion = ChangeVersion(*minimum);
        all += counts;
    }
    return all;
}

Status SqlServerSession::beginSnapshot()
{
    m_transaction.reset();
    for (const QString &batch : beginSnapshotBatches()) {
        if (Status ok = m_runner->execute(batch); !ok)
            return fail(explainServerError(ok.error(), subject()));
    }
    m_inSnapshot = true;
    return {};
}

Status SqlServerSession::endSnapshot()
{
    if (!m_inSnapshot)
        return fail(
            ErrorKind::Internal, SessionText::tr("No snapshot is open that could be ended."), m_database);
    Status noted = noteTransaction(); // for a snapshot in which nothing was read
    if (!noted)
        return noted;
    const Result<QList<ResultRows>> answer = ask(currentVersionQuery(), 1);
    if (!answer)
        return fail(answer.error());
    if (answer->first().rows.size() != 1)
        return fail(
            ErrorKind::Internal, SessionText::tr("The server does not name its transaction."), m_database);
    const RowReader row(answer->first(), 0);
    const Transaction now{ row.number(u"session"_s).value_or(0),
        row.number(u"transaction_id"_s).value_or(0) };
    if (now != *m_transaction || row.number(u"depth"_s).value_or(0) < 1) {
        SyncError error{ ErrorKind::Connection,
            SessionText::tr(
                "The snapshot was lost while it was read: another transaction answers now. What was read is "
                "thrown away."),
            {}, 0, true, m_database, 0 };
        return fail(error);
    }
    for (const QString &batch : endSnapshotBatches()) {
        if (Status ok = m_runner->execute(batch); !ok)
            return fail(explainServerError(ok.error(), subject()));
    }
    m_inSnapshot = false;
    m_transaction.reset();
    return {};
}

Result<std::optional<ChangeVersion>> SqlServerSession::currentVersion()
{
    const Result<QList<ResultRows>> answer = ask(currentVersionQuery(), 1);
    if (!answer)
        return fail(answer.error());
    if (answer->first().rows.size() != 1)
        return fail(
            ErrorKind::Internal, SessionText::tr("The server does not name its version."), m_database);
    const RowReader row(answer->first(), 0);
    if (m_inSnapshot && !m_transaction) {
        if (row.number(u"depth"_s).value_or(0) < 1) {
            SyncError error{ ErrorKind::Connection,
                SessionText::tr(
                    "The snapshot was lost before its first read: no transaction is open any more."),
                {}, 0, true, m_database, 0 };
            return fail(error);
        }
        m_transaction =
            Transaction{ row.number(u"session"_s).value_or(0), row.number(u"transaction_id"_s).value_or(0) };
    }
    const std::optional<qint64> version = row.number(u"current_version"_s);
    return version ? std::optional(ChangeVersion(*version)) : std::nullopt;
}

/// The transaction is noted with the version, so that the version stays the first read of a snapshot.
Status SqlServerSession::noteTransaction()
{
    if (!m_inSnapshot || m_transaction)
        return {};
    const Result<std::optional<ChangeVersion>> version = currentVersion();
    if (!version)
        return fail(version.error());
    return {};
}

Result<TableState> SqlServerSession::tableState(const TableRef &table)
{
    if (Status ok = noteTransaction(); !ok)
        return fail(ok.error());
    const Result<QList<ResultRows>> answer =
        ask(tableStatesQuery({ table }) + tableColumnsQuery({ table }), 2, table);
    if (!answer)
        return fail(answer.error());
    return decodeTableStates({ table }, answer->first(), answer->last(), m_user).first();
}

Result<std::unique_ptr<BlockReader>> SqlServerSession::readAll(const ReadSpec &spec)
{
    return open(fullLoadQuery(spec), spec.table);
}

Result<std::unique_ptr<BlockReader>> SqlServerSession::readChanges(
    const ReadSpec &spec, ChangeVersion since, ChangeVersion upTo)
{
    return open(changesQuery(spec, since, upTo), spec.table);
}

Result<std::unique_ptr<BlockReader>> SqlServerSession::open(
    const Result<RowQuery> &query, const TableRef &table)
{
    if (!query)
        return fail(query.error());
    if (Status ok = noteTransaction(); !ok)
        return fail(ok.error());
    Result<std::unique_ptr<BlockReader>> reader = m_runner->read(*query);
    if (!reader)
        return fail(explainServerError(reader.error(), subject(table)));
    return std::make_unique<ExplainingReader>(std::move(*reader), subject(table));
}

Result<QList<CatalogDatabase>> SqlServerSession::databases()
{
    const Result<QList<ResultRows>> answer = ask(databaseListQuery(), 1);
    if (!answer)
        return fail(answer.error());
    return decodeDatabaseList(answer->first());
}

Result<QList<CatalogTable>> SqlServerSession::tables()
{
    const Result<QList<ResultRows>> answer = ask(tableListQuery(), 1);
    if (!answer)
        return fail(answer.error());
    return decodeTableList(answer->first(), m_database);
}

Result<ServerFacts> SqlServerSession::facts()
{
    const Result<QList<ResultRows>> answer = ask(serverFactsQuery(), 1);
    if (!answer)
        return fail(answer.error());
    return decodeServerFacts(answer->first());
}

QList<CheckStep> SqlServerSession::checkConnection()
{
    QElapsedTimer timer;
    timer.start();
    const Result<ServerFacts> server = facts();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (!server)
        return { { SessionText::tr("database"), CheckOutcome::Bad, server.error().text, {}, seconds } };
    return connectionSteps(*server, m_database.isEmpty() ? server->database : m_database, seconds);
}

QList<CheckStep> SqlServerSession::checkTracking()
{
    QElapsedTimer timer;
    timer.start();
    const auto timed = [&](CheckStep step) {
        step.seconds = double(timer.nsecsElapsed()) / 1e9;
        timer.restart();
        return step;
    };
    const auto unknown = [&](const SyncError &error) {
        return timed({ SessionText::tr("change tracking"), CheckOutcome::Warning, error.text, {}, 0 });
    };
    const Result<DatabaseSurvey> found = survey({});
    if (!found)
        return { unknown(found.error()) };
    if (!found->database.currentVersion && m_database.isEmpty()) {
        const Result<QList<CatalogDatabase>> all = databases();
        return { all ? timed(trackedDatabasesStep(*all)) : unknown(all.error()) };
    }
    CheckStep tracking = trackingStep(found->database);
    if (tracking.outcome == CheckOutcome::Bad)
        tracking.outcome = CheckOutcome::Warning;
    QList<CheckStep> steps = { timed(tracking) };
    if (!found->database.currentVersion)
        return steps;
    const Result<QList<ResultRows>> answer = ask(trackedTablesQuery(), 1);
    if (!answer)
        return steps << unknown(answer.error());
    const QString &database = found->database.source.database;
    return steps << timed(rightsStep(decodeTrackedTables(answer->first(), database), database, m_user));
}

Result<std::optional<bool>> SqlServerSession::isEncrypted()
{
    const Result<QList<ResultRows>> answer = ask(connectionFactsQuery(), 1);
    if (!answer && answer.error().kind != ErrorKind::Permission)
        return fail(answer.error());
    if (!answer || answer->first().rows.isEmpty())
        return std::nullopt;
    return RowReader(answer->first(), 0).textOr(u"encrypt_option"_s, {}) == u"TRUE";
}

Result<DatabaseCheck> SqlServerSession::checkTables(const QList<TableRef> &tables)
{
    QElapsedTimer timer;
    timer.start();
    const Result<ServerFacts> server = facts();
    if (!server)
        return fail(server.error());
    const Result<DatabaseSurvey> found = survey(tables);
    if (!found)
        return fail(found.error());
    DatabaseCheck check;
    check.steps +=
        openDatabaseStep(*server, found->database.source.database, double(timer.nsecsElapsed()) / 1e9);
    check.steps += databaseSteps(*server, found->database);
    for (const TableState &table : found->tables)
        check.tables += tableSteps(table, found->database, m_user);
    return check;
}

} // namespace tidemark
