#include "systemviews.h"

#include "sessioncore.h"
#include "sqlmoments.h"
#include "sqlparser.h"
#include "sqltypetext.h"
#include "storedvalue.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<SystemViewDefinition> &definitions()
{
    static const std::vector<SystemViewDefinition> all = [] {
        std::vector<SystemViewDefinition> list;
        for (const auto part : { objectViews(), storageViews(), serverViews(), informationViews() })
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

TableViewPtr makeView(const SystemViewDefinition &definition, int number)
{
    auto view = std::make_shared<TableView>();
    view->objectId = -number;
    view->schema = QString::fromUtf16(definition.schema);
    view->name = QString::fromUtf16(definition.name);
    view->storage = u"temp.system_view_"_s + QString::number(number);
    view->userTable = false;
    const auto columns = parseParameters(QString::fromUtf16(definition.columns));
    if (!columns)
        qFatal("The columns of a system view do not parse.");
    for (const ParameterDeclaration &declared : *columns) {
        ColumnView column;
        column.name = declared.name.mid(1);
        column.type = declared.type;
        column.storage = u'c' + QString::number(view->columns.size() + 1);
        view->columns.push_back(std::move(column));
    }
    return view;
}

/// The view of another database has a table of its own.
TableViewPtr ofDatabase(const TableView &view, const QString &database)
{
    auto copy = std::make_shared<TableView>(view);
    copy->database = database;
    copy->storage += u'_' + QString::fromLatin1(database.toLower().toUtf8().toHex());
    return copy;
}

} // namespace

std::vector<CatalogTablePtr> SystemViewContext::visibleTables() const
{
    std::vector<CatalogTablePtr> tables;
    for (const CatalogTablePtr &table : catalog->tables()) {
        if (rights.sees(*table))
            tables.push_back(table);
    }
    return tables;
}

QHash<int, qint64> SystemViewContext::rowCounts() const
{
    QHash<int, qint64> counts;
    SqlResult<SqliteStatement> statement =
        core.connection().prepare(u"SELECT object_id, rows FROM %1.sys_rowcounts"_s.arg(database->prefix()));
    while (statement && statement->step() == SqliteStatement::Step::Row)
        counts.insert(int(statement->integer(0)), statement->integer(1));
    return counts;
}

SqlValue catalogText(const QString &text)
{
    return text.isNull() ? SqlValue() : SqlValue(text);
}

SqlValue catalogDefault(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString inner = text.trimmed();
    while (inner.startsWith(u'(') && inner.indexOf(u')') == inner.size() - 1)
        inner = inner.sliced(1).chopped(1).trimmed();
    bool isNumber = false;
    (void)inner.toDouble(&isNumber);
    return SqlValue((isNumber ? u"((%1))"_s : u"(%1)"_s).arg(inner));
}

SqlValue catalogDateTime(const MomentValue &moment)
{
    MomentValue rounded = moment;
    rounded.ticks = std::min(ticksOfThreeHundredths(threeHundredths(moment.ticks)), ticksPerDay - 1);
    return rounded;
}

SystemViews::SystemViews(SessionCore &core) : m_core(core) { }

const std::vector<TableViewPtr> &SystemViews::all()
{
    static const std::vector<TableViewPtr> views = [] {
        std::vector<TableViewPtr> list;
        for (const SystemViewDefinition &definition : definitions())
            list.push_back(makeView(definition, int(list.size()) + 1));
        return list;
    }();
    return views;
}

TableViewPtr SystemViews::view(const ast::ObjectName &name)
{
    for (const TableViewPtr &view : all()) {
        if (view->name.compare(name.name, Qt::CaseInsensitive) != 0
            || view->schema.compare(name.schema, Qt::CaseInsensitive) != 0)
            continue;
        return name.database.isEmpty() ? view : ofDatabase(*view, name.database);
    }
    return nullptr;
}

SqlStatus SystemViews::fill(const std::vector<TableRead> &reads)
{
    QSet<QString> filled;
    for (const TableRead &read : reads) {
        if (read.table->userTable || filled.contains(read.table->storage))
            continue;
        filled.insert(read.table->storage);
        if (SqlStatus ok = fill(*read.table); !ok)
            return ok;
    }
    return {};
}

SqlStatus SystemViews::checkRight(
    const SystemViewDefinition &definition, const SystemViewContext &context) const
{
    switch (definition.right) {
    case SystemViewDefinition::Right::None:
        return {};
    case SystemViewDefinition::Right::DatabaseState:
        if (context.rights.onDatabase(u"VIEW DATABASE STATE"_s))
            return {};
        return sqlError(262,
            u"VIEW DATABASE STATE permission denied in database '%1'."_s.arg(context.database->name()), 1,
            14);
    case SystemViewDefinition::Right::ServerState:
        break;
    }
    if (m_core.login().owner)
        return {};
    return sqlError(
        300, u"VIEW SERVER STATE permission was denied on object 'server', database 'master'."_s, 1, 14);
}

SqlStatus SystemViews::fill(const TableView &view)
{
    const SystemViewDefinition &definition = definitions()[std::size_t(-view.objectId - 1)];
    const DatabasePtr database =
        view.database.isEmpty() ? m_core.database() : m_core.server().database(view.database);
    if (!database)
        return sqlError(911, u"Database '%1' does not exist."_s.arg(view.database));
    const SqlResult<Rights> rights = m_core.rights(database);
    const SqlResult<CatalogPtr> catalog = m_core.catalog(database);
    if (!rights || !catalog)
        return sqlError(rights ? catalog.error() : rights.error());
    const SystemViewContext context{ m_core, database, *catalog, *rights };
    if (SqlStatus ok = checkRight(definition, context); !ok)
        return ok;

    QStringList columns;
    QStringList places;
    for (const ColumnView &column : view.columns) {
        columns += column.storage
            + (isText(column.type.id) ? u" COLLATE "_s + sqliteCollation((*catalog)->collation())
                                      : QString());
        places += u"?"_s;
    }
    if (SqlStatus ok = m_core.connection().run(
            u"CREATE TABLE IF NOT EXISTS %1 (%2); DELETE FROM %1"_s.arg(view.storage, columns.join(u", "_s)));
        !ok)
        return ok;
    const std::vector<SqlRow> rows = definition.rows(context);
    SqlResult<SqliteStatement> insert =
        m_core.connection().prepare(u"INSERT INTO %1 VALUES (%2)"_s.arg(view.storage, places.join(u", "_s)));
    if (!insert)
        return sqlError(insert.error());
    for (const SqlRow &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            bindStored(insert->raw(), int(i) + 1, row[i], view.columns[i].type);
        if (!insert->run())
            return sqlError(m_core.connection().failure());
    }
    return {};
}

} // namespace tidemark::practice
