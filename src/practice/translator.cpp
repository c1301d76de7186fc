#include "translator.h"

#include "changetranslator.h"
#include "expressiontranslator.h"
#include "selecttranslator.h"
#include "sourcetranslator.h"

#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
SqlResult<T> outcome(const Translation &translation, T value)
{
    if (translation.failed())
        return sqlError(translation.error());
    return value;
}

/// SELECT of one value that no table gives.
SqlResult<TranslatedSelect> singleValue(Translation &translation, const TypedExpression &value)
{
    TranslatedSelect select;
    select.sql = u"SELECT "_s + value.sql + u" AS c1"_s;
    select.columns = { { {}, value.type, value.nullable, false } };
    translation.complete(select);
    return outcome(translation, std::move(select));
}

} // namespace

Translator::Translator(const SchemaView &schema, VariableTypes variables, UndeclaredVariables *undeclared)
    : m_schema(schema), m_variables(std::move(variables)), m_undeclared(undeclared)
{
}

SqlResult<TranslatedSelect> Translator::select(const ast::SelectStatement &statement) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    SelectTranslator selects(translation);
    TranslatedSelect result;
    result.assigns = selects.assignedVariables(statement.select);
    std::vector<SqlType> types;
    for (const QString &name : std::as_const(result.assigns))
        types.push_back(translation.variableType(name, statement.select.at));
    selects.setItemTypes(types);
    QueryText query = selects.query(statement.select, nullptr, true);
    result.sql = query.sql;
    result.chunks = query.chunks;
    for (const TypedExpression &column : query.columns)
        result.columns += ResultColumn{ column.name, column.type, column.nullable, column.identity };
    translation.complete(result);
    return outcome(translation, std::move(result));
}

SqlResult<TranslatedChange> Translator::insert(const ast::Insert &statement, bool identityInsert) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    TranslatedChange change = ChangeTranslator(translation).insert(statement, identityInsert);
    return outcome(translation, std::move(change));
}

SqlResult<TranslatedChange> Translator::update(const ast::Update &statement) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    TranslatedChange change = ChangeTranslator(translation).update(statement);
    return outcome(translation, std::move(change));
}

SqlResult<TranslatedChange> Translator::remove(const ast::Delete &statement) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    TranslatedChange change = ChangeTranslator(translation).remove(statement);
    return outcome(translation, std::move(change));
}

SqlResult<TranslatedSelect> Translator::value(const ast::Expression &expression, const SqlType &type) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    const QueryScope nothing(nullptr);
    const TypedExpression value = ExpressionTranslator(translation, nothing).value(expression);
    return singleValue(translation, converted(translation, value, type, expression.at));
}

SqlResult<TranslatedSelect> Translator::value(const ast::Expression &expression) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    const QueryScope nothing(nullptr);
    return singleValue(translation, ExpressionTranslator(translation, nothing).value(expression));
}

SqlResult<TranslatedSelect> Translator::condition(const ast::Expression &expression) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    const QueryScope nothing(nullptr);
    TypedExpression value;
    value.type = { TypeId::Bit };
    value.sql = ExpressionTranslator(translation, nothing).condition(expression);
    return singleValue(translation, value);
}

SqlResult<TranslatedSelect> Translator::check(
    const TableViewPtr &table, const ast::Expression &condition) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    QueryScope scope(nullptr);
    scope.sources().push_back(sourceOfTable(table, u"t"_s));
    scope.sources().back().read = translation.addRead(table, false, condition.at);
    TranslatedSelect result;
    result.sql = ExpressionTranslator(translation, scope).condition(condition);
    translation.complete(result);
    if (result.reads.size() > 1)
        translation.fail(1046,
            u"Subqueries are not allowed in this context. Only scalar expressions are allowed."_s,
            condition.at, 15);
    return outcome(translation, std::move(result));
}

SqlResult<SqlType> Translator::computedType(const TableView &table, const ast::Expression &expression) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    QueryScope scope(nullptr);
    scope.sources().push_back(sourceOfTable(std::make_shared<const TableView>(table), u"t"_s));
    const TypedExpression value = ExpressionTranslator(translation, scope).value(expression);
    return outcome(translation, value.type);
}

SqlResult<QString> Translator::storedExpression(const ast::Expression &expression, const SqlType &type) const
{
    Translation translation(m_schema, m_variables, m_undeclared);
    const QueryScope nothing(nullptr);
    const TypedExpression value = ExpressionTranslator(translation, nothing).value(expression);
    return outcome(translation, converted(translation, value, type, expression.at).sql);
}

QString Translator::convertColumn(const TableView &table, const ColumnView &column, const SqlType &type) const
{
    TypedExpression value;
    value.sql = column.storage;
    value.type = column.type;
    return callText(u"assign"_s, type, { value },
        { table.database + u'.' + table.schema + u'.' + table.name, column.name });
}

} // namespace tidemark::practice
