#include "fakesource.h"

#include <algorithm>
#include <cstring>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int blockRows = 10;

/// Rows with one bigint column, numbered from 0, in blocks of ten.
class FakeReader : public BlockReader {
public:
    FakeReader(FakeSource &source, qint64 rows) : m_source(source), m_rows(rows)
    {
        m_columns += { u"id"_s, CellKind::Int64, 8, 0 };
    }

    const QList<BlockColumn> &columns() const override { return m_columns; }
    std::unique_ptr<RowBlock> makeBlock() const override
    {
        return std::make_unique<RowBlock>(m_columns, blockRows, 0);
    }
    Result<bool> fetch(RowBlock &block) override
    {
        const bool end = m_next == m_rows;
        if (const Status go = m_source.called(end ? u"end of rows"_s : u"fetch"_s); !go)
            return fail(go.error());
        const int rows = int(std::min<qint64>(blockRows, m_rows - m_next));
        for (int row = 0; row < rows; ++row) {
            const qint64 value = m_next + row;
            std::memcpy(block.cells(0) + size_t(row) * 8, &value, 8);
            block.lengths(0)[row] = 8;
        }
        block.setRowCount(rows);
        m_next += rows;
        return !end;
    }

private:
    FakeSource &m_source;
    QList<BlockColumn> m_columns;
    qint64 m_rows = 0;
    qint64 m_next = 0;
};

class FakeSession : public ChangeSession {
public:
    FakeSession(FakeSource &source, const QString &database) : m_source(source), m_database(database) { }

    Result<DatabaseSurvey> survey(const QList<TableRef> &tables) override
    {
        if (const Status go = m_source.called(u"survey"_s); !go)
            return fail(go.error());
        DatabaseSurvey survey;
        survey.database = now().state;
        for (const TableRef &table : tables)
            survey.tables += stateOf(table);
        return survey;
    }

    QList<Result<bool>> haveChanges(const QList<ChangeQuestion> &questions) override
    {
        const Status go = m_source.called(u"haveChanges"_s);
        QList<Result<bool>> answers;
        for (const ChangeQuestion &question : questions) {
            const QList<qint64> changes = now().tables.value(question.table.watermarkKey()).changes;
            const bool any = std::any_of(changes.begin(), changes.end(),
                [&](qint64 version) { return version > question.since.value(); });
            answers.append(go ? Result<bool>(any) : Result<bool>(fail(go.error())));
        }
        return answers;
    }

    QList<Result<ChangeCounts>> countChanges(const QList<CountQuestion> &questions) override
    {
        const Status go = m_source.called(u"countChanges"_s);
        QList<Result<ChangeCounts>> answers;
        for (const CountQuestion &question : questions) {
            const FakeTable table = now().tables.value(question.table.watermarkKey());
            ChangeCounts counts;
            counts.inserts = std::count_if(table.changes.begin(), table.changes.end(), [&](qint64 version) {
                return version > question.since.value() && version <= question.upTo.value();
            });
            counts.deletes = table.deletes;
            counts.minValidVersion = table.state.minValidVersion;
            answers.append(go ? Result<ChangeCounts>(counts) : Result<ChangeCounts>(fail(go.error())));
        }
        return answers;
    }

    Status beginSnapshot() override { return m_source.called(u"beginSnapshot"_s); }
    Status endSnapshot() override { return m_source.called(u"endSnapshot"_s); }

    Result<std::optional<ChangeVersion>> currentVersion() override
    {
        if (const Status go = m_source.called(u"currentVersion"_s); !go)
            return fail(go.error());
        return now().state.currentVersion;
    }

    Result<TableState> tableState(const TableRef &table) override
    {
        if (const Status go = m_source.called(u"tableState "_s + table.watermarkKey()); !go)
            return fail(go.error());
        return stateOf(table);
    }

    Result<std::unique_ptr<BlockReader>> readAll(const ReadSpec &spec) override
    {
        if (const Status go = m_source.called(u"readAll "_s + spec.table.watermarkKey()); !go)
            return fail(go.error());
        return std::make_unique<FakeReader>(m_source, now().tables.value(spec.table.watermarkKey()).rows);
    }

    Result<std::unique_ptr<BlockReader>> readChanges(
        const ReadSpec &spec, ChangeVersion since, ChangeVersion upTo) override
    {
        if (const Status go = m_source.called(u"readChanges "_s + spec.table.watermarkKey()); !go)
            return fail(go.error());
        const QList<qint64> changes = now().tables.value(spec.table.watermarkKey()).changes;
        const auto rows = std::count_if(changes.begin(), changes.end(),
            [&](qint64 version) { return version > since.value() && version <= upTo.value(); });
        return std::make_unique<FakeReader>(m_source, rows);
    }

private:
    FakeDatabase now() const { return m_source.database(m_database); }
    TableState stateOf(const TableRef &table) const
    {
        const FakeDatabase database = now();
        if (const auto found = database.tables.constFind(table.watermarkKey());
            found != database.tables.cend())
            return found->state;
        TableState missing;
        missing.table = table;
        missing.problem =
            SyncError{ ErrorKind::NotFound, u"There is no such table."_s, {}, 208, false, {}, 0 };
        return missing;
    }

    FakeSource &m_source;
    QString m_database;
};

} // namespace

FakeTable trackedTable(const QString &database, const QString &name, int rows)
{
    FakeTable table;
    table.state.table = { database, u"dbo"_s, name };
    table.state.objectId = 100;
    table.state.tracked = true;
    table.state.beginVersion = ChangeVersion(0);
    table.state.minValidVersion = ChangeVersion(0);
    table.state.schema.columns += { u"id"_s, u"bigint"_s, 8, 19, 0, false, false, 1, {} };
    table.state.rowEstimate = rows;
    table.rows = rows;
    return table;
}

Result<std::unique_ptr<ChangeSession>> FakeSource::openSession(
    const QString &database, const CancelToken & /*cancel*/)
{
    if (const Status go = called(u"open "_s + database); !go)
        return fail(go.error());
    return std::make_unique<FakeSession>(*this, database);
}

void FakeSource::setDatabase(const QString &name, const FakeDatabase &database)
{
    const std::lock_guard lock(m_mutex);
    m_databases[name] = database;
}

void FakeSource::change(const QString &name, const std::function<void(FakeDatabase &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    edit(m_databases[name]);
}

FakeDatabase FakeSource::database(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_databases.value(name);
}

void FakeSource::setHook(Hook hook)
{
    const std::lock_guard lock(m_mutex);
    m_hook = std::move(hook);
}

QStringList FakeSource::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

void FakeSource::clearCalls()
{
    const std::lock_guard lock(m_mutex);
    m_calls.clear();
}

Status FakeSource::called(const QString &call)
{
    Hook hook;
    {
        const std::lock_guard lock(m_mutex);
        m_calls += call;
        hook = m_hook;
    }
    return hook ? hook(call) : Status();
}

} // namespace tidemark
