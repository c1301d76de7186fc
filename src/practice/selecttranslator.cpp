#include "selecttranslator.h"

#include "expressiontranslator.h"
#include "sourcetranslator.h"
#include "sqltypetext.h"

#include <algorithm>
#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QString columnName(std::size_t index)
{
    return u'c' + QString::number(index + 1);
}

bool hasAggregates(const ast::SelectCore &core, const ast::Select &whole)
{
    const auto inItems = std::any_of(core.items.begin(), core.items.end(),
        [](const ast::SelectItem &item) { return item.expression && containsAggregate(*item.expression); });
    const auto inOrder = std::any_of(whole.orderBy.begin(), whole.orderBy.end(),
        [](const ast::OrderItem &order) { return containsAggregate(*order.expression); });
    return inItems || inOrder || core.having;
}

} // namespace

SelectTranslator::SelectTranslator(Translation &translation) : m_translation(translation) { }

QueryText SelectTranslator::query(const ast::Select &select, const QueryScope *outer, bool mayBeChunked)
{
    QueryScope around(outer);
    around.addCommonTables(select.with);
    std::vector<Core> cores;
    for (const ast::SelectCore &each : select.cores)
        cores.push_back(core(each, select, &around, mayBeChunked));
    QueryText result;
    if (!m_translation.failed())
        unifyItems(cores, select);
    if (m_translation.failed())
        return result;
    const Core &first = cores.front();
    result.singleRow = isSingleRow(first, select);
    result.chunks = first.chunks;
    result.sql = (cores.size() == 1 ? coreText(first, false, false) : combined(cores, select))
        + orderBy(first, select) + paging(first, select);
    result.columns = first.items;
    for (TypedExpression &column : result.columns) {
        column.literal.reset();
        column.sql.clear();
    }
    for (const Core &other : cores) {
        for (std::size_t i = 0; i < result.columns.size(); ++i)
            result.columns[i].nullable = result.columns[i].nullable || other.items[i].nullable;
    }
    return result;
}

SelectTranslator::Core SelectTranslator::core(
    const ast::SelectCore &select, const ast::Select &whole, const QueryScope *outer, bool mayBeChunked)
{
    Core result;
    result.ast = &select;
    result.scope = std::make_unique<QueryScope>(outer);
    result.from = SourceTranslator(m_translation, *result.scope).from(select.from);
    if (m_translation.failed())
        return result;
    if (select.where)
        result.conditions += ExpressionTranslator(m_translation, *result.scope).condition(*select.where);
    group(result, select, whole);
    addItems(result, select);
    if (select.having)
        addHaving(result, select);
    if (mayBeChunked)
        makeChunked(result, select, whole);
    return result;
}

void SelectTranslator::group(Core &core, const ast::SelectCore &select, const ast::Select &whole)
{
    for (const ast::ExpressionPtr &key : select.groupBy)
        core.groupBy += ExpressionTranslator(m_translation, *core.scope).value(*key).comparable();
    if (!core.groupBy.isEmpty() || hasAggregates(select, whole))
        core.scope->setGrouping(core.groupBy);
}

void SelectTranslator::addItems(Core &core, const ast::SelectCore &select)
{
    for (const ast::SelectItem &item : select.items) {
        if (!item.expression) {
            addStar(core, item);
            continue;
        }
        TypedExpression value = ExpressionTranslator(m_translation, *core.scope).value(*item.expression);
        if (item.expression->kind != ast::Expression::Kind::Column) {
            value.name.clear();
            value.identity = false;
        }
        if (!item.alias.isEmpty())
            value.name = item.alias;
        core.items.push_back(std::move(value));
    }
}

void SelectTranslator::addStar(Core &core, const ast::SelectItem &item)
{
    const std::vector<const ScopeSource *> sources = core.scope->matching(m_translation, item.starQualifier);
    if (sources.empty()) {
        if (item.starQualifier.isEmpty())
            m_translation.fail(263, u"Must specify table to select from."_s, item.at);
        else
            m_translation.fail(107,
                u"The column prefix '%1' does not match with a table name or alias name used in the query."_s
                    .arg(item.starQualifier.join(u'.')),
                item.at, 15);
    }
    for (const ScopeSource *source : sources) {
        for (const TypedExpression &column : source->columns) {
            ast::Expression name;
            name.kind = ast::Expression::Kind::Column;
            name.at = item.at;
            name.name = column.name;
            name.qualifier = source->alias.isEmpty() ? QStringList{ source->table.schema, source->table.name }
                                                     : QStringList{ source->alias };
            core.items.push_back(ExpressionTranslator(m_translation, *core.scope).value(name));
        }
    }
}

void SelectTranslator::addHaving(Core &core, const ast::SelectCore &select)
{
    core.having = ExpressionTranslator(m_translation, *core.scope).condition(*select.having);
    const bool aggregates = std::any_of(select.items.begin(), select.items.end(),
        [](const ast::SelectItem &item) { return item.expression && containsAggregate(*item.expression); });
    // SQLite wants an aggregate in the list when nothing else groups.
    if (core.groupBy.isEmpty() && !aggregates && !core.items.empty())
        core.items[0].sql = u"CASE WHEN count(*) >= 0 THEN "_s + core.items[0].sql + u" END"_s;
}

/// The columns of a UNION get the types that all its parts can have, and the names of the first.
void SelectTranslator::unifyItems(std::vector<Core> &cores, const ast::Select &select)
{
    const std::size_t count = cores.front().items.size();
    for (const Core &core : cores) {
        if (core.items.size() != count) {
            m_translation.fail(205,
                u"All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number "
                u"of "
                "expressions in their target lists."_s,
                select.at);
            return;
        }
    }
    if (cores.size() == 1 && m_itemTypes.size() != count)
        return;
    const QueryScope nothing(nullptr);
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<TypedExpression> values;
        values.reserve(cores.size());
        for (const Core &core : cores)
            values.push_back(core.items[i]);
        const SqlType type = m_itemTypes.size() == count
            ? m_itemTypes[i]
            : ExpressionTranslator(m_translation, nothing).commonTypeOf(values, select.at);
        for (Core &core : cores)
            core.items[i] = converted(m_translation, core.items[i], type, core.ast->at);
    }
}

/// `compared`: rows are compared as wholes, so texts need their collation.
QString SelectTranslator::coreText(const Core &core, bool compared, bool limited)
{
    QStringList items;
    for (std::size_t i = 0; i < core.items.size(); ++i) {
        const TypedExpression &item = core.items[i];
        const bool collate = (compared || core.ast->distinct) && isText(item.type.id);
        items += (collate ? item.comparable() : item.sql) + u" AS "_s + columnName(i);
    }
    QString text = (core.ast->distinct ? u"SELECT DISTINCT "_s : u"SELECT "_s) + items.join(u", "_s);
    if (!core.from.isEmpty())
        text += u" FROM "_s + core.from;
    if (!core.conditions.isEmpty())
        text += u" WHERE "_s + core.conditions.join(u" AND "_s);
    if (!core.groupBy.isEmpty())
        text += u" GROUP BY "_s + core.groupBy.join(u", "_s);
    if (!core.having.isEmpty())
        text += u" HAVING "_s + core.having;
    if (limited && core.ast->top)
        text = u"SELECT * FROM ("_s + text + u" LIMIT "_s + rowsText(core, *core.ast->top) + u')';
    return text;
}

/// SQLite combines from left to right; in T-SQL INTERSECT binds closer.
QString SelectTranslator::combined(const std::vector<Core> &cores, const ast::Select &select)
{
    const bool compared = std::any_of(select.operations.begin(), select.operations.end(),
        [](ast::SetOperation operation) { return operation != ast::SetOperation::UnionAll; });
    static constexpr const char *words[] = { " UNION ", " UNION ALL ", " EXCEPT ", " INTERSECT " };
    QStringList terms;
    QStringList operations;
    for (std::size_t i = 0; i < cores.size(); ++i) {
        const QString text = coreText(cores[i], compared, true);
        if (i > 0 && select.operations[i - 1] == ast::SetOperation::Intersect && cores.size() > 2) {
            terms.back() = u"SELECT * FROM ("_s + terms.back() + u" INTERSECT "_s + text + u')';
            continue;
        }
        if (i > 0)
            operations += QString::fromLatin1(words[int(select.operations[i - 1])]);
        terms += text;
    }
    QString text = terms.front();
    for (qsizetype i = 1; i < terms.size(); ++i)
        text += operations[i - 1] + terms[i];
    return text;
}

QString SelectTranslator::orderBy(const Core &core, const ast::Select &select)
{
    QStringList items;
    for (const ast::OrderItem &order : select.orderBy)
        items += orderItem(core, select, order) + (order.descending ? u" DESC"_s : QString());
    return items.isEmpty() ? QString() : u" ORDER BY "_s + items.join(u", "_s);
}

/// A number means a column, so does the name of one; everything else is a value of the row.
QString SelectTranslator::orderItem(const Core &core, const ast::Select &select, const ast::OrderItem &order)
{
    const ast::Expression &expression = *order.expression;
    const bool combines = select.cores.size() > 1;
    std::size_t column = core.items.size();
    if (expression.kind == ast::Expression::Kind::Literal) {
        const auto *number = std::get_if<qint64>(&expression.value);
        if (number == nullptr || *number < 1 || *number > qint64(core.items.size())) {
            m_translation.fail(108,
                u"The ORDER BY position number %1 is out of range of the number of items in the select list."_s
                    .arg(expression.name),
                expression.at);
            return {};
        }
        column = std::size_t(*number - 1);
    } else if (expression.kind == ast::Expression::Kind::Column && expression.qualifier.isEmpty()) {
        for (std::size_t i = core.items.size(); i-- > 0;) {
            if (m_translation.sameName(core.items[i].name, expression.name))
                column = i;
        }
    }
    TypedExpression value;
    if (column < core.items.size()) {
        value = core.items[column];
        if (combines || core.ast->distinct)
            value.sql = QString::number(column + 1);
    } else if (combines) {
        m_translation.fail(104,
            u"ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT or "
            u"EXCEPT "
            "operator."_s,
            expression.at);
    } else {
        value = ExpressionTranslator(m_translation, *core.scope).value(expression);
        const bool selected = std::any_of(core.items.begin(), core.items.end(),
            [&](const TypedExpression &item) { return item.sql == value.sql; });
        if (core.ast->distinct && !selected)
            m_translation.fail(145,
                u"ORDER BY items must appear in the select list if SELECT DISTINCT is specified."_s,
                expression.at);
    }
    if (value.type.id == TypeId::Xml)
        m_translation.fail(305,
            u"The XML data type cannot be compared or sorted, except when using the IS NULL operator."_s,
            expression.at);
    if (value.type.id == TypeId::Text || value.type.id == TypeId::NText || value.type.id == TypeId::Image)
        m_translation.fail(306,
            u"The text, ntext, and image data types cannot be compared or sorted, except when using IS NULL "
            u"or LIKE "
            "operator."_s,
            expression.at);
    // A constant would be the number of a column to SQLite.
    if (value.literal && !combines && !core.ast->distinct)
        return u"(SELECT "_s + value.sql + u')';
    return isText(value.type.id) ? value.comparable() : value.sql;
}

QString SelectTranslator::rowsText(const Core &core, const ast::Expression &rows)
{
    const QueryScope outside(core.scope->outer());
    const TypedExpression value = ExpressionTranslator(m_translation, outside).value(rows);
    m_translation.suggestType(value.undeclared, { TypeId::BigInt });
    if (!isNumber(value.type.id) || isFloat(value.type.id))
        m_translation.fail(1060,
            u"The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer."_s,
            rows.at);
    return callText(u"rows"_s, { TypeId::BigInt }, { value });
}

QString SelectTranslator::paging(const Core &core, const ast::Select &select)
{
    QString text;
    if (core.ast->top && select.cores.size() == 1)
        text = u" LIMIT "_s + rowsText(core, *core.ast->top);
    if (!select.offset)
        return text;
    if (core.ast->top)
        m_translation.fail(10741, u"A TOP can not be used in the same query or sub-query as a OFFSET."_s,
            select.offset->at, 15);
    return u" LIMIT "_s + (select.fetch ? rowsText(core, *select.fetch) : u"-1"_s) + u" OFFSET "_s
        + rowsText(core, *select.offset);
}

bool SelectTranslator::isSingleRow(const Core &core, const ast::Select &select) const
{
    if (select.cores.size() > 1)
        return false;
    const bool oneGroup = core.scope->grouping() && core.groupBy.isEmpty();
    const auto *top = core.ast->top ? std::get_if<qint64>(&core.ast->top->value) : nullptr;
    return oneGroup || core.from.isEmpty() || (top != nullptr && *top <= 1);
}

/// Rows that come in the order of the first source's rowids and depend on nothing but themselves.
void SelectTranslator::makeChunked(Core &core, const ast::SelectCore &select, const ast::Select &whole)
{
    const bool plain = whole.cores.size() == 1 && whole.orderBy.empty() && !select.distinct && !select.top
        && !core.scope->grouping() && select.from.size() == 1;
    if (!plain)
        return;
    const ast::Source *first = select.from.front().get();
    while (first->kind == ast::Source::Kind::Join) {
        if (first->join == ast::Source::JoinKind::Right || first->join == ast::Source::JoinKind::Full)
            return;
        first = first->left.get();
    }
    const ScopeSource &source = core.scope->sources().front();
    if (source.rowidStorage.isEmpty())
        return;
    const QString rowid = source.sqlAlias + u".rowid"_s;
    core.conditions += u'(' + rowid + u" > :from_row AND "_s + rowid + u" <= :to_row)"_s;
    core.chunks = ScanChunks{ source.rowidStorage };
}

QStringList SelectTranslator::assignedVariables(const ast::Select &select)
{
    QStringList names;
    for (const ast::SelectItem &item : select.cores.front().items) {
        if (!item.variable.isEmpty())
            names += item.variable.toLower();
    }
    const bool mixed = !names.isEmpty() && names.size() != qsizetype(select.cores.front().items.size());
    if (mixed)
        m_translation.fail(141,
            u"A SELECT statement that assigns a value to a variable must not be combined with data-retrieval "
            "operations."_s,
            select.at, 15);
    return names;
}

} // namespace tidemark::practice
