#pragma once

#include "sessionfunctions.h"
#include "sqlfunctions.h"
#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tidemark::practice {

/// One call in a translated statement: ts('signature', arguments...). The signature names the function, the
/// types of result and arguments, and what else the call needs, so that the text says all of it.
struct FunctionCall {
    QString name;
    SqlType result;
    std::vector<SqlType> types; // of the arguments
    QStringList extras;

    QString signature() const;
    static std::optional<FunctionCall> fromSignature(const QString &signature);
};

using Evaluate = SqlResult<SqlValue> (*)(const FunctionCall &, const SqlRow &, FunctionContext &);

/// What a name of a signature does.
struct FunctionBody {
    Evaluate evaluate = nullptr;
    bool nullIsNull = true; // any argument NULL: the result is NULL without a call
};

} // namespace tidemark::practice
