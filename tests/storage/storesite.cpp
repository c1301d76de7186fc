#include "storesite.h"

#include "blockbuilder.h"
#include "csvreader.h"
#include "dialectjson.h"
#include "faultyfiles.h"
#include "filesbelow.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <zlib.h>
#include <zstd.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<SyncError> wrong(const QString &text)
{
    return fail(ErrorKind::Internal, text);
}

QByteArray gunzipped(const QByteArray &packed)
{
    z_stream stream = {};
    if (inflateInit2(&stream, MAX_WBITS + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    QByteArray result;
    QByteArray step(64 * 1024, '\0');
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(step.data());
        stream.avail_out = uInt(step.size());
        code = inflate(&stream, Z_NO_FLUSH);
        result.append(step.constData(), step.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    return code == Z_STREAM_END && stream.avail_in == 0 ? result : QByteArray("broken");
}

QByteArray unzstded(const QByteArray &packed)
{
    const std::unique_ptr<ZSTD_DStream, size_t (*)(ZSTD_DStream *)> stream(
        ZSTD_createDStream(), ZSTD_freeDStream);
    ZSTD_inBuffer input{ packed.constData(), size_t(packed.size()), 0 };
    QByteArray result;
    QByteArray step(64 * 1024, '\0');
    size_t rest = 1;
    while (rest != 0 && ZSTD_isError(rest) == 0) {
        ZSTD_outBuffer output{ step.data(), size_t(step.size()), 0 };
        const size_t before = input.pos;
        rest = ZSTD_decompressStream(stream.get(), &output, &input);
        result.append(step.constData(), qsizetype(output.pos));
        if (output.pos == 0 && input.pos == before)
            break; // torn
    }
    return rest == 0 && input.pos == input.size ? result : QByteArray("broken");
}

/// Applies one file of the manifest.
Status foldFile(
    const QString &path, const QJsonObject &entry, const CsvDialect &dialect, QMap<int, QString> &rows)
{
    const QByteArray packed = StoreSite::content(path);
    if (packed.size() != entry[u"bytes"].toInteger()
        || QCryptographicHash::hash(packed, QCryptographicHash::Sha256).toHex()
            != entry[u"sha256"].toString().toLatin1())
        return wrong(path + u" is not what the manifest says"_s);
    QByteArray text = unpacked(path);
    QBuffer buffer(&text);
    if (!buffer.open(QIODevice::ReadOnly))
        return wrong(u"no buffer"_s);
    CsvReader reader(buffer, dialect);
    CsvRow row;
    Result<bool> more = reader.read(row);
    qint64 count = 0;
    for (more = reader.read(row); more && *more; more = reader.read(row)) {
        const int id = row.value(3).value_or(QString()).toInt();
        if (row.value(2) == u"D"_s)
            rows.remove(id);
        else
            rows[id] = row.value(4).value_or(u"(null)"_s);
        ++count;
    }
    if (!more)
        return fail(more.error());
    return count == entry[u"rows"].toInteger() ? Status() : wrong(path + u" has other rows"_s);
}

/// In memory where that can be had: taking a lock waits for the disk.
QString fastFolder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/tidemark-XXXXXX"_s;
}

} // namespace

StoreSite::StoreSite() : m_dir(fastFolder()) { }

FileTableStore StoreSite::store(std::shared_ptr<FileOps> files)
{
    if (!files)
        files = std::make_shared<FaultyFiles>();
    return FileTableStore(outputDir(), watermarkDir(), time, std::move(files));
}

TableSchema StoreSite::schema()
{
    ColumnInfo id{ u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} };
    ColumnInfo text{ u"text"_s, u"nvarchar"_s, 200, 0, 0, true, false, 0, u"Latin1_General_100_CI_AS"_s };
    return { { id, text } };
}

Watermark StoreSite::watermark(const SiteRun &run, const WrittenFiles &written, const SourceIdentity &source)
{
    Watermark mark;
    mark.version = ChangeVersion(run.version);
    if (run.mode == SyncMode::Incremental)
        mark.sinceVersion = ChangeVersion(run.since);
    mark.rowsSynced = written.rows;
    mark.mode = run.mode;
    mark.files = written.paths;
    mark.durationSeconds = 0.25;
    mark.time[TimePart::Disk] = 0.125;
    mark.syncedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    mark.versionAt = mark.syncedAt.addSecs(-60);
    mark.objectId = 77;
    mark.beginVersion = ChangeVersion(1);
    mark.keyColumns = schema().keyColumns();
    mark.schemaFingerprint = schema().fingerprint();
    mark.retention = std::chrono::hours(48);
    mark.source = source;
    mark.runId = run.runId;
    return mark;
}

Status StoreSite::writeRows(TableSink &sink, const SiteRun &run)
{
    QList<BlockColumn> columns{ blockColumn(u"id"_s, CellKind::Int32),
        blockColumn(u"text"_s, CellKind::Text, 200) };
    if (run.mode == SyncMode::Incremental) {
        columns = QList<BlockColumn>{ blockColumn(u"SYS_CHANGE_VERSION"_s, CellKind::Int64),
            blockColumn(u"SYS_CHANGE_CREATION_VERSION"_s, CellKind::Int64),
            blockColumn(u"SYS_CHANGE_OPERATION"_s, CellKind::Text, 2) }
            + columns;
    }
    QList<CellRow> rows;
    for (const SiteRow &row : run.rows) {
        CellRow cells{ row.id, row.text ? CellValue(*row.text) : CellValue() };
        if (run.mode == SyncMode::Incremental)
            cells = CellRow{ run.version, CellValue(), QString(row.operation) } + cells;
        rows += cells;
    }
    for (const auto &block : blocksOf(columns, rows, 2)) {
        if (const Status written = sink.write(*block); !written)
            return written;
    }
    return {};
}

Status StoreSite::run(FileTableStore &store, const SiteRun &run)
{
    const auto folder = store.open(table, source);
    if (!folder)
        return fail(folder.error());
    FileSetSpec spec{ run.mode, schema(), run.dialect, run.files, std::nullopt };
    if (run.mode == SyncMode::Full)
        spec.loadVersion = ChangeVersion(run.version);
    const auto sink = (*folder)->newFiles(spec);
    if (!sink)
        return fail(sink.error());
    if (const Status written = writeRows(**sink, run); !written)
        return written;
    const Result<WrittenFiles> written = (*sink)->finish();
    if (!written)
        return fail(written.error());
    return (*folder)->publish(**sink, watermark(run, *written, source), true);
}

Status StoreSite::run(const SiteRun &run)
{
    FileTableStore plain = store();
    return StoreSite::run(plain, run);
}

Result<SiteState> StoreSite::state() const
{
    SiteState state;
    const QJsonObject manifest = json(outputFolder() + u"/manifest.json"_s);
    const QJsonArray schemas = json(outputFolder() + u"/schema.json"_s)[u"schemas"].toArray();
    for (const auto &each : manifest[u"files"].toArray()) {
        const QJsonObject entry = each.toObject();
        const QString path = entry[u"path"].toString();
        const CsvDialect dialect =
            dialectFromJson(schemas[entry[u"schema"].toInt() - 1].toObject()[u"dialect"].toObject());
        if (const Status folded = foldFile(outputFolder() + u'/' + path, entry, dialect, state.rows); !folded)
            return fail(folded.error());
        state.files += path;
    }
    const QJsonObject record = json(watermarkFolder() + u"/watermarks.json"_s)[u"dbo.orders"].toObject();
    if (record.contains(u"version"))
        state.version = record[u"version"].toInteger();
    for (const QByteArray &line : content(watermarkFolder() + u"/sync_history.jsonl"_s).split('\n')) {
        if (!line.isEmpty())
            state.historyRuns +=
                QJsonDocument::fromJson(line)[u"tidemark"].toObject()[u"run"].toString(u"(torn)"_s);
    }
    const QStringList known = state.files + QStringList{ u"manifest.json"_s, u"schema.json"_s };
    for (const QString &file : filesBelow(outputFolder())) {
        if (!known.contains(file))
            state.strays += file;
    }
    const QStringList records{ u"watermarks.json"_s, u"sync_history.jsonl"_s };
    for (const QString &file : filesBelow(watermarkFolder())) {
        if (!records.contains(file))
            state.strays += file;
    }
    return state;
}

QByteArray StoreSite::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void StoreSite::write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

QJsonObject StoreSite::json(const QString &path)
{
    return QJsonDocument::fromJson(content(path)).object();
}

QByteArray unpacked(const QString &path)
{
    const QByteArray packed = StoreSite::content(path);
    if (path.endsWith(u".gz"_s))
        return gunzipped(packed);
    if (path.endsWith(u".zst"_s))
        return unzstded(packed);
    return packed;
}

} // namespace tidemark
