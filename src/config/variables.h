#pragma once

#include "result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// Names and values of the environment or of an .env file.
using Variables = QHash<QString, QString>;

/// The environment of this process.
Variables systemVariables();

/// What an .env file says. Warnings name the line and never show its text, which may be a password.
struct EnvFile {
    Variables values;
    QStringList warnings;
};

/// NAME=value lines: comments, `export`, single and double quotes, values over several lines in quotes.
EnvFile parseEnvFile(const QByteArray &content, const QString &path);
/// An .env file in a folder; nothing when there is none.
EnvFile readEnvFile(const QString &folder);

/// Why a text cannot be expanded.
struct ExpansionError {
    enum class Kind { Unset, BadName, NotClosed } kind = Kind::Unset;
    QString name; // of the variable
};

/// Replaces ${NAME}; $${ stands for the text ${.
[[nodiscard]] tl::expected<QString, ExpansionError> expandVariables(
    const QString &text, const Variables &variables);
/// The text that expands to `text`.
QString escapeVariables(const QString &text);

} // namespace tidemark
