#pragma once

#include "functioncall.h"

#include <QString>

#include <optional>
#include <vector>

namespace tidemark::practice {

enum class ParameterKind {
    Any, // as it is
    Text, // a text stays, everything else becomes one
    Bytes, // a text or binary value stays, everything else becomes a text
    Int,
    BigInt,
    Float,
    Number, // a number stays, a text becomes a float
    Mask, // varbinary(4100)
    Name, // nvarchar(4000)
    Moment, // a date or time stays, everything else becomes a datetime2(7)
    OldMoment, // the same with datetime
    Offset, // datetimeoffset(7)
};

using ResultRule = SqlType (*)(const std::vector<SqlType> &arguments);

/// A function of T-SQL as the translator sees it. Those whose arguments are conditions or whose result
/// depends on more than types (COALESCE, CASE, aggregates) are the translator's own.
struct FunctionEntry {
    QString name; // upper-case
    int least = 0;
    int most = 0;
    std::vector<ParameterKind> parameters; // the last one repeats
    ResultRule result = nullptr;
    FunctionBody body;
    bool isVolatile = false; // asks the session, the clock or chance
    std::optional<SessionFunction> session; // whose number is the call's extra
};

/// Nothing for a name that is no function (error 195).
const FunctionEntry *findFunction(const QString &name);

/// The function behind @@SPID and its like (error 137).
const FunctionEntry *findSystemVariable(const QString &name);

/// What a call's name does: a function of T-SQL or one that only translated statements call.
const FunctionBody *findFunctionBody(const QString &name);

/// The parts of the table.
std::vector<FunctionEntry> textFunctions();
std::vector<FunctionEntry> momentFunctions();
std::vector<FunctionEntry> numberFunctions();
std::vector<FunctionEntry> sessionFunctionEntries();

} // namespace tidemark::practice
