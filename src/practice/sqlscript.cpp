#include "sqlscript.h"

#include <QStringList>

#include <optional>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How often the batch before this line runs; none when the line belongs to the batch.
std::optional<int> timesOf(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    if (words.size() > 2 || words.constFirst().compare(u"GO"_s, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    if (words.size() == 1)
        return 1;
    bool ok = false;
    const int times = words[1].toInt(&ok);
    return ok && times >= 0 ? std::optional(times) : std::nullopt;
}

} // namespace

QList<ScriptBatch> splitScript(const QString &script)
{
    QList<ScriptBatch> batches;
    ScriptBatch batch;
    const QStringList lines = script.split(u'\n') + QStringList{ u"GO"_s };
    for (int number = 1; const QString &line : lines) {
        const std::optional<int> times = timesOf(line);
        if (!times) {
            batch.text += line + u'\n';
        } else {
            if (!batch.text.trimmed().isEmpty())
                batches.resize(batches.size() + *times, batch);
            batch = { number + 1, {} };
        }
        ++number;
    }
    return batches;
}

} // namespace tidemark::practice
