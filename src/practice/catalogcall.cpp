#include "catalogcall.h"

#include "likepattern.h"
#include "systemviews.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

CatalogObject objectOf(const TableView &view)
{
    auto table = std::make_shared<CatalogTable>();
    table->name = view.name;
    for (const ColumnView &column : view.columns) {
        CatalogColumn entry;
        entry.id = int(table->columns.size()) + 1;
        entry.name = column.name;
        entry.type = column.type;
        table->columns.append(entry);
    }
    return { view.schema, true, table };
}

} // namespace

bool CatalogCall::fits(const QString &name, const QString &argument) const
{
    const std::optional<QString> pattern = arguments.text(argument);
    if (!pattern)
        return true;
    const Collation collation = context.catalog->collation();
    if (arguments.number(u"fusepattern"_s) == 0)
        return compareText(name, *pattern, collation) == 0;
    return matchesLike(name, *pattern, {}, collation);
}

std::vector<CatalogObject> CatalogCall::objects() const
{
    std::vector<CatalogObject> found;
    const auto add = [&](CatalogObject object) {
        if (fits(object.schema, u"table_owner"_s) && fits(object.table->name, u"table_name"_s))
            found.push_back(std::move(object));
    };
    for (const CatalogTablePtr &table : context.visibleTables())
        add({ context.catalog->schemas().value(table->schemaId).name, false, table });
    for (const TableViewPtr &view : SystemViews::all())
        add(objectOf(*view));
    const Collation collation = context.catalog->collation();
    std::sort(found.begin(), found.end(), [&](const CatalogObject &left, const CatalogObject &right) {
        const int schemas = compareText(left.schema, right.schema, collation);
        return schemas != 0 ? schemas < 0 : compareText(left.table->name, right.table->name, collation) < 0;
    });
    return found;
}

std::optional<CatalogObject> CatalogCall::table(const QString &which) const
{
    const QString owner = arguments.text(which + u"_owner"_s).value_or(u"dbo"_s);
    const QString name = arguments.text(which + u"_name"_s).value_or(QString());
    const CatalogTablePtr table = context.catalog->table(owner, name);
    if (!table || !context.rights.sees(*table))
        return std::nullopt;
    return CatalogObject{ context.catalog->schemas().value(table->schemaId).name, false, table };
}

} // namespace tidemark::practice
