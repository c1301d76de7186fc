#include "catalog.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QList<CatalogDatabase> decodeDatabaseList(const ResultRows &rows)
{
    QList<CatalogDatabase> databases;
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        const RowReader row(rows, i);
        databases += CatalogDatabase{ row.textOr(u"database_name"_s, {}), row.flag(u"accessible"_s, false),
            row.flag(u"tracked"_s, false) };
    }
    return databases;
}

QList<CatalogTable> decodeTableList(const ResultRows &rows, const QString &database)
{
    constexpr qint64 pageBytes = 8192;
    QList<CatalogTable> tables;
    tables.reserve(rows.rows.size());
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        const RowReader row(rows, i);
        const std::optional<qint64> pages = row.number(u"used_pages"_s);
        tables +=
            CatalogTable{ { database, row.textOr(u"schema_name"_s, {}), row.textOr(u"table_name"_s, {}) },
                row.flag(u"tracked"_s, false), row.flag(u"has_key"_s, false), row.number(u"row_estimate"_s),
                pages ? std::optional(*pages * pageBytes) : std::nullopt, row.flag(u"can_select"_s, true),
                row.flag(u"can_view_changes"_s, true) };
    }
    return tables;
}

} // namespace tidemark
