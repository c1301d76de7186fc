#include "changetranslator.h"

#include "expressiontranslator.h"
#include "selecttranslator.h"
#include "sourcetranslator.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using Kind = ast::Expression::Kind;

namespace {

bool isRowVersion(const ColumnView &column)
{
    return column.type.id == TypeId::RowVersion;
}

QString values(const QStringList &cells)
{
    return u'(' + cells.join(u", "_s) + u')';
}

} // namespace

ChangeTranslator::ChangeTranslator(Translation &translation) : m_translation(translation) { }

int ChangeTranslator::columnNumber(const TableView &table, const QString &name, const ast::Position &at)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (m_translation.sameName(table.columns[i].name, name))
            return int(i);
    }
    m_translation.fail(207, u"Invalid column name '%1'."_s.arg(name), at);
    return 0;
}

TranslatedChange ChangeTranslator::insert(const ast::Insert &statement, bool identityInsert)
{
    TranslatedChange change;
    change.kind = TranslatedChange::Kind::Insert;
    change.table = m_translation.table(statement.table);
    if (!change.table)
        return change;
    const std::vector<int> given = givenColumns(statement, *change.table, identityInsert);
    for (std::size_t i = 0; i < change.table->columns.size(); ++i) {
        const ColumnView &column = change.table->columns[i];
        if (!column.computed && !isRowVersion(column) && (!column.identity || identityInsert))
            change.columns += int(i);
    }
    if (!m_translation.failed())
        change.rows.sql = insertedRows(statement, *change.table, given, change);
    finish(change, statement.changeContext);
    return change;
}

std::vector<int> ChangeTranslator::givenColumns(
    const ast::Insert &statement, const TableView &table, bool identityInsert)
{
    std::vector<int> given;
    for (const QString &name : statement.columns) {
        const int column = columnNumber(table, name, statement.table.at);
        if (std::find(given.begin(), given.end(), column) != given.end())
            m_translation.fail(264,
                u"The column name '%1' is specified more than once in the SET clause or column list of an "
                u"INSERT. A "
                "column cannot be assigned more than one value in the same clause. Modify the clause to make "
                "sure "
                "that a column is updated only once."_s.arg(name),
                statement.table.at);
        if (takesValue(table, column, identityInsert, statement.table.at))
            given.push_back(column);
    }
    if (!statement.columns.isEmpty() || statement.defaultValues)
        return given;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const ColumnView &column = table.columns[i];
        if (!column.computed && (!column.identity || identityInsert))
            given.push_back(int(i)); // a rowversion is given too, as DEFAULT or NULL
    }
    return given;
}

bool ChangeTranslator::takesValue(
    const TableView &table, int column, bool identityInsert, const ast::Position &at)
{
    const ColumnView &view = table.columns[std::size_t(column)];
    if (view.computed) {
        m_translation.fail(271,
            u"The column \"%1\" cannot be modified because it is either a computed column or is the result "
            u"of a UNION "
            "operator."_s.arg(view.name),
            at);
    } else if (view.identity && !identityInsert) {
        m_translation.fail(544,
            u"Cannot insert explicit value for identity column in table '%1' when IDENTITY_INSERT is set to OFF."_s
                .arg(table.name),
            at);
    } else if (isRowVersion(view)) {
        m_translation.fail(273,
            u"Cannot insert an explicit value into a timestamp column. Use INSERT with a column list to "
            u"exclude the "
            "timestamp column, or insert a DEFAULT into the timestamp column."_s,
            at);
    } else {
        return true;
    }
    return false;
}

void ChangeTranslator::checkCount(const ast::Insert &statement, std::size_t given, std::size_t wanted)
{
    if (given == wanted || m_translation.failed())
        return;
    if (statement.columns.isEmpty()) {
        m_translation.fail(213,
            u"Column name or number of supplied values does not match table definition."_s,
            statement.table.at);
        return;
    }
    const QString list = statement.select ? u"select"_s : u"INSERT"_s;
    const int number = (statement.select ? 120 : 109) + (given > wanted ? 1 : 0);
    const QString text = given > wanted
        ? u"There are fewer columns in the INSERT statement than values specified in the %1 list."_s
        : u"There are more columns in the INSERT statement than values specified in the %1 list."_s;
    m_translation.fail(number, text.arg(statement.select ? list : u"VALUES"_s), statement.table.at, 15);
}

QString ChangeTranslator::defaultSql(const TableView &table, int column)
{
    const ColumnView &view = table.columns[std::size_t(column)];
    if (!view.defaultValue)
        return u"NULL"_s;
    const QueryScope nothing(nullptr);
    const TypedExpression value = ExpressionTranslator(m_translation, nothing).value(*view.defaultValue);
    return assigned(m_translation, value, table, view, view.defaultValue->at).sql;
}

QString ChangeTranslator::insertedRows(const ast::Insert &statement, const TableView &table,
    const std::vector<int> &given, TranslatedChange &change)
{
    if (statement.select)
        return rowsOfSelect(statement, table, given, change.columns);
    QStringList rows;
    if (statement.defaultValues) {
        const std::vector<ast::ExpressionPtr> none;
        rows += rowOfValues(none, table, {}, change.columns);
    }
    for (const std::vector<ast::ExpressionPtr> &row : statement.rows) {
        checkCount(statement, row.size(), given.size());
        if (m_translation.failed())
            return {};
        rows += rowOfValues(row, table, given, change.columns);
    }
    // A table of an identity and a rowversion takes no value at all: its row is an empty one.
    return u"VALUES "_s + rows.join(u", "_s);
}

QString ChangeTranslator::rowOfValues(const std::vector<ast::ExpressionPtr> &row, const TableView &table,
    const std::vector<int> &given, const QList<int> &columns)
{
    const QueryScope nothing(nullptr);
    QStringList cells;
    for (const int column : columns) {
        const auto place = std::find(given.begin(), given.end(), column);
        const auto index = std::size_t(place - given.begin());
        if (place == given.end() || row[index]->kind == Kind::Default) {
            cells += defaultSql(table, column);
            continue;
        }
        const TypedExpression value = ExpressionTranslator(m_translation, nothing).value(*row[index]);
        cells +=
            assigned(m_translation, value, table, table.columns[std::size_t(column)], row[index]->at).sql;
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        const bool leftOut = !columns.contains(given[i]); // a rowversion
        const bool empty =
            row[i]->kind == Kind::Default || (row[i]->kind == Kind::Literal && isNull(row[i]->value));
        if (leftOut && !empty)
            takesValue(table, given[i], true, row[i]->at);
    }
    return values(cells.isEmpty() ? QStringList{ u"NULL"_s } : cells);
}

QString ChangeTranslator::rowsOfSelect(const ast::Insert &statement, const TableView &table,
    const std::vector<int> &given, const QList<int> &columns)
{
    QueryScope around(nullptr);
    around.addCommonTables(statement.with);
    const QueryText query = SelectTranslator(m_translation).query(*statement.select, &around);
    checkCount(statement, query.columns.size(), given.size());
    if (m_translation.failed())
        return {};
    QStringList cells;
    for (const int column : columns) {
        const auto place = std::find(given.begin(), given.end(), column);
        if (place == given.end()) {
            cells += defaultSql(table, column);
            continue;
        }
        TypedExpression value = query.columns[std::size_t(place - given.begin())];
        value.sql = u'c' + QString::number(place - given.begin() + 1);
        cells +=
            assigned(m_translation, value, table, table.columns[std::size_t(column)], statement.table.at).sql;
    }
    for (const int column : given) {
        if (!columns.contains(column))
            takesValue(table, column, true, statement.table.at);
    }
    return u"SELECT "_s + (cells.isEmpty() ? u"NULL"_s : cells.join(u", "_s)) + u" FROM ("_s + query.sql
        + u')';
}

QString ChangeTranslator::target(TranslatedChange &change, QueryScope &scope, const ast::ObjectName &name,
    const std::vector<ast::SourcePtr> &from, QString &fromText)
{
    SourceTranslator sources(m_translation, scope);
    fromText = sources.from(from);
    if (m_translation.failed())
        return {};
    const QStringList qualifier =
        name.schema.isEmpty() ? QStringList{ name.name } : QStringList{ name.schema, name.name };
    const std::vector<const ScopeSource *> meant = scope.matching(m_translation, qualifier);
    if (meant.size() == 1 && !meant[0]->rowidStorage.isEmpty()) {
        change.table = m_translation.table(meant[0]->table);
        return meant[0]->sqlAlias;
    }
    change.table = m_translation.table(name);
    if (!change.table)
        return {};
    const QString text = sources.table(change.table, name, {});
    fromText = fromText.isEmpty() ? text : fromText + u" CROSS JOIN "_s + text;
    return scope.sources().back().sqlAlias;
}

TranslatedChange ChangeTranslator::update(const ast::Update &statement)
{
    TranslatedChange change;
    change.kind = TranslatedChange::Kind::Update;
    QueryScope around(nullptr);
    around.addCommonTables(statement.with);
    QueryScope scope(&around);
    QString from;
    const QString alias = target(change, scope, statement.target, statement.from, from);
    if (m_translation.failed())
        return change;
    QStringList cells{ alias + u".rowid AS r"_s };
    for (const ast::Assignment &assignment : statement.assignments)
        cells += assignmentSql(assignment, *change.table, scope, change);
    QString sql = u"SELECT "_s + cells.join(u", "_s) + u" FROM "_s + from;
    if (statement.where)
        sql += u" WHERE "_s + ExpressionTranslator(m_translation, scope).condition(*statement.where);
    if (!statement.from.empty()) // a row that joins several others is changed once
        sql += u" GROUP BY "_s + alias + u".rowid"_s;
    if (statement.top) {
        const TypedExpression rows = ExpressionTranslator(m_translation, around).value(*statement.top);
        sql += u" LIMIT "_s + callText(u"rows"_s, { TypeId::BigInt }, { rows });
    }
    change.rows.sql = sql;
    finish(change, statement.changeContext);
    return change;
}

QString ChangeTranslator::assignmentSql(const ast::Assignment &assignment, const TableView &table,
    const QueryScope &scope, TranslatedChange &change)
{
    const int number = columnNumber(table, assignment.column, assignment.at);
    const ColumnView &column = table.columns[std::size_t(number)];
    if (column.identity)
        m_translation.fail(8102, u"Cannot update identity column '%1'."_s.arg(column.name), assignment.at);
    else if (isRowVersion(column))
        m_translation.fail(272, u"Cannot update a timestamp column."_s, assignment.at);
    else if (column.computed)
        m_translation.fail(271,
            u"The column \"%1\" cannot be modified because it is either a computed column or is the result "
            u"of a UNION "
            "operator."_s.arg(column.name),
            assignment.at);
    else if (change.columns.contains(number))
        m_translation.fail(264,
            u"The column name '%1' is specified more than once in the SET clause or column list of an "
            u"INSERT. A column "
            "cannot be assigned more than one value in the same clause. Modify the clause to make sure that "
            "a column "
            "is updated only once."_s.arg(column.name),
            assignment.at);
    change.columns += number;
    if (assignment.value->kind == Kind::Default)
        return defaultSql(table, number);
    const TypedExpression value = ExpressionTranslator(m_translation, scope).value(*assignment.value);
    return assigned(m_translation, value, table, column, assignment.at).sql;
}

TranslatedChange ChangeTranslator::remove(const ast::Delete &statement)
{
    TranslatedChange change;
    change.kind = TranslatedChange::Kind::Delete;
    QueryScope around(nullptr);
    around.addCommonTables(statement.with);
    QueryScope scope(&around);
    QString from;
    const QString alias = target(change, scope, statement.target, statement.from, from);
    if (m_translation.failed())
        return change;
    QString sql = u"SELECT DISTINCT "_s + alias + u".rowid AS r FROM "_s + from;
    if (statement.where)
        sql += u" WHERE "_s + ExpressionTranslator(m_translation, scope).condition(*statement.where);
    if (statement.top) {
        const TypedExpression rows = ExpressionTranslator(m_translation, around).value(*statement.top);
        sql += u" LIMIT "_s + callText(u"rows"_s, { TypeId::BigInt }, { rows });
    }
    change.rows.sql = sql;
    finish(change, statement.changeContext);
    return change;
}

void ChangeTranslator::finish(TranslatedChange &change, const ast::ExpressionPtr &context)
{
    constexpr int contextLength = 128;
    if (context) {
        const QueryScope nothing(nullptr);
        const TypedExpression value = ExpressionTranslator(m_translation, nothing).value(*context);
        change.contextSql =
            converted(m_translation, value, { TypeId::VarBinary, contextLength }, context->at).sql;
    }
    m_translation.complete(change.rows);
}

} // namespace tidemark::practice
