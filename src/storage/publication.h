#pragma once

#include "fileops.h"
#include "result.h"
#include "tableref.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// A finished part that still has its temporary name.
struct PendingPart {
    QString path; // the final name, below the table's folder
    qint64 bytes = 0;
    QString sha256;
};

/// What changes when a run publishes, as pending.json holds it. Once that file stands under its name the run
/// is committed, and whoever takes the lock next puts everything in place. Values only; the lock must be
/// held.
struct Publication {
    QString run;
    TableRef table;
    QString outputFolder; // absolute
    QList<PendingPart> parts;
    QJsonObject manifest; // empty: manifest.json stays as it is
    QJsonObject schema; // empty: schema.json stays as it is
    QJsonObject watermark; // empty: the table has no record afterwards
    QJsonObject history; // empty: no line is added
    QJsonObject undo; // empty: nothing can be undone afterwards
    QStringList retired; // files of earlier sets, below the table's folder

    static QString pathIn(const QString &watermarkFolder);
    /// None when nothing is pending.
    [[nodiscard]] static Result<std::optional<Publication>> read(const QString &watermarkFolder);

    /// Writes pending.json. When this fails the run may be committed nevertheless: withdraw() tells.
    [[nodiscard]] Status commit(FileOps &files, const QString &watermarkFolder) const;
    /// Takes pending.json away again; false when it may still be there.
    [[nodiscard]] static bool withdraw(FileOps &files, const QString &watermarkFolder);

    /// Unknown: another process wrote the parts, so their content is looked at.
    enum class Parts { Known, Unknown };
    /// Puts everything in place and removes pending.json. May be repeated after a crash at any step.
    [[nodiscard]] Status apply(FileOps &files, const QString &watermarkFolder, Parts known) const;

private:
    [[nodiscard]] static Result<Publication> fromJson(const QJsonObject &json, const QString &path);
    QJsonObject toJson() const;
    [[nodiscard]] Status placePart(
        FileOps &files, const QString &watermarkFolder, const PendingPart &part, Parts known) const;
    [[nodiscard]] Status placeParts(FileOps &files, const QString &watermarkFolder, Parts known) const;
    [[nodiscard]] Status placeRecords(FileOps &files, const QString &watermarkFolder) const;
    [[nodiscard]] Status retireFiles(FileOps &files) const;
};

} // namespace tidemark
