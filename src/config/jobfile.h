#pragma once

#include "connectionsettings.h"
#include "result.h"
#include "tablerequest.h"
#include "variables.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// What a job file says, whichever of its shapes and formats it has. What it does not say is empty. Paths are
/// absolute. Values only.
struct JobFile {
    QString path;
    std::optional<QString> profile; // name of the connection profile that stands behind it
    ConnectionSettings connection;
    Secret password;
    std::optional<QString> outputDir;
    std::optional<QString> watermarkDir;
    std::optional<int> maxWorkers;

    // What holds for tables that do not say otherwise. Tables below are complete.
    CsvDialect dialect;
    FileOptions files;
    Policies policies;

    QList<TableRequest> tables; // names may hold * and ?
    QList<TableRef> excludes; // patterns; a part that is not said is *
    QStringList warnings; // unknown keys, keys said twice, a password in plain text

    bool operator==(const JobFile &) const = default;
};

/// Reads a job file: JSON or YAML by its extension, in any of the shapes. `variables` fill in ${NAME}. An
/// error names the file, the path in the document and what was expected; it holds every mistake, one a line.
[[nodiscard]] Result<JobFile> readJobFile(const QString &path, const Variables &variables);

/// The same for content at hand; `path` gives the format and the folder for relative paths.
[[nodiscard]] Result<JobFile> parseJobFile(
    const QByteArray &content, const QString &path, const Variables &variables);

} // namespace tidemark
