#include "historyfile.h"

#include "jsonfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct HistoryText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::HistoryFile)
};

/// The end of a history that is looked at; the line of a run that crashed is its last.
constexpr qint64 tailSize = 1024LL * 1024;
constexpr qint64 recentSize = 64LL * 1024;

std::optional<QJsonObject> objectOf(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

/// A line without a name is of the only table of its folder.
bool isOf(const TableRef &table, const QJsonObject &line)
{
    const QJsonValue name = line[u"table"];
    return name.isUndefined() || name.toString() == table.watermarkKey();
}

QString runOf(const QJsonObject &line)
{
    return line[u"tidemark"].toObject()[u"run"].toString();
}

} // namespace

/// What stands at the end of the file.
struct HistoryFile::Tail {
    QList<QJsonObject> lines; // whole ones
    std::optional<qint64> tornAt; // where a torn line begins
    bool lacksNewline = false; // the last line is whole but for its end
};

QString HistoryFile::pathIn(const QString &folder)
{
    return folder + u"/sync_history.jsonl"_s;
}

HistoryFile::HistoryFile(const QString &folder) : m_path(pathIn(folder)) { }

/// `from` is where in the file the text begins.
HistoryFile::Tail HistoryFile::tailOf(const QByteArray &text, qint64 from)
{
    Tail tail;
    qsizetype at = from > 0 ? text.indexOf('\n') + 1 : 0; // the first line may have been cut
    while (at < text.size()) {
        const qsizetype end = text.indexOf('\n', at);
        const std::optional<QJsonObject> object = objectOf(text.mid(at, (end < 0 ? text.size() : end) - at));
        if (object)
            tail.lines += *object;
        if (end < 0) {
            tail.lacksNewline = object.has_value();
            if (!object)
                tail.tornAt = from + at;
            break;
        }
        at = end + 1;
    }
    return tail;
}

Result<HistoryFile::Tail> HistoryFile::readTail(qint64 least) const
{
    QFile file(m_path);
    if (!file.exists())
        return Tail();
    const bool isOpen = file.open(QIODevice::ReadOnly);
    for (const qint64 size : { least, file.size() }) { // all of it when the last line is that long
        const qint64 from = std::max<qint64>(0, file.size() - size);
        const bool good = isOpen && file.seek(from);
        const QByteArray text = good ? file.readAll() : QByteArray();
        if (!good || file.error() != QFileDevice::NoError)
            break;
        Tail tail = tailOf(text, from);
        if (from == 0 || !tail.lines.isEmpty())
            return tail;
    }
    return fail(ErrorKind::Storage,
        HistoryText::tr("The file %1 cannot be read: %2. Check its rights and the disk.")
            .arg(m_path, file.errorString()),
        m_path);
}

Result<QList<QJsonObject>> HistoryFile::linesOf(const TableRef &table) const
{
    const Result<std::optional<QByteArray>> text = FileOps::read(m_path);
    if (!text)
        return fail(text.error());
    QList<QJsonObject> result;
    const QList<QByteArray> lines = text->value_or(QByteArray()).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const std::optional<QJsonObject> object = objectOf(lines[i]);
        if (!object && i == lines.size() - 1)
            break; // torn
        if (!object)
            return fail(jsonError(m_path, int(i) + 1, HistoryText::tr("it must hold one JSON object")));
        if (isOf(table, *object))
            result += *object;
    }
    return result;
}

Result<QList<QJsonObject>> HistoryFile::recentLinesOf(const TableRef &table) const
{
    Result<Tail> tail = readTail(recentSize);
    if (!tail)
        return fail(tail.error());
    tail->lines.removeIf([&](const QJsonObject &line) { return !isOf(table, line); });
    return tail->lines;
}

Result<QString> HistoryFile::lastRun() const
{
    const Result<Tail> tail = readTail(tailSize);
    if (!tail)
        return fail(tail.error());
    return tail->lines.isEmpty() ? QString() : runOf(tail->lines.constLast());
}

Status HistoryFile::append(FileOps &files, const QJsonObject &line) const
{
    const Result<Tail> tail = readTail(tailSize);
    if (!tail)
        return fail(tail.error());
    if (tail->tornAt) {
        if (Status cut = files.truncate(m_path, *tail->tornAt); !cut)
            return cut;
    }
    const bool isThere = std::ranges::any_of(tail->lines,
        [&](const QJsonObject &each) { return !runOf(line).isEmpty() && runOf(each) == runOf(line); });
    const Result<int> file = files.openAtEnd(m_path);
    if (!file)
        return fail(file.error());
    QByteArray text = tail->lacksNewline ? "\n"_ba : QByteArray();
    if (!isThere)
        text += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    Status status;
    if (!text.isEmpty())
        status = files.write(*file, m_path, text.constData(), text.size());
    if (status)
        status = files.sync(*file, m_path);
    FileOps::close(*file);
    return status;
}

} // namespace tidemark
