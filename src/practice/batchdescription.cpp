#include "batchdescription.h"

#include "sessioncore.h"
#include "sessionschema.h"
#include "sqllexer.h"
#include "sqlparser.h"
#include "translatedquery.h"
#include "translator.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Walks the statements as they are written, both ways of an IF.
class Describer {
public:
    Describer(SessionCore &core, VariableTypes declared)
        : m_core(core), m_schema(core), m_types(std::move(declared))
    {
    }

    SqlStatus describe(const std::vector<ast::Statement> &statements)
    {
        for (const ast::Statement &statement : statements) {
            if (SqlStatus ok = std::visit(*this, statement.body); !ok)
                return ok;
        }
        return {};
    }

    SqlStatus operator()(const ast::SelectStatement &statement)
    {
        const SqlResult<TranslatedSelect> select = translator().select(statement);
        if (!select)
            return sqlError(select.error());
        if (m_result.columns.isEmpty() && select->assigns.isEmpty())
            m_result.columns = select->columns;
        return checkReads(m_core, select->reads);
    }

    SqlStatus operator()(const ast::Insert &statement)
    {
        return statusOf(translator().insert(statement, m_core.identityInsert != 0));
    }
    SqlStatus operator()(const ast::Update &statement) { return statusOf(translator().update(statement)); }
    SqlStatus operator()(const ast::Delete &statement) { return statusOf(translator().remove(statement)); }

    SqlStatus operator()(const ast::SetVariable &statement)
    {
        const auto type = m_types.constFind(statement.name.toLower());
        return statusOf(type != m_types.cend() ? translator().value(*statement.value, *type)
                                               : translator().value(*statement.value));
    }

    SqlStatus operator()(const ast::Declare &statement)
    {
        for (const ast::Declaration &declaration : statement.variables) {
            if (declaration.value) {
                const auto value = translator().value(*declaration.value, declaration.type);
                if (!value)
                    return sqlError(value.error());
            }
            m_types.insert(declaration.name.toLower(), declaration.type);
        }
        return {};
    }

    SqlStatus operator()(const ast::Block &statement) { return describe(statement.statements); }

    SqlStatus operator()(const ast::If &statement)
    {
        SqlStatus status = statusOf(translator().condition(*statement.condition));
        if (status)
            status = std::visit(*this, statement.then->body);
        if (status && statement.otherwise)
            status = std::visit(*this, statement.otherwise->body);
        return status;
    }

    template <typename Other>
    SqlStatus operator()(const Other & /*statement*/)
    {
        return {};
    }

    const BatchDescription &result() const { return m_result; }

private:
    Translator translator() { return Translator(m_schema, m_types, &m_result.undeclared); }

    template <typename T>
    static SqlStatus statusOf(const SqlResult<T> &result)
    {
        return result ? SqlStatus() : sqlError(result.error());
    }

    SessionCore &m_core;
    const SessionSchema m_schema;
    VariableTypes m_types;
    BatchDescription m_result;
};

/// As they stand in the text; a translation may look at the right side of an operator first.
void sortByPlace(UndeclaredVariables &variables, const QString &batch)
{
    QStringList places;
    const SqlResult<std::vector<Token>> tokens = tokenize(batch);
    for (std::size_t i = 0; tokens && i < tokens->size(); ++i)
        places.append(tokens->at(i).kind == Token::Kind::Variable ? tokens->at(i).text.toLower() : QString());
    std::sort(variables.begin(), variables.end(),
        [&](const UndeclaredVariable &left, const UndeclaredVariable &right) {
            return places.indexOf(left.name.toLower()) < places.indexOf(right.name.toLower());
        });
}

} // namespace

SqlResult<BatchDescription> describeBatch(
    SessionCore &core, const QString &batch, const QString &declarations)
{
    const auto declared = parseParameters(declarations);
    if (!declared)
        return sqlError(declared.error());
    const SqlResult<ast::Batch> parsed = parseBatch(batch);
    if (!parsed)
        return sqlError(parsed.error());
    VariableTypes types;
    for (const ParameterDeclaration &parameter : *declared)
        types.insert(parameter.name.toLower(), parameter.type);
    Describer describer(core, types);
    if (SqlStatus ok = describer.describe(parsed->statements); !ok)
        return sqlError(ok.error());
    BatchDescription result = describer.result();
    sortByPlace(result.undeclared, batch);
    for (const UndeclaredVariable &variable : std::as_const(result.undeclared)) {
        if (!variable.type)
            return sqlError(11506,
                u"The parameter type for '%1' cannot be deduced in this context."_s.arg(variable.name));
    }
    return result;
}

} // namespace tidemark::practice
