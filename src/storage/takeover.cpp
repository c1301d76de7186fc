#include "takeover.h"

#include "csvreader.h"
#include "historyfile.h"
#include "sha256.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QUuid>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One run of the older tool.
struct OldRun {
    ChangeVersion version;
    std::optional<ChangeVersion> since; // none for a full load
    std::optional<qint64> rows;
    QStringList files;
};

std::optional<OldRun> runFromJson(const QJsonObject &record)
{
    const QJsonValue version = record[u"version"];
    const QJsonValue since = record[u"since_version"];
    if (!version.isDouble())
        return std::nullopt;
    OldRun run;
    run.version = ChangeVersion(version.toInteger());
    if (since.isDouble() && record[u"mode"].toString() != syncModeName(SyncMode::Full))
        run.since = ChangeVersion(since.toInteger());
    if (record[u"rows_synced"].isDouble())
        run.rows = record[u"rows_synced"].toInteger();
    for (const auto &file : record[u"files"].toArray())
        run.files += file.toString();
    return run;
}

class TakeOverMaker {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TakeOver)

public:
    TakeOverMaker(const TableRecords &records, const SourceIdentity &source) : m_records(records)
    {
        m_manifest.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_manifest.table = records.table;
        m_manifest.source = source;
        m_manifest.watermarkFolder = records.watermarkFolder;
    }

    Result<TakeOver> make();

private:
    Result<QList<OldRun>> runsSinceFullLoad() const;
    Result<QString> addRun(const OldRun &run);
    Result<qint64> countRows(const QString &path) const;

    const TableRecords &m_records;
    Manifest m_manifest;
};

/// The watermark's own record stands in for a history that is not there.
Result<QList<OldRun>> TakeOverMaker::runsSinceFullLoad() const
{
    const auto lines = HistoryFile(m_records.watermarkFolder).linesOf(m_records.table);
    if (!lines)
        return fail(lines.error());
    QList<QJsonObject> recorded = *lines;
    if (recorded.isEmpty())
        recorded += m_records.watermark->record;
    QList<OldRun> runs;
    for (const QJsonObject &record : recorded) {
        const std::optional<OldRun> run = runFromJson(record);
        if (!run)
            continue;
        if (!run->since)
            runs.clear();
        runs += *run;
    }
    return runs;
}

Result<TakeOver> TakeOverMaker::make()
{
    const Result<QList<OldRun>> runs = runsSinceFullLoad();
    if (!runs)
        return fail(runs.error());
    std::optional<ChangeVersion> reached;
    for (const OldRun &run : *runs) {
        if (run.since != reached)
            return TakeOver{ {}, tr("its history has a gap before version %1").arg(run.version.value()) };
        const Result<QString> problem = addRun(run);
        if (!problem)
            return fail(problem.error());
        if (!problem->isEmpty())
            return TakeOver{ {}, *problem };
        reached = run.version;
    }
    const ChangeVersion watermark = m_records.watermark->mark.version;
    if (reached != watermark || m_manifest.files.isEmpty())
        return TakeOver{ {}, tr("its history does not lead to the watermark %1").arg(watermark.value()) };
    return TakeOver{ m_manifest, {} };
}

/// A clause when the run's files are not what its record says.
Result<QString> TakeOverMaker::addRun(const OldRun &run)
{
    qint64 rows = 0;
    for (const QString &named : run.files) {
        ManifestFile file;
        file.path = namedFile(m_records.outputFolder, named);
        if (file.path.isEmpty())
            return tr("the file %1 is not in %2").arg(named, m_records.outputFolder);
        const QString path = m_records.outputFolder + u'/' + file.path;
        const Result<qint64> count = countRows(path);
        if (!count)
            return tr("the file %1 is not what the older tool writes (%2)").arg(path, count.error().text);
        const Result<QString> hash = Sha256::ofFile(path);
        if (!hash)
            return fail(hash.error());
        file.rows = *count;
        file.bytes = QFileInfo(path).size();
        file.sha256 = *hash;
        file.mode = run.since ? SyncMode::Incremental : SyncMode::Full;
        file.fromVersion = run.since;
        file.toVersion = run.version;
        m_manifest.files += file;
        rows += *count;
    }
    if (run.rows && *run.rows != rows) {
        return tr("its files of version %1 hold %2 rows instead of %3")
            .arg(run.version.value())
            .arg(rows)
            .arg(*run.rows);
    }
    return QString();
}

/// Rows below a header that begins with the columns of change tracking.
Result<qint64> TakeOverMaker::countRows(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, file.errorString());
    CsvReader reader(file, olderDialect(path));
    const CsvRow expected{ u"SYS_CHANGE_VERSION"_s, u"SYS_CHANGE_CREATION_VERSION"_s,
        u"SYS_CHANGE_OPERATION"_s };
    CsvRow row;
    Result<bool> more = reader.read(row);
    if (!more)
        return fail(more.error());
    const qsizetype columns = row.size();
    if (row.first(std::min(columns, expected.size())) != expected)
        return fail(ErrorKind::Data, tr("its header does not begin with the columns of change tracking"));
    qint64 rows = 0;
    for (more = reader.read(row); more && *more; more = reader.read(row)) {
        if (row.size() != columns)
            return fail(ErrorKind::Data, tr("line %1 has %2 fields").arg(reader.line()).arg(row.size()));
        ++rows;
    }
    return more ? Result<qint64>(rows) : fail(more.error());
}

} // namespace

Result<TakeOver> takeOver(const TableRecords &records, const SourceIdentity &source)
{
    return TakeOverMaker(records, source).make();
}

CsvDialect olderDialect(const QString &path)
{
    constexpr qint64 longestHeader = 1024LL * 1024;
    CsvDialect dialect;
    QFile file(path);
    const QByteArray start = file.open(QIODevice::ReadOnly) ? file.read(longestHeader) : QByteArray();
    if (start.left(start.indexOf('\n')).endsWith('\r'))
        dialect.lineEnd = u"\r\n"_s;
    return dialect;
}

/// The older tool writes paths as it was given its folders; the last two names are always those below the
/// table's folder.
QString namedFile(const QString &outputFolder, const QString &path)
{
    QString plain = path;
    const QString relative = plain.replace(u'\\', u'/').section(u'/', -2);
    return isFileOfTable(relative) && QFileInfo(outputFolder + u'/' + relative).isFile() ? relative
                                                                                         : QString();
}

} // namespace tidemark
