#pragma once

#include "csvdialect.h"
#include "fileops.h"
#include "filetablestore.h"
#include "tablestore.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace tidemark {

/// A clock that a test sets.
class SetTime : public TimeSource {
public:
    QDateTime now = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);

    QDateTime nowUtc() const override { return now; }
    std::chrono::milliseconds elapsed() const override { return {}; }
    bool sleep(std::chrono::milliseconds, const CancelToken &) override { return true; }
};

/// A row of the test's table: a key and a text; `operation` of changes only.
struct SiteRow {
    int id = 0;
    std::optional<QString> text;
    QChar operation = u'I';
};

/// What a run of the test's table publishes.
struct SiteRun {
    SyncMode mode = SyncMode::Full;
    qint64 since = 0;
    qint64 version = 0;
    QList<SiteRow> rows;
    FileOptions files;
    CsvDialect dialect;
    QString runId;
};

/// What stands on disk, read with no code of the store but the CSV reader.
struct SiteState {
    QMap<int, QString> rows; // folded; NULL is "(null)"
    std::optional<qint64> version; // of the watermark
    QStringList files; // below the table's folder, as the manifest lists them
    QStringList strays; // files below the table's folders that no record names
    QStringList historyRuns;

    bool operator==(const SiteState &) const = default;
};

/// A store in a temporary folder with one small table.
class StoreSite {
public:
    StoreSite();

    const TableRef table{ QStringLiteral("shop"), QStringLiteral("dbo"), QStringLiteral("orders") };
    const SourceIdentity source{ QStringLiteral("server-1"), QStringLiteral("shop"), QStringLiteral("id-1") };
    SetTime time;

    QString outputDir() const { return m_dir.filePath(QStringLiteral("data")); }
    QString watermarkDir() const { return m_dir.filePath(QStringLiteral("marks")); }
    QString outputFolder() const { return outputDir() + QStringLiteral("/shop/dbo/orders"); }
    QString watermarkFolder() const { return watermarkDir() + QStringLiteral("/shop/dbo/orders"); }

    /// With fast file operations, unless others are given.
    FileTableStore store(std::shared_ptr<FileOps> files = {});
    /// Opens the table, writes and publishes.
    [[nodiscard]] Status run(FileTableStore &store, const SiteRun &run);
    [[nodiscard]] Status run(const SiteRun &run);
    /// Fails when a file does not have the size, hash or rows that the manifest says, or cannot be read.
    [[nodiscard]] Result<SiteState> state() const;

    static TableSchema schema();
    static Watermark watermark(const SiteRun &run, const WrittenFiles &written, const SourceIdentity &source);
    /// Writes the run's rows into a sink.
    [[nodiscard]] static Status writeRows(TableSink &sink, const SiteRun &run);

    static QByteArray content(const QString &path);
    static void write(const QString &path, const QByteArray &content);
    static QJsonObject json(const QString &path);

private:
    QTemporaryDir m_dir;
};

/// The content of a part, decompressed by its name.
QByteArray unpacked(const QString &path);

} // namespace tidemark
