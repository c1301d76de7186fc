#include "batchrunner.h"

#include "changecleanup.h"
#include "changerunner.h"
#include "conversion.h"
#include "databasecommands.h"
#include "faultstrike.h"
#include "parameterizedbatch.h"
#include "principalcommands.h"
#include "procedures.h"
#include "selectrunner.h"
#include "sessioncore.h"
#include "sessionoptions.h"
#include "sessionschema.h"
#include "sqlparser.h"
#include "tablealteration.h"
#include "tablecommands.h"
#include "translator.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

// After these the rest of the batch does not run.
bool endsBatch(int number)
{
    static const QSet<int> numbers = { 102, 105, 137, 156, 195, 206, 207, 208, 209, 241, 242, 245, 257, 529,
        823, 911, 916, 1105, 1205, 3951, 3952, 3960, 3961, 4104, 8114, 8116, 22104, 22105, 50000 };
    return numbers.contains(number);
}

// An error of this severity ends the connection, too.
constexpr int endsConnection = 20;

bool endsTransaction(int number)
{
    static const QSet<int> numbers = { 823, 1105, 1205, 3951, 3952, 3960, 3961 };
    return numbers.contains(number);
}

// After these SQL Server adds the message 3621.
bool terminatesStatement(int number)
{
    static const QSet<int> numbers = { 220, 515, 544, 547, 2601, 2627, 2628, 8115, 8134, 8152 };
    return numbers.contains(number);
}

/// Calls of the server's own procedures are no traffic of a client: no fault strikes them.
bool isOwnWork(const ast::Batch &batch)
{
    for (const ast::Statement &statement : batch.statements) {
        const auto *execute = std::get_if<ast::Execute>(&statement.body);
        if (execute && execute->procedure.schema.compare(u"practice"_s, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// What SET FMTONLY ON lets run: what decides the shape of results, and what ends it.
bool runsFormatOnly(const ast::Statement &statement)
{
    return std::visit(
        []<typename Body>(const Body &) {
            return std::is_same_v<Body,
                       ast::
                           SelectStatement> || std::is_same_v<Body, ast::Declare> || std::is_same_v<Body, ast::SetOption> || std::is_same_v<Body, ast::Use> || std::is_same_v<Body, ast::Block> || std::is_same_v<Body, ast::If>;
        },
        statement.body);
}

CommandKind kindOf(const ast::Statement &statement)
{
    if (std::holds_alternative<ast::SelectStatement>(statement.body))
        return CommandKind::Select;
    if (std::holds_alternative<ast::Insert>(statement.body))
        return CommandKind::Insert;
    if (std::holds_alternative<ast::Update>(statement.body))
        return CommandKind::Update;
    if (std::holds_alternative<ast::Delete>(statement.body))
        return CommandKind::Delete;
    return CommandKind::Other;
}

} // namespace

/// Statements that change rows or define something: each goes to the one that knows it.
template <typename Statement>
SqlStatus BatchRunner::operator()(const Statement &statement)
{
    beginImplicitTransaction();
    const auto finished = [&](SqlStatus done) { return done ? finish() : done; };
    if constexpr (requires { ChangeRunner(m_core).run(statement); })
        return ChangeRunner(m_core).run(statement);
    else if constexpr (requires { TableCommands(m_core).run(statement); })
        return finished(TableCommands(m_core).run(statement));
    else if constexpr (requires { TableAlteration(m_core).run(statement); })
        return finished(TableAlteration(m_core).run(statement));
    else if constexpr (requires { DatabaseCommands(m_core).run(statement); })
        return finished(DatabaseCommands(m_core).run(statement));
    else
        return finished(PrincipalCommands(m_core).run(statement));
}

BatchRunner::BatchRunner(SessionCore &core, ResultSink &sink) : m_core(core), m_sink(sink) { }

void BatchRunner::run(const QString &text, std::vector<Parameter> &parameters)
{
    m_core.sink = &m_sink;
    m_core.variables.clear();
    for (const Parameter &parameter : parameters)
        m_core.variables.insert(parameter.name.toLower(), { parameter.type, parameter.value });
    m_core.beginStatement();
    ChangeCleanup(m_core).cleanWhenDue();
    runText(text);
    for (Parameter &parameter : parameters) {
        if (parameter.output)
            parameter.value = m_core.variables.value(parameter.name.toLower()).value;
    }
    m_core.sink = nullptr;
    m_core.faults.clear();
}

void BatchRunner::runText(const QString &text)
{
    const SqlResult<ast::Batch> batch = parseBatch(text);
    if (!batch) {
        failBatch(batch.error());
        return;
    }
    if (!isOwnWork(*batch))
        m_core.faults += m_core.server().faults().take(text);
    m_core.beginStatement();
    SqlStatus ready = strikeBeforeBatch(m_core);
    if (ready)
        ready = checkChangeTables(*batch);
    if (!ready) {
        failBatch(ready.error());
        return;
    }
    runAll(batch->statements);
}

void BatchRunner::failBatch(const ServerMessage &error)
{
    m_core.lastError = error.number;
    m_sink.message(error);
    m_sink.done(CommandKind::Other, std::nullopt, true);
    m_goOn = false;
}

/// An untracked table fails the batch before any of it runs, also in a branch never taken.
SqlStatus BatchRunner::checkChangeTables(const ast::Batch &batch)
{
    if (!batch.changeTables.empty() && m_core.server().faults().isSecondary())
        return sqlError(22117,
            u"For databases that are members of a secondary availability replica (that is, for secondary "
            "databases), change tracking is not supported. Run change tracking queries on the databases in "
            "the primary availability replica."_s,
            batch.changeTables.front().at.line);
    for (const ast::ObjectName &name : batch.changeTables) {
        const SqlResult<SessionSchema::Found> found = SessionSchema(m_core).find(name);
        if (found && !found->table->tracking)
            return sqlError(
                22105, u"Change tracking is not enabled on table '%1'."_s.arg(name.written()), name.at.line);
    }
    return m_core.transaction().endStatement(false);
}

bool BatchRunner::runAll(const std::vector<ast::Statement> &statements)
{
    for (const ast::Statement &statement : statements) {
        if (!m_goOn || m_sink.cancelled() || !runOne(statement))
            return false;
    }
    return true;
}

bool BatchRunner::runOne(const ast::Statement &statement)
{
    m_core.beginStatement();
    const bool runs = !m_core.formatOnly || runsFormatOnly(statement);
    SqlStatus result = runs ? std::visit(*this, statement.body) : finish(kindOf(statement));
    if (result)
        result = m_core.transaction().endStatement(false);
    if (!result)
        return fail(result.error(), statement);
    m_core.lastError = 0;
    return m_goOn;
}

bool BatchRunner::fail(ServerMessage error, const ast::Statement &statement)
{
    SessionTransaction &transaction = m_core.transaction();
    const qint64 open = transaction.id();
    const bool ending = endsTransaction(error.number) || m_core.xactAbort;
    if (SqlStatus ended = transaction.endStatement(true); !ended)
        error = ended.error();
    if (error.line <= 1)
        error.line = statement.at.line;
    m_core.lastError = error.number;
    m_core.rowCount = 0;
    m_sink.message(error);
    if (terminatesStatement(error.number))
        m_sink.message({ 3621, 0, 0, u"The statement has been terminated."_s, error.line, {} });
    if (ending && open != 0) {
        transaction.rollback();
        endTransaction(false, open);
    }
    m_goOn = m_goOn && !ending && !endsBatch(error.number) && error.severity < endsConnection;
    m_sink.done(kindOf(statement), std::nullopt, true);
    return m_goOn;
}

void BatchRunner::endTransaction(bool committed, qint64 id)
{
    m_sink.transactionEnded(quint64(id), committed);
}

void BatchRunner::beginImplicitTransaction()
{
    if (m_core.implicitTransactions && m_core.transaction().depth() == 0 && m_core.transaction().begin())
        m_sink.transactionBegan(quint64(m_core.transaction().id()));
}

SqlStatus BatchRunner::finish(CommandKind kind)
{
    m_core.rowCount = 0;
    if (SqlStatus ok = m_core.transaction().endStatement(false); !ok)
        return ok;
    m_sink.done(kind, std::nullopt, false);
    return {};
}

SqlStatus BatchRunner::operator()(const ast::SelectStatement &statement)
{
    if (!m_core.formatOnly)
        beginImplicitTransaction();
    return SelectRunner(m_core).run(statement);
}

SqlStatus BatchRunner::operator()(const ast::Declare &statement)
{
    for (const ast::Declaration &declaration : statement.variables) {
        const QString name = declaration.name.toLower();
        if (m_core.variables.contains(name))
            return sqlError(134,
                u"The variable name '%1' has already been declared. Variable names must be unique within a "
                "query batch or stored procedure."_s.arg(declaration.name),
                declaration.at.line, 15, 2);
        SqlValue value;
        if (declaration.value) {
            const SqlResult<SqlValue> found = valueOf(m_core, *declaration.value, declaration.type);
            if (!found)
                return sqlError(found.error());
            value = *found;
        }
        m_core.variables.insert(name, { declaration.type, value });
    }
    return {};
}

SqlStatus BatchRunner::operator()(const ast::SetVariable &statement)
{
    const auto variable = m_core.variables.find(statement.name.toLower());
    if (variable == m_core.variables.end())
        return sqlError(137, u"Must declare the scalar variable \"%1\"."_s.arg(statement.name), 1, 15, 1);
    const SqlResult<SqlValue> value = valueOf(m_core, *statement.value, variable->type);
    if (!value)
        return sqlError(value.error());
    variable->value = *value;
    m_core.rowCount = 1;
    return {};
}

SqlStatus BatchRunner::operator()(const ast::SetOption &statement)
{
    for (const QString &name : statement.names) {
        if (SqlStatus ok = setSessionOption(m_core, name, statement.value); !ok)
            return ok;
    }
    return finish();
}

SqlStatus BatchRunner::operator()(const ast::SetIdentityInsert &statement)
{
    const SqlResult<SessionSchema::Found> found = SessionSchema(m_core).find(statement.table);
    if (!found)
        return sqlError(found.error());
    if (!found->table->identityColumn())
        return sqlError(8106,
            u"Table '%1' does not have the identity property. Cannot perform SET operation."_s.arg(
                statement.table.written()));
    m_core.identityInsert = statement.on ? found->table->objectId : 0;
    return finish();
}

SqlStatus BatchRunner::operator()(const ast::SetIsolation &statement)
{
    m_core.transaction().isolation = statement.level;
    return finish();
}

SqlStatus BatchRunner::operator()(const ast::Use &statement)
{
    const QString from = m_core.database()->name();
    if (SqlStatus ok = m_core.use(statement.database); !ok)
        return ok;
    const QString to = m_core.database()->name();
    m_sink.databaseChanged(from, to);
    return finish();
}

SqlStatus BatchRunner::operator()(const ast::BeginTransaction &statement)
{
    if (m_core.transaction().begin(statement.name))
        m_sink.transactionBegan(quint64(m_core.transaction().id()));
    return finish(CommandKind::BeginTransaction);
}

SqlStatus BatchRunner::operator()(const ast::Commit &)
{
    const qint64 id = m_core.transaction().id();
    const SqlResult<bool> ended = m_core.transaction().commit();
    if (!ended)
        return sqlError(ended.error());
    if (*ended)
        endTransaction(true, id);
    return finish(CommandKind::Commit);
}

SqlStatus BatchRunner::operator()(const ast::Rollback &statement)
{
    SessionTransaction &transaction = m_core.transaction();
    if (transaction.depth() == 0)
        return sqlError(3903, u"The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION."_s);
    const qint64 id = transaction.id();
    bool ended = true;
    if (statement.name.isEmpty()) {
        transaction.rollback();
    } else {
        const SqlResult<bool> undone = transaction.rollbackTo(statement.name);
        if (!undone)
            return sqlError(undone.error());
        ended = *undone;
    }
    if (ended)
        endTransaction(false, id);
    return finish(CommandKind::Rollback);
}

SqlStatus BatchRunner::operator()(const ast::SaveTransaction &statement)
{
    if (SqlStatus ok = m_core.transaction().save(statement.name); !ok)
        return ok;
    return finish();
}

SqlStatus BatchRunner::operator()(const ast::Execute &statement)
{
    const QString status = statement.returnVariable.toLower();
    if (!status.isEmpty() && !m_core.variables.contains(status))
        return sqlError(
            137, u"Must declare the scalar variable \"%1\"."_s.arg(statement.returnVariable), 1, 15, 1);
    if (statement.text)
        return runComposed(*statement.text);
    if (ParameterizedBatch::isCalledBy(statement)) {
        if (SqlStatus ok = runParameterized(statement); !ok)
            return ok;
    } else {
        if (SqlStatus ok = Procedures(m_core).run(statement); !ok)
            return ok;
        m_core.lastError = 0;
        if (SqlStatus ok = finish(); !ok)
            return ok;
    }
    if (!status.isEmpty())
        m_core.variables[status].value = qint64(m_core.lastError);
    return {};
}

/// EXEC ('...')
SqlStatus BatchRunner::runComposed(const ast::Expression &expression)
{
    const SqlResult<SqlValue> text = valueOf(m_core, expression, { TypeId::NVarChar, -1 });
    if (!text)
        return sqlError(text.error());
    if (const auto *batch = std::get_if<QString>(&*text))
        runWithin(*batch, {});
    return {};
}

SqlStatus BatchRunner::runParameterized(const ast::Execute &call)
{
    const SqlResult<ParameterizedBatch> batch = ParameterizedBatch::of(m_core, call);
    if (!batch)
        return sqlError(batch.error());
    Variables inner;
    for (const Parameter &parameter : batch->parameters)
        inner.insert(parameter.name.toLower(), { parameter.type, parameter.value });
    inner = runWithin(batch->text, std::move(inner));
    for (std::size_t i = 0; i < batch->parameters.size(); ++i) {
        const auto target = m_core.variables.find(batch->targets[qsizetype(i)]);
        if (target == m_core.variables.end())
            continue;
        const SessionVariable ended = inner.value(batch->parameters[i].name.toLower());
        const SqlResult<SqlValue> value = convertValue(ended.value, ended.type, target->type);
        if (!value)
            return sqlError(value.error());
        target->value = *value;
    }
    return {};
}

/// Runs a batch with variables of its own, and answers what became of these.
BatchRunner::Variables BatchRunner::runWithin(const QString &text, Variables variables)
{
    const Variables own = std::exchange(m_core.variables, std::move(variables));
    runText(text);
    return std::exchange(m_core.variables, own);
}

SqlStatus BatchRunner::operator()(const ast::WaitFor &statement)
{
    const SqlResult<SqlValue> delay = valueOf(m_core, *statement.delay, { TypeId::Time, 0, 0, 7 });
    if (!delay)
        return sqlError(delay.error());
    const auto *time = std::get_if<MomentValue>(&*delay);
    QDeadlineTimer end(time ? time->ticks / 10000 : 0);
    while (!end.hasExpired() && !m_sink.cancelled())
        QThread::msleep(static_cast<unsigned long>(std::clamp<qint64>(end.remainingTime(), 1, 20)));
    return finish();
}

SqlStatus BatchRunner::operator()(const ast::Print &statement)
{
    const SqlResult<SqlValue> value = valueOf(m_core, *statement.value, { TypeId::NVarChar, 4000 });
    if (!value)
        return sqlError(value.error());
    const auto *text = std::get_if<QString>(&*value);
    m_sink.message({ 0, 0, 1, text ? *text : u" "_s, 1, {} });
    return {};
}

SqlStatus BatchRunner::operator()(const ast::Block &statement)
{
    runAll(statement.statements);
    return {};
}

SqlStatus BatchRunner::operator()(const ast::If &statement)
{
    if (m_core.formatOnly) { // both branches, whatever the condition says; docs: set-fmtonly-transact-sql
        runOne(*statement.then);
        if (statement.otherwise)
            runOne(*statement.otherwise);
        return {};
    }
    const SessionSchema schema(m_core);
    const SqlResult<SqlValue> value =
        singleValue(m_core, Translator(schema, m_core.variableTypes()).condition(*statement.condition));
    if (!value)
        return sqlError(value.error());
    const auto *holds = std::get_if<qint64>(&*value);
    if (holds && *holds != 0)
        runOne(*statement.then);
    else if (statement.otherwise)
        runOne(*statement.otherwise);
    return {};
}

} // namespace tidemark::practice
