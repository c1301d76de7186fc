#include "sourcetranslator.h"

#include "expressiontranslator.h"
#include "selecttranslator.h"
#include "sqltypetext.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using ast::Source;

namespace {

TypedExpression columnOf(const QString &name, const SqlType &type, const QString &sql, bool nullable)
{
    TypedExpression column;
    column.name = name;
    column.type = type;
    column.sql = sql;
    column.nullable = nullable;
    return column;
}

} // namespace

ScopeSource sourceOfTable(const TableViewPtr &table, const QString &sqlAlias)
{
    ScopeSource source;
    source.table = { table->database, table->schema, table->name, {} };
    source.sqlAlias = sqlAlias;
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
        const ColumnView &column = table->columns[i];
        TypedExpression item =
            columnOf(column.name, column.type, sqlAlias + u'.' + column.storage, column.nullable);
        item.collation = column.collation;
        item.collationRank = isText(column.type.id) ? 1 : 0;
        item.identity = column.identity;
        source.columns.push_back(std::move(item));
        source.computed.push_back(column.computed);
        source.readColumns.push_back(int(i));
    }
    return source;
}

SourceTranslator::SourceTranslator(Translation &translation, QueryScope &scope)
    : m_translation(translation), m_scope(scope)
{
}

QString SourceTranslator::from(const std::vector<ast::SourcePtr> &sources)
{
    QStringList texts;
    for (const ast::SourcePtr &each : sources) {
        const QString text = source(*each, false);
        texts += sources.size() > 1 && each->kind == Source::Kind::Join ? u'(' + text + u')' : text;
    }
    return texts.join(u" CROSS JOIN "_s);
}

QString SourceTranslator::source(const Source &source, bool mayBeMissing)
{
    m_mayBeMissing = mayBeMissing;
    switch (source.kind) {
    case Source::Kind::Table:
        return tableSource(source);
    case Source::Kind::Select:
        return derived(source, *source.select, source.columnAliases, m_scope.outer());
    case Source::Kind::Values:
        return values(source);
    case Source::Kind::Changes:
        return changes(source);
    case Source::Kind::Join:
        break;
    }
    return join(source, mayBeMissing);
}

QString SourceTranslator::join(const Source &source, bool mayBeMissing)
{
    using JoinKind = Source::JoinKind;
    const bool leftMissing = source.join == JoinKind::Right || source.join == JoinKind::Full;
    const bool rightMissing = source.join == JoinKind::Left || source.join == JoinKind::Full;
    const std::size_t before = m_scope.sources().size();
    const QString left = this->source(*source.left, mayBeMissing || leftMissing);
    const QString right = this->source(*source.right, mayBeMissing || rightMissing);
    static constexpr const char *words[] = { " JOIN ", " LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN ",
        " CROSS JOIN " };
    QString text = left + QLatin1StringView(words[int(source.join)])
        + (source.right->kind == Source::Kind::Join ? u'(' + right + u')' : right);
    if (!source.on)
        return text;
    // ON sees the two sides of its own join, and what is outside of the query.
    QueryScope own = m_scope;
    own.sources().erase(own.sources().begin(), own.sources().begin() + std::ptrdiff_t(before));
    return text + u" ON "_s + ExpressionTranslator(m_translation, own).condition(*source.on);
}

void SourceTranslator::add(ScopeSource source, const ast::Position &at)
{
    for (const ScopeSource &other : m_scope.sources()) {
        const QString name = source.alias.isEmpty() ? source.table.name : source.alias;
        const bool sameAlias = !source.alias.isEmpty() && m_translation.sameName(other.alias, source.alias);
        const bool sameTable = source.alias.isEmpty() && other.alias.isEmpty()
            && m_translation.sameName(other.table.name, source.table.name)
            && m_translation.sameName(other.table.schema, source.table.schema)
            && m_translation.sameName(other.table.database, source.table.database);
        if (sameAlias)
            m_translation.fail(1011,
                u"The correlation name '%1' is specified multiple times in a FROM clause."_s.arg(name), at,
                15);
        else if (sameTable)
            m_translation.fail(1013,
                u"The objects \"%1\" and \"%1\" in the FROM clause have the same exposed names. Use "
                u"correlation names to "
                "distinguish them."_s.arg(name),
                at, 15);
    }
    for (TypedExpression &column : source.columns)
        column.nullable = column.nullable || m_mayBeMissing;
    m_scope.sources().push_back(std::move(source));
}

QString SourceTranslator::tableSource(const Source &source)
{
    if (source.table.schema.isEmpty()) {
        std::optional<QueryScope> inside;
        if (const ast::CommonTable *common = m_scope.commonTable(m_translation, source.table.name, inside)) {
            Source named;
            named.alias = source.alias.isEmpty() ? common->name : source.alias;
            named.at = source.at;
            return derived(named, *common->select, common->columns, &*inside);
        }
    }
    const TableViewPtr view = m_translation.table(source.table);
    return view ? table(view, source.table, source.alias) : QString();
}

QString SourceTranslator::table(const TableViewPtr &table, const ast::ObjectName &name, const QString &alias)
{
    ScopeSource source = sourceOfTable(table, m_translation.newAlias());
    source.alias = alias;
    source.rowidStorage = table->userTable ? table->storage : QString();
    source.read = m_translation.addRead(table, false, name.at);
    const QString text = table->storage + u" AS "_s + source.sqlAlias;
    add(std::move(source), name.at);
    return text;
}

QString SourceTranslator::derived(
    const Source &source, const ast::Select &select, const QStringList &names, const QueryScope *around)
{
    const bool mayBeMissing = m_mayBeMissing;
    const QueryText query = SelectTranslator(m_translation).query(select, around);
    m_mayBeMissing = mayBeMissing;
    ScopeSource result;
    result.alias = source.alias;
    result.sqlAlias = m_translation.newAlias();
    for (std::size_t i = 0; i < query.columns.size(); ++i) {
        TypedExpression column = query.columns[i];
        column.sql = result.sqlAlias + u".c"_s + QString::number(i + 1);
        column.literal.reset();
        column.isNullWord = false;
        column.identity = false;
        result.columns.push_back(std::move(column));
    }
    nameColumns(result, names, source.at);
    const QString text = u'(' + query.sql + u") AS "_s + result.sqlAlias;
    add(std::move(result), source.at);
    return text;
}

void SourceTranslator::nameColumns(ScopeSource &source, const QStringList &names, const ast::Position &at)
{
    const auto count = qsizetype(source.columns.size());
    if (!names.isEmpty() && names.size() != count && !m_translation.failed())
        m_translation.fail(names.size() < count ? 8158 : 8159,
            names.size() < count
                ? u"'%1' has more columns than were specified in the column list."_s.arg(source.alias)
                : u"'%1' has fewer columns than were specified in the column list."_s.arg(source.alias),
            at);
    for (qsizetype i = 0; i < std::min(count, names.size()); ++i)
        source.columns[std::size_t(i)].name = names[i];
    for (qsizetype i = 0; i < count; ++i) {
        const QString &name = source.columns[std::size_t(i)].name;
        if (name.isEmpty())
            m_translation.fail(8155,
                u"No column name was specified for column %1 of '%2'."_s.arg(
                    QString::number(i + 1), source.alias),
                at);
        for (qsizetype j = 0; j < i; ++j) {
            if (m_translation.sameName(source.columns[std::size_t(j)].name, name))
                m_translation.fail(8156,
                    u"The column '%1' was specified multiple times for '%2'."_s.arg(name, source.alias), at);
        }
    }
}

QString SourceTranslator::values(const Source &source)
{
    const QueryScope outside(m_scope.outer());
    ExpressionTranslator expressions(m_translation, outside);
    std::vector<std::vector<TypedExpression>> rows;
    for (const std::vector<ast::ExpressionPtr> &row : source.rows) {
        rows.emplace_back();
        for (const ast::ExpressionPtr &cell : row)
            rows.back().push_back(expressions.value(*cell));
    }
    ScopeSource result;
    result.alias = source.alias;
    result.sqlAlias = m_translation.newAlias();
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        std::vector<TypedExpression> cells;
        for (const std::vector<TypedExpression> &row : rows)
            cells.push_back(row[column]);
        const SqlType type = expressions.commonTypeOf(cells, source.at);
        TypedExpression item =
            columnOf({}, type, result.sqlAlias + u".column"_s + QString::number(column + 1), false);
        item.collation = m_translation.collation();
        for (std::vector<TypedExpression> &row : rows) {
            item.nullable = item.nullable || row[column].nullable;
            row[column] = converted(m_translation, row[column], type, source.at);
        }
        result.columns.push_back(std::move(item));
    }
    nameColumns(result, source.columnAliases, source.at);
    QStringList texts;
    for (const std::vector<TypedExpression> &row : rows) {
        QStringList cells;
        for (const TypedExpression &cell : row)
            cells += cell.sql;
        texts += u'(' + cells.join(u", "_s) + u')';
    }
    const QString text = u"(VALUES "_s + texts.join(u", "_s) + u") AS "_s + result.sqlAlias;
    add(std::move(result), source.at);
    return text;
}

QString SourceTranslator::changes(const Source &source)
{
    constexpr int contextLength = 128;
    constexpr int maskLength = 4100;
    const ast::ChangeTable &asked = source.changes;
    ChangePart part;
    part.table = m_translation.table(asked.table);
    part.isVersion = asked.isVersion;
    if (!part.table)
        return {};
    if (asked.isVersion)
        changeKeys(asked, part);
    else
        part.sinceSql = changesSince(asked);
    ScopeSource result;
    result.alias = source.alias;
    result.sqlAlias = m_translation.newAlias();
    const auto addColumn = [&](const QString &name, const SqlType &type, const QString &storage,
                               bool nullable) {
        result.columns.push_back(columnOf(name, type, result.sqlAlias + u'.' + storage, nullable));
        result.readColumns.push_back(-1);
    };
    addColumn(u"SYS_CHANGE_VERSION"_s, { TypeId::BigInt }, u"v"_s, asked.isVersion);
    if (!asked.isVersion) {
        addColumn(u"SYS_CHANGE_CREATION_VERSION"_s, { TypeId::BigInt }, u"cv"_s, true);
        addColumn(u"SYS_CHANGE_OPERATION"_s, { TypeId::NChar, 1 }, u"op"_s, false);
        result.columns.back().collation = { true, true, false, false };
        result.columns.back().collationRank = 1;
        addColumn(u"SYS_CHANGE_COLUMNS"_s, { TypeId::VarBinary, maskLength }, u"cols"_s, true);
    }
    addColumn(u"SYS_CHANGE_CONTEXT"_s, { TypeId::VarBinary, contextLength }, u"ctx"_s, true);
    for (qsizetype i = 0; i < part.table->key.size(); ++i) {
        const ColumnView &key = part.table->columns[std::size_t(part.table->key[i])];
        addColumn(key.name, key.type, u'k' + QString::number(i + 1), false);
        result.columns.back().collation = key.collation;
        result.columns.back().collationRank = isText(key.type.id) ? 1 : 0;
        result.readColumns.back() = part.table->key[i];
    }
    if (!source.columnAliases.isEmpty()) // without a list, a key column may well be called SYS_CHANGE_VERSION
        nameColumns(result, source.columnAliases, source.at);
    result.read = m_translation.addRead(part.table, true, asked.table.at);
    for (const int key : part.table->key) // the key columns are read in any case
        m_translation.noteColumn(result.read, key);
    result.rowidStorage = m_translation.addChange(std::move(part));
    const QString text = result.rowidStorage + u" AS "_s + result.sqlAlias;
    add(std::move(result), source.at);
    return text;
}

QString SourceTranslator::changesSince(const ast::ChangeTable &changes)
{
    const QueryScope nothing(nullptr);
    const TypedExpression since = ExpressionTranslator(m_translation, nothing).value(*changes.since);
    return converted(m_translation, since, { TypeId::BigInt }, changes.since->at).sql;
}

void SourceTranslator::changeKeys(const ast::ChangeTable &changes, ChangePart &part)
{
    const TableView &table = *part.table;
    const QueryScope nothing(nullptr);
    if (changes.keys.size() != table.key.size() || changes.values.size() != std::size_t(table.key.size()))
        m_translation.fail(22110,
            u"The number of columns specified in the CHANGETABLE(VERSION ...) function does not match the "
            u"number of "
            "primary key columns for table '%1'."_s.arg(changes.table.written()),
            changes.at);
    std::vector<QString> values(std::size_t(table.key.size()));
    for (qsizetype i = 0; i < changes.keys.size() && !m_translation.failed(); ++i) {
        const auto key = std::find_if(table.key.begin(), table.key.end(), [&](int column) {
            return m_translation.sameName(table.columns[std::size_t(column)].name, changes.keys[i]);
        });
        if (key == table.key.end()) {
            m_translation.fail(22111,
                u"The column '%1' specified in the CHANGETABLE(VERSION ...) function is not part of the "
                u"primary key for "
                "table '%2'."_s.arg(changes.keys[i], changes.table.written()),
                changes.at);
            break;
        }
        QString &value = values[std::size_t(key - table.key.begin())];
        if (!value.isEmpty())
            m_translation.fail(22112,
                u"Each primary key column must be specified once in the CHANGETABLE(VERSION ...) function. "
                u"The column "
                "'%1' is specified more than once."_s.arg(changes.keys[i]),
                changes.at);
        const TypedExpression given =
            ExpressionTranslator(m_translation, nothing).value(*changes.values[std::size_t(i)]);
        value = converted(m_translation, given, table.columns[std::size_t(*key)].type, changes.at).sql;
    }
    part.keySql = QStringList(values.begin(), values.end());
}

} // namespace tidemark::practice
