#pragma once

#include "resultsink.h"
#include "sqlsession.h"

#include <QString>

#include <optional>
#include <vector>

namespace tidemark::practice {

/// Gives the values of a call, from `first` on, the names and types that the parameter text of sp_executesql
/// and its like declares: by their own name or else by position. On a value that is missing or cannot be
/// converted the message that a server gives.
std::optional<ServerMessage> bindParameters(const QString &definitions, const QString &statement,
    std::vector<Parameter>::const_iterator first, std::vector<Parameter>::const_iterator last,
    std::vector<Parameter> &bound);

/// A parameter as number or text; 0 or empty where it is absent, NULL or of another kind.
qint64 integerAt(const std::vector<Parameter> &parameters, std::size_t index);
QString textAt(const std::vector<Parameter> &parameters, std::size_t index);
/// Sets an output parameter, if the caller passed one there.
void setInteger(std::vector<Parameter> &parameters, std::size_t index, qint64 value);

} // namespace tidemark::practice
