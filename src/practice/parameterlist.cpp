#include "parameterlist.h"

#include "conversion.h"
#include "conversionerrors.h"
#include "sqlparser.h"
#include "sqltypetext.h"

#include <algorithm>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Declarations = std::vector<ParameterDeclaration>;

Declarations::iterator declarationOf(Declarations &declarations, const QString &name)
{
    return std::find_if(declarations.begin(), declarations.end(), [&](const ParameterDeclaration &declared) {
        return declared.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

/// The declared type decides what a value is, whatever type it was sent as.
std::optional<ServerMessage> convert(Parameter &parameter, const SqlType &declared)
{
    if (!isNull(parameter.value)) {
        const QString from = typeName(parameter.type.id);
        const QString to = typeName(declared.id);
        const Convertibility possible = convertibility(parameter.type, declared);
        if (possible == Convertibility::Never)
            return ServerMessage{ .number = 206,
                .state = 2,
                .text = u"Operand type clash: %1 is incompatible with %2"_s.arg(from, to) };
        if (possible == Convertibility::Explicit)
            return ServerMessage{ .number = 257,
                .state = 3,
                .text =
                    u"Implicit conversion from data type %1 to %2 is not allowed. Use the CONVERT function "
                    "to run this query."_s.arg(from, to) };
        SqlResult<SqlValue> value = convertValue(parameter.value, parameter.type, declared);
        if (!value)
            return typeValueError(parameter.type, declared).value();
        parameter.value = std::move(*value);
    }
    parameter.type = declared;
    return std::nullopt;
}

} // namespace

std::optional<ServerMessage> bindParameters(const QString &definitions, const QString &statement,
    std::vector<Parameter>::const_iterator first, std::vector<Parameter>::const_iterator last,
    std::vector<Parameter> &bound)
{
    auto declarations = parseParameters(definitions);
    if (!declarations)
        return declarations.error();
    bound.assign(first, last);
    // Those with a name take their declarations, the others what is left in its order.
    std::vector<std::optional<SqlType>> types;
    for (const Parameter &parameter : bound) {
        const auto declared = declarationOf(*declarations, parameter.name);
        types.push_back(declared == declarations->end() ? std::nullopt : std::optional(declared->type));
        if (types.back())
            declarations->erase(declared);
    }
    auto next = declarations->begin();
    for (std::size_t i = 0; i < bound.size(); ++i) {
        if (!types[i] && bound[i].name.isEmpty() && next != declarations->end()) {
            bound[i].name = next->name;
            types[i] = (next++)->type;
        }
        if (!types[i])
            return ServerMessage{ .number = 8144,
                .state = 2,
                .text = u"Procedure or function has too many arguments specified."_s };
        if (auto problem = convert(bound[i], *types[i]))
            return problem;
    }
    if (next == declarations->end())
        return std::nullopt;
    return ServerMessage{ .number = 8178,
        .text = u"The parameterized query '(%1)%2' expects the parameter '%3', which was not supplied."_s.arg(
            definitions.left(200), statement.left(200), next->name) };
}

qint64 integerAt(const std::vector<Parameter> &parameters, std::size_t index)
{
    if (index >= parameters.size())
        return 0;
    const auto *number = std::get_if<qint64>(&parameters[index].value);
    return number ? *number : 0;
}

QString textAt(const std::vector<Parameter> &parameters, std::size_t index)
{
    if (index >= parameters.size())
        return {};
    const auto *text = std::get_if<QString>(&parameters[index].value);
    return text ? *text : QString();
}

void setInteger(std::vector<Parameter> &parameters, std::size_t index, qint64 value)
{
    if (index < parameters.size())
        parameters[index].value = value;
}

} // namespace tidemark::practice
