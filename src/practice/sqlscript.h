#pragma once

#include <QList>
#include <QString>

namespace tidemark::practice {

/// One batch of a script, and the script's line on which it begins.
struct ScriptBatch {
    int line = 1;
    QString text;
};

/// The batches between lines that hold GO alone, as sqlcmd divides them; `GO 3` gives a batch three times.
[[nodiscard]] QList<ScriptBatch> splitScript(const QString &script);

} // namespace tidemark::practice
