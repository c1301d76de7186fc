#pragma once

#include "schemaview.h"
#include "sqlresult.h"

#include <QList>

namespace tidemark::practice {

class SessionCore;

/// What a batch would answer and what it wants to know, found without running it.
struct BatchDescription {
    QList<ResultColumn> columns; // of its first result; empty when it has none
    UndeclaredVariables undeclared; // parameters that a driver has put into the text
};

/// `declarations` as sp_executesql takes them. Fails as the batch itself would, and for an undeclared
/// parameter from whose place no type follows (11506).
[[nodiscard]] SqlResult<BatchDescription> describeBatch(
    SessionCore &core, const QString &batch, const QString &declarations);

} // namespace tidemark::practice
