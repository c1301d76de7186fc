#include "sqlbench.h"

#include "conversion.h"
#include "sqlmoments.h"
#include "sqlparser.h"
#include "sqltypetext.h"
#include "storedvalue.h"
#include "translator.h"

#include <sqlite3.h>

#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

int losslessStyle(const SqlType &type)
{
    if (isBinary(type.id) || isClr(type.id))
        return 1;
    if (isFloat(type.id))
        return 3;
    return isMoney(type.id) ? 2 : 121;
}

QString shown(const SqlValue &value, const SqlType &type)
{
    if (isNull(value))
        return u"NULL"_s;
    if (const auto *variant = std::get_if<std::shared_ptr<const VariantValue>>(&value))
        return shown((*variant)->value, (*variant)->type) + u" of "_s + typeText((*variant)->type);
    if (isFloat(type.id))
        return QString::number(std::get<double>(value), 'g', 17);
    if (isClr(type.id))
        return u"0x"_s + QString::fromLatin1(std::get<QByteArray>(value).toHex().toUpper());
    const SqlResult<SqlValue> text = convertValue(value, type, { TypeId::NVarChar, -1 }, losslessStyle(type));
    return text ? std::get<QString>(*text) : text.error().text;
}

} // namespace

SqlBench::SqlBench()
{
    m_context.session = this;
    open();
}

void SqlBench::open()
{
    if (sqlite3_open(":memory:", &m_connection) != SQLITE_OK || !registerFunctions(m_connection, m_context))
        qFatal("The database in memory cannot be opened.");
}

QStringList SqlBench::reset(const QString &batch)
{
    sqlite3_close(m_connection);
    m_tables.clear();
    open();
    return run(batch);
}

SqlBench::~SqlBench()
{
    sqlite3_close(m_connection);
}

QStringList SqlBench::run(const QString &batch)
{
    const SqlResult<ast::Batch> parsed = parseBatch(batch);
    const auto errorText = [](const ServerMessage &message) {
        return u"error %1 line %2: %3"_s.arg(
            QString::number(message.number), QString::number(message.line), message.text);
    };
    if (!parsed)
        return { errorText(parsed.error()) };
    QStringList result;
    m_variables.clear();
    for (const ast::Statement &statement : parsed->statements) {
        const SqlResult<QStringList> rows = runStatement(statement);
        if (!rows)
            return result << errorText(rows.error());
        result += *rows;
    }
    return result;
}

SqlResult<QStringList> SqlBench::runStatement(const ast::Statement &statement)
{
    const Translator translator(*this, variableTypes());
    SqlStatus status;
    if (const auto *select = std::get_if<ast::SelectStatement>(&statement.body))
        return this->select(*select);
    if (const auto *create = std::get_if<ast::CreateTable>(&statement.body))
        status = createTable(*create);
    else if (const auto *declared = std::get_if<ast::Declare>(&statement.body))
        status = declare(*declared);
    else if (const auto *set = std::get_if<ast::SetVariable>(&statement.body))
        status = setVariable(set->name, *set->value);
    else if (const auto *insert = std::get_if<ast::Insert>(&statement.body))
        status = apply(translator.insert(*insert, false));
    else if (const auto *update = std::get_if<ast::Update>(&statement.body))
        status = apply(translator.update(*update));
    else if (const auto *remove = std::get_if<ast::Delete>(&statement.body))
        status = apply(translator.remove(*remove));
    else
        return sqlError(0, u"The bench does not run this statement."_s);
    if (!status)
        return sqlError(status.error());
    return QStringList();
}

SqlStatus SqlBench::createTable(const ast::CreateTable &statement)
{
    auto view = std::make_shared<TableView>();
    view->database = u"bench"_s;
    view->schema = statement.table.schema.isEmpty() ? u"dbo"_s : statement.table.schema;
    view->name = statement.table.name;
    view->storage = u't' + QString::number(m_tables.size() + 1);
    QStringList columns;
    for (const ast::ColumnDefinition &definition : statement.columns) {
        ColumnView column;
        column.name = definition.name;
        column.type = definition.type;
        if (isText(column.type.id) && !isUnicode(column.type.id))
            column.type.utf8 = m_collation.utf8;
        column.collation =
            definition.collation ? collationByName(*definition.collation).value_or(m_collation) : m_collation;
        column.nullable = definition.nullable.value_or(true);
        column.identity = definition.identity.has_value();
        column.storage = u'c' + QString::number(view->columns.size() + 1);
        columns += column.storage
            + (isText(column.type.id) ? u" COLLATE "_s + sqliteCollation(column.collation) : QString());
        view->columns.push_back(std::move(column));
    }
    for (const ast::TableConstraint &constraint : statement.constraints) {
        for (const QString &name : constraint.columns) {
            for (int i = 0; i < int(view->columns.size()); ++i) {
                if (view->columns[std::size_t(i)].name == name)
                    view->key += i;
            }
        }
    }
    m_tables.push_back(view);
    return execute(u"CREATE TABLE "_s + view->storage + u" ("_s + columns.join(u", "_s) + u')');
}

SqlStatus SqlBench::declare(const ast::Declare &statement)
{
    for (const ast::Declaration &variable : statement.variables) {
        m_variables.insert(variable.name.toLower(), { variable.type, {} });
        if (variable.value) {
            if (SqlStatus status = setVariable(variable.name, *variable.value); !status)
                return status;
        }
    }
    return {};
}

SqlStatus SqlBench::setVariable(const QString &name, const ast::Expression &expression)
{
    Variable &variable = m_variables[name.toLower()];
    const SqlResult<TranslatedSelect> select =
        Translator(*this, variableTypes()).value(expression, variable.type);
    if (!select)
        return sqlError(select.error());
    const SqlResult<std::vector<SqlRow>> result = rows(*select);
    if (!result)
        return sqlError(result.error());
    variable.value = result->front().front();
    return {};
}

SqlResult<QStringList> SqlBench::select(const ast::SelectStatement &statement)
{
    SqlResult<TranslatedSelect> select = Translator(*this, variableTypes()).select(statement);
    if (!select)
        return sqlError(select.error());
    const SqlResult<std::vector<SqlRow>> result = rows(*select);
    if (!result)
        return sqlError(result.error());
    QStringList types;
    for (const ResultColumn &column : select->columns)
        types += (column.name + u' ' + typeText(column.type)).trimmed()
            + (column.nullable ? QString() : u" not null"_s);
    m_columnTypes = types.join(u", "_s);
    QStringList texts;
    for (const SqlRow &row : *result) {
        QStringList cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!select->assigns.isEmpty())
                m_variables[select->assigns[qsizetype(i)]].value = row[i];
            const ResultColumn &column = select->columns[qsizetype(i)];
            if (isNull(row[i]) && !column.nullable)
                return sqlError(0, u"NULL in the NOT NULL column '%1'"_s.arg(column.name));
            cells += shown(row[i], column.type);
        }
        if (select->assigns.isEmpty())
            texts += cells.join(u'|');
    }
    m_lastSelect = std::move(*select);
    return texts;
}

SqlResult<std::vector<SqlRow>> SqlBench::rows(const TranslatedSelect &select)
{
    m_translated = select.sql;
    for (const ChangePart &part : select.changes) {
        if (SqlStatus status = makeChanges(part); !status)
            return sqlError(status.error());
    }
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_connection, select.sql.toUtf8().constData(), -1, &statement, nullptr)
        != SQLITE_OK)
        return sqlError(failure());
    for (qsizetype i = 0; i < select.variables.size(); ++i) {
        const Variable &variable = m_variables[select.variables[i]];
        const QByteArray name = ":v" + QByteArray::number(i + 1);
        bindStored(statement, sqlite3_bind_parameter_index(statement, name.constData()), variable.value,
            variable.type);
    }
    sqlite3_bind_int64(
        statement, sqlite3_bind_parameter_index(statement, ":from_row"), std::numeric_limits<qint64>::min());
    sqlite3_bind_int64(
        statement, sqlite3_bind_parameter_index(statement, ":to_row"), std::numeric_limits<qint64>::max());
    std::vector<SqlRow> result;
    int state = sqlite3_step(statement);
    for (; state == SQLITE_ROW; state = sqlite3_step(statement)) {
        result.emplace_back();
        for (int i = 0; i < select.columns.size(); ++i)
            result.back().push_back(storedColumn(statement, i, select.columns[i].type));
    }
    const bool good = state == SQLITE_DONE;
    const ServerMessage message = good ? ServerMessage() : failure();
    sqlite3_finalize(statement);
    return good ? SqlResult<std::vector<SqlRow>>(std::move(result)) : sqlError(message);
}

SqlStatus SqlBench::apply(const SqlResult<TranslatedChange> &change)
{
    if (!change)
        return sqlError(change.error());
    m_translated = change->rows.sql;
    QStringList columns;
    QStringList sets;
    for (const int column : change->columns) {
        columns += change->table->columns[std::size_t(column)].storage;
        sets += columns.back() + u" = x.n"_s + QString::number(columns.size());
    }
    const QString table = change->table->storage;
    QString rows = change->rows.sql;
    for (qsizetype i = 0; i < change->rows.variables.size(); ++i) {
        const Variable &variable = m_variables[change->rows.variables[i]];
        rows.replace(u":v"_s + QString::number(i + 1), storedLiteral(variable.value, variable.type));
    }
    if (change->kind == TranslatedChange::Kind::Insert)
        return execute(u"INSERT INTO "_s + table + u" ("_s + columns.join(u", "_s) + u") "_s + rows);
    if (change->kind == TranslatedChange::Kind::Delete)
        return execute(u"DELETE FROM "_s + table + u" WHERE rowid IN ("_s + rows + u')');
    QStringList names{ u"r"_s };
    for (qsizetype i = 1; i <= columns.size(); ++i)
        names += u'n' + QString::number(i);
    return execute(u"WITH x ("_s + names.join(u", "_s) + u") AS ("_s + rows + u") UPDATE "_s + table
        + u" SET "_s + sets.join(u", "_s) + u" FROM x WHERE "_s + table + u".rowid = x.r"_s);
}

SqlStatus SqlBench::makeChanges(const ChangePart &part)
{
    QStringList columns = part.isVersion ? QStringList{ u"v"_s, u"ctx"_s }
                                         : QStringList{ u"v"_s, u"cv"_s, u"op"_s, u"cols"_s, u"ctx"_s };
    for (qsizetype i = 1; i <= part.table->key.size(); ++i)
        columns += u'k' + QString::number(i);
    SqlStatus status = execute(u"DROP TABLE IF EXISTS "_s + part.storage);
    if (status)
        status = execute(u"CREATE TABLE "_s + part.storage + u" ("_s + columns.join(u", "_s) + u')');
    const QStringList rows = m_changes.value(part.table->name);
    for (const QString &row : rows) {
        if (status)
            status = execute(u"INSERT INTO "_s + part.storage + u" VALUES ("_s + row + u')');
    }
    return status;
}

SqlStatus SqlBench::execute(const QString &sql)
{
    if (sqlite3_exec(m_connection, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return {};
    return sqlError(failure());
}

ServerMessage SqlBench::failure()
{
    ServerMessage message = m_context.error.value_or(ServerMessage{
        -1, 16, 1, QString::fromUtf8(sqlite3_errmsg(m_connection)) + u": "_s + m_translated, 1, {} });
    m_context.error.reset();
    return message;
}

VariableTypes SqlBench::variableTypes() const
{
    VariableTypes types;
    for (auto it = m_variables.cbegin(); it != m_variables.cend(); ++it)
        types.insert(it.key(), it->type);
    return types;
}

std::shared_ptr<TableView> SqlBench::tableByName(const QString &name) const
{
    for (const std::shared_ptr<TableView> &table : m_tables) {
        if (table->name.compare(name, Qt::CaseInsensitive) == 0)
            return table;
    }
    return nullptr;
}

SqlResult<TableViewPtr> SqlBench::table(const ast::ObjectName &name) const
{
    if (const std::shared_ptr<TableView> table = tableByName(name.name))
        return table;
    return sqlError(208, u"Invalid object name '%1'."_s.arg(name.written()));
}

void SqlBench::setDefault(const QString &table, const QString &column, const QString &expression)
{
    for (ColumnView &view : tableByName(table)->columns) {
        if (view.name == column)
            view.defaultValue = std::move(*parseExpression(expression));
    }
}

void SqlBench::setComputed(const QString &table, const QString &column, const QString &expression)
{
    for (ColumnView &view : tableByName(table)->columns) {
        if (view.name == column)
            view.computed = std::move(*parseExpression(expression));
    }
}

void SqlBench::setIdentity(const QString &table, const QString &column)
{
    for (ColumnView &view : tableByName(table)->columns) {
        if (view.name == column)
            view.identity = true;
    }
}

SqlResult<SqlValue> SqlBench::call(SessionFunction function, const SqlRow &arguments)
{
    switch (function) {
    case SessionFunction::Spid:
        return qint64(51);
    case SessionFunction::DbName:
        return u"bench"_s;
    case SessionFunction::ObjectId: {
        const std::optional<ast::ObjectName> name = parseObjectName(std::get<QString>(arguments[0]));
        return name && tableByName(name->name) ? SqlValue(qint64(1000 + name->name.size())) : SqlValue();
    }
    case SessionFunction::MinValidVersion:
        return isNull(arguments[0]) ? SqlValue() : SqlValue(qint64(3));
    case SessionFunction::ServerProperty:
        return std::make_shared<const VariantValue>(VariantValue{ { TypeId::NVarChar, 128 }, u"BENCH"_s });
    default:
        return sqlError(50000, u"The bench has no answer."_s);
    }
}

MomentValue SqlBench::now() const
{
    constexpr std::int32_t day = 739617; // 2026-01-02
    return { day, 3 * 60 * ticksPerMinute, 0 };
}

} // namespace tidemark::practice
