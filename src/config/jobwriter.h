#pragma once

#include "documentnode.h"
#include "jobfile.h"
#include "result.h"
#include "secretstore.h"
#include "variables.h"

#include <QString>
#include <QStringList>

namespace tidemark {

/// The document that reads as `after`, made of the one that reads as `before`: shape, order, unknown keys and
/// ${NAME} stay where the value did not change. It never holds a password in plain text; `after.password` is
/// not looked at. Comments of a YAML file are not part of a document and get lost.
DocumentNode updatedDocument(const DocumentNode &original, const JobFile &before, const JobFile &after);

/// Saves a job under its path, over a file that is there or as a new one. A password in plain text, or one
/// that differs from what the file's ${NAME} gives, moves to the store first; the returned notes say so.
/// Nothing is written when that fails. May block.
[[nodiscard]] Result<QStringList> saveJobFile(
    const JobFile &job, const Variables &variables, SecretStore &store);

} // namespace tidemark
