#pragma once

#include "fileops.h"
#include "result.h"
#include "tableref.h"

#include <QJsonObject>
#include <QList>

namespace tidemark {

/// sync_history.jsonl of one folder: one JSON object a line, only ever appended to. Blank lines are skipped;
/// a last line that a crash tore is not there. The table's lock must be held to append.
class HistoryFile {
public:
    explicit HistoryFile(const QString &folder);
    static QString pathIn(const QString &folder);

    /// The lines of the table, oldest first. A broken line other than the last is an error.
    [[nodiscard]] Result<QList<QJsonObject>> linesOf(const TableRef &table) const;
    /// The same of the last lines only, as many as a few ten kilobytes hold; broken lines are passed over.
    [[nodiscard]] Result<QList<QJsonObject>> recentLinesOf(const TableRef &table) const;
    /// The run that wrote the last line; empty when there is none or another program wrote it.
    [[nodiscard]] Result<QString> lastRun() const;
    /// Repairs the end, then appends and syncs the line unless one of its run is there.
    [[nodiscard]] Status append(FileOps &files, const QJsonObject &line) const;

private:
    struct Tail;
    static Tail tailOf(const QByteArray &text, qint64 from);
    [[nodiscard]] Result<Tail> readTail(qint64 least) const;

    QString m_path;
};

} // namespace tidemark
