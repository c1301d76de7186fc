#pragma once

#include "changeversion.h"
#include "result.h"
#include "syncmode.h"
#include "tableref.h"
#include "watermark.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace tidemark {

/// One file of a table, as its manifest lists it.
struct ManifestFile {
    QString path; // below the table's folder: "2026-01-01/dbo_orders_..._part1.csv"
    qint64 rows = 0;
    qint64 bytes = 0; // on disk
    QString sha256; // of the bytes on disk
    SyncMode mode = SyncMode::Full; // Full or Incremental
    std::optional<ChangeVersion> fromVersion; // none for a full load
    std::optional<ChangeVersion> toVersion; // none when the table is not tracked
    QString run;
    std::optional<int> schema; // its columns and dialect in schema.json; none for files of the older tool

    bool operator==(const ManifestFile &) const = default;
};

/// manifest.json: whose the folder is, and the files that are the table since its last full load, in the
/// order in which they apply. Values only.
struct Manifest {
    QString id; // made anew by each full load; the watermark names it
    TableRef table;
    SourceIdentity source;
    QString watermarkFolder;
    QList<ManifestFile> files;

    bool operator==(const Manifest &) const = default;

    std::optional<ChangeVersion> lastVersion() const;
    /// The latest time in the names of the files.
    std::optional<QDateTime> lastStamp() const;
    QString lastRun() const { return files.isEmpty() ? QString() : files.constLast().run; }

    static QString pathIn(const QString &folder);
    /// None when there is no manifest.
    [[nodiscard]] static Result<std::optional<Manifest>> read(const QString &folder);
    /// `path` is for errors only.
    [[nodiscard]] static Result<Manifest> fromJson(const QJsonObject &json, const QString &path);
    QJsonObject toJson() const;
};

/// True for "<day>/<file name>", the only form in which files of a table are named. Whatever else stands in a
/// record could lead out of the table's folder.
bool isFileOfTable(const QString &path);

QJsonObject tableToJson(const TableRef &table);
TableRef tableFromJson(const QJsonObject &object);

} // namespace tidemark
