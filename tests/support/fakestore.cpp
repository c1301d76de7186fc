#include "fakestore.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

class FakeSink : public TableSink {
public:
    FakeSink(const FakeStore &store, const FileSetSpec &fileSet) : spec(fileSet), m_store(store) { }

    Status write(const RowBlock &block) override
    {
        if (const Status go = m_store.asked(u"write"_s); !go)
            return go;
        m_rows += block.finishedRows();
        return {};
    }
    Result<WrittenFiles> finish() override
    {
        if (const Status go = m_store.asked(u"finish"_s); !go)
            return fail(go.error());
        return WrittenFiles{ m_rows - (m_store.losesRows() ? 1 : 0), bytesWritten(), { u"/file"_s }, 0 };
    }
    qint64 bytesWritten() const override { return m_rows * 8; }
    double diskSeconds() const override { return m_store.diskSeconds(); }

    const FileSetSpec spec;

private:
    const FakeStore &m_store;
    qint64 m_rows = 0;
};

class FakeTableFolder : public TableFolder {
public:
    FakeTableFolder(FakeStore &store, const TableRef &table)
        : m_store(store), m_table(table), m_folder(store.folder(table))
    {
    }

    const std::optional<Watermark> &watermark() const override { return m_folder.watermark; }
    std::optional<TableSchema> publishedSchema() const override { return m_folder.schema; }
    QStringList notes() const override { return m_folder.notes; }
    bool canAppend() const override { return m_folder.canAppend; }

    Result<std::unique_ptr<TableSink>> newFiles(const FileSetSpec &spec) override
    {
        if (const Status go = m_store.asked(u"newFiles "_s + m_table.watermarkKey()); !go)
            return fail(go.error());
        return std::make_unique<FakeSink>(m_store, spec);
    }
    Status publish(TableSink &sink, const Watermark &watermark, bool keepWatermark) override
    {
        if (const Status go = m_store.asked(u"publish "_s + m_table.watermarkKey()); !go)
            return go;
        const FileSetSpec spec = static_cast<FakeSink &>(sink).spec;
        m_store.edit(m_table, [&](FakeFolder &folder) {
            if (spec.mode == SyncMode::Full)
                folder.publishedRows.clear();
            folder.publishedRows += watermark.rowsSynced;
            folder.schema = spec.schema;
            folder.watermark = keepWatermark ? std::optional(watermark) : std::nullopt;
        });
        return {};
    }
    Status moveWatermark(const Watermark &watermark) override
    {
        if (const Status go = m_store.asked(u"moveWatermark "_s + m_table.watermarkKey()); !go)
            return go;
        m_store.edit(m_table, [&](FakeFolder &folder) { folder.watermark = watermark; });
        return {};
    }
    Status forgetFailure() override
    {
        if (const Status go = m_store.asked(u"forgetFailure "_s + m_table.watermarkKey()); !go)
            return go;
        m_store.edit(m_table, [](FakeFolder &folder) { folder.failure.reset(); });
        return {};
    }

private:
    FakeStore &m_store;
    TableRef m_table;
    FakeFolder m_folder;
};

} // namespace

Result<std::unique_ptr<TableFolder>> FakeStore::open(const TableRef &table, const SourceIdentity & /*source*/)
{
    if (const Status go = asked(u"open "_s + table.watermarkKey()); !go)
        return fail(go.error());
    return std::make_unique<FakeTableFolder>(*this, table);
}

Result<std::optional<Watermark>> FakeStore::peekWatermark(const TableRef &table)
{
    return folder(table).watermark;
}

Result<StoredTable> FakeStore::look(const TableRef &table, const SourceIdentity & /*source*/)
{
    if (const Status go = asked(u"look "_s + table.watermarkKey()); !go)
        return fail(go.error());
    const FakeFolder found = folder(table);
    return StoredTable{ found.watermark, found.schema, found.canAppend, found.bytesPerRow, found.runs,
        found.notes, found.failure };
}

Status FakeStore::noteFailure(const FailedRun &failure)
{
    if (const Status go = asked(u"noteFailure "_s + failure.table.watermarkKey()); !go)
        return go;
    edit(failure.table, [&](FakeFolder &folder) { folder.failure = failure; });
    return {};
}

Result<QList<TableRef>> FakeStore::tables()
{
    const std::lock_guard lock(m_mutex);
    QList<TableRef> tables;
    for (auto folder = m_folders.cbegin(); folder != m_folders.cend(); ++folder) {
        if (folder->watermark)
            tables += folder.key();
    }
    return tables;
}

FakeFolder FakeStore::folder(const TableRef &table) const
{
    const std::lock_guard lock(m_mutex);
    return m_folders.value(table);
}

void FakeStore::setFolder(const TableRef &table, const FakeFolder &folder)
{
    const std::lock_guard lock(m_mutex);
    m_folders[table] = folder;
}

void FakeStore::setHook(Hook hook)
{
    const std::lock_guard lock(m_mutex);
    m_hook = std::move(hook);
}

Status FakeStore::asked(const QString &step) const
{
    Hook hook;
    {
        const std::lock_guard lock(m_mutex);
        hook = m_hook;
    }
    return hook ? hook(step) : Status();
}

void FakeStore::edit(const TableRef &table, const std::function<void(FakeFolder &)> &change)
{
    const std::lock_guard lock(m_mutex);
    change(m_folders[table]);
}

} // namespace tidemark
