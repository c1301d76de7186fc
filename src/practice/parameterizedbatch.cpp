#include "parameterizedbatch.h"

#include "parameterlist.h"
#include "sessioncore.h"
#include "translatedquery.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t firstValue = 2; // behind the statement and the definitions

/// An argument with the type that it has by itself.
SqlResult<Parameter> evaluate(SessionCore &core, const ast::Argument &argument)
{
    const ast::Expression &value = *argument.value;
    Parameter parameter{ argument.name, value.type, value.value, argument.output };
    if (value.kind == ast::Expression::Kind::Literal)
        return parameter;
    const auto variable = core.variables.constFind(value.name.toLower());
    if (value.kind == ast::Expression::Kind::Variable && variable != core.variables.cend()) {
        parameter.type = variable->type;
        parameter.value = variable->value;
        return parameter;
    }
    parameter.type = { TypeId::NVarChar, -1 };
    SqlResult<SqlValue> result = valueOf(core, value, parameter.type);
    if (!result)
        return sqlError(result.error());
    parameter.value = std::move(*result);
    return parameter;
}

} // namespace

bool ParameterizedBatch::isCalledBy(const ast::Execute &call)
{
    const QString schema = call.procedure.schema.toLower();
    return call.procedure.name.compare(u"sp_executesql"_s, Qt::CaseInsensitive) == 0
        && (schema.isEmpty() || schema == u"sys" || schema == u"dbo");
}

SqlResult<ParameterizedBatch> ParameterizedBatch::of(SessionCore &core, const ast::Execute &call)
{
    if (call.arguments.empty())
        return sqlError(201,
            u"Procedure or function 'sp_executesql' expects parameter '@statement', which was not supplied."_s,
            1, 16, 10);
    std::vector<Parameter> values;
    ParameterizedBatch batch;
    for (const ast::Argument &argument : call.arguments) {
        SqlResult<Parameter> value = evaluate(core, argument);
        if (!value)
            return sqlError(value.error());
        values.push_back(std::move(*value));
        if (values.size() > firstValue)
            batch.targets.append(argument.output ? argument.value->name.toLower() : QString());
    }
    batch.text = textAt(values, 0);
    const std::size_t first = std::min(firstValue, values.size());
    if (auto problem = bindParameters(textAt(values, 1), batch.text,
            values.cbegin() + static_cast<std::ptrdiff_t>(first), values.cend(), batch.parameters))
        return sqlError(*problem);
    return batch;
}

} // namespace tidemark::practice
