#include "answervalues.h"
#include "catalogcall.h"
#include "odbctypes.h"
#include "sessioncore.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<SqlRow>;

SqlValue numberOrNull(const std::optional<int> &number)
{
    return number ? SqlValue(qint64(*number)) : SqlValue();
}

/// SQLTables asks for all names of one kind with % for it and empty texts for the others.
std::optional<Rows> enumerated(const CatalogCall &call)
{
    const auto asks = [&](const QString &argument, const QString &text) {
        return call.arguments.text(argument) == text;
    };
    const bool noName = asks(u"table_name"_s, u""_s);
    const bool noOwner = asks(u"table_owner"_s, u""_s);
    const bool noQualifier = asks(u"table_qualifier"_s, u""_s);
    Rows rows;
    if (noName && noOwner && asks(u"table_qualifier"_s, u"%"_s)) {
        const QList<DatabasePtr> databases = call.context.core.server().allDatabases();
        for (const DatabasePtr &database : databases)
            rows.push_back({ SqlValue(database->name()), {}, {}, {}, {} });
        return rows;
    }
    if (noName && noQualifier && asks(u"table_owner"_s, u"%"_s)) {
        CatalogCall everything = call;
        everything.arguments = {};
        for (const CatalogObject &object : everything.objects()) {
            if (rows.empty() || rows.back()[1] != SqlValue(object.schema))
                rows.push_back({ {}, SqlValue(object.schema), {}, {}, {} });
        }
        return rows;
    }
    if (noName && noQualifier && noOwner && asks(u"table_type"_s, u"%"_s)) {
        for (const QString &type : { u"SYSTEM TABLE"_s, u"TABLE"_s, u"VIEW"_s })
            rows.push_back({ {}, {}, {}, SqlValue(type), {} });
        return rows;
    }
    return std::nullopt;
}

SqlResult<Rows> tableRows(const CatalogCall &call)
{
    if (std::optional<Rows> names = enumerated(call))
        return *names;
    if (call.arguments.text(u"table_qualifier"_s) == u""_s)
        return Rows();
    const std::optional<QString> types = call.arguments.text(u"table_type"_s);
    Rows rows;
    for (const bool views : { false, true }) {
        const QString type = views ? u"VIEW"_s : u"TABLE"_s;
        if (types && !types->contains(u'\'' + type + u'\'', Qt::CaseInsensitive))
            continue;
        for (const CatalogObject &object : call.objects()) {
            if (object.isView == views)
                rows.push_back({ call.databaseName(), SqlValue(object.schema), SqlValue(object.table->name),
                    SqlValue(type), {} });
        }
    }
    return rows;
}

SqlRow columnRow(const CatalogCall &call, const CatalogObject &object, const CatalogColumn &column,
    int ordinal, ClientAge age)
{
    const OdbcType type =
        odbcType(column.type, column.nullable, column.identity.has_value(), age, call.odbcVersion());
    SqlRow row{ call.databaseName(), SqlValue(object.schema), SqlValue(object.table->name),
        SqlValue(column.name), qint64(type.codes.code), SqlValue(type.name), qint64(type.precision),
        qint64(type.length), numberOrNull(type.scale), numberOrNull(type.codes.radix),
        flagValue(column.nullable), SqlValue(), catalogDefault(column.defaultText),
        qint64(type.codes.sqlType), numberOrNull(type.codes.sub), numberOrNull(type.octets), qint64(ordinal),
        SqlValue(column.nullable ? u"YES"_s : u"NO"_s) };
    if (age == ClientAge::V100) {
        const SqlRow flags{ flagValue(false), flagValue(false), flagValue(!column.computedText.isEmpty()),
            flagValue(column.identity.has_value()) };
        row.insert(row.end(), flags.begin(), flags.end());
    }
    if (age > ClientAge::V80)
        row.resize(row.size() + 6); // names of CLR types and schema collections of XML
    row.emplace_back(qint64(type.wireType));
    return row;
}

template <ClientAge Age>
SqlResult<Rows> columnRows(const CatalogCall &call)
{
    Rows rows;
    for (const CatalogObject &object : call.objects()) {
        int ordinal = 0;
        for (const CatalogColumn &column : object.table->columns) {
            ++ordinal;
            if (call.fits(column.name, u"column_name"_s))
                rows.push_back(columnRow(call, object, column, ordinal, Age));
        }
    }
    return rows;
}

SqlResult<Rows> databaseRows(const CatalogCall &call)
{
    Rows rows;
    const QList<DatabasePtr> databases = call.context.core.server().allDatabases();
    for (const DatabasePtr &database : databases)
        rows.push_back({ SqlValue(database->name()), QFileInfo(database->file()).size() / 1024, {} });
    return rows;
}

constexpr const char16_t *columns80 =
    u"@TABLE_QUALIFIER sysname, @TABLE_OWNER sysname, @TABLE_NAME sysname, @COLUMN_NAME sysname, "
    u"@DATA_TYPE smallint, @TYPE_NAME sysname, @PRECISION int, @LENGTH int, @SCALE smallint, "
    u"@RADIX smallint, @NULLABLE smallint, @REMARKS varchar(254), @COLUMN_DEF nvarchar(4000), "
    u"@SQL_DATA_TYPE smallint, @SQL_DATETIME_SUB smallint, @CHAR_OCTET_LENGTH int, "
    u"@ORDINAL_POSITION int, @IS_NULLABLE varchar(254), ";
constexpr const char16_t *columns100 =
    u"@SS_IS_SPARSE smallint, @SS_IS_COLUMN_SET smallint, @SS_IS_COMPUTED smallint, @SS_IS_IDENTITY "
    u"smallint, ";
constexpr const char16_t *columns90 =
    u"@SS_UDT_CATALOG_NAME sysname, @SS_UDT_SCHEMA_NAME sysname, @SS_UDT_ASSEMBLY_TYPE_NAME "
    u"nvarchar(4000), @SS_XML_SCHEMACOLLECTION_CATALOG_NAME sysname, "
    u"@SS_XML_SCHEMACOLLECTION_SCHEMA_NAME sysname, @SS_XML_SCHEMACOLLECTION_NAME sysname, ";
constexpr const char16_t *lastColumn = u"@SS_DATA_TYPE tinyint";

constexpr const char16_t *columnParameters =
    u"table_name! table_owner table_qualifier column_name odbcver fusepattern";
constexpr const char16_t *newColumnParameters =
    u"table_name! table_owner table_qualifier column_name namescope odbcver fusepattern";

constexpr std::array procedures = {
    CatalogProcedure{ u"sp_tables", u"table_name table_owner table_qualifier table_type fusepattern",
        { u"@TABLE_QUALIFIER sysname, @TABLE_OWNER sysname, @TABLE_NAME sysname, @TABLE_TYPE varchar(32), "
          u"@REMARKS varchar(254)" },
        tableRows },
    CatalogProcedure{
        u"sp_columns", columnParameters, { columns80, lastColumn }, columnRows<ClientAge::V80> },
    CatalogProcedure{ u"sp_columns_90", columnParameters, { columns80, columns90, lastColumn },
        columnRows<ClientAge::V90> },
    CatalogProcedure{ u"sp_columns_100", newColumnParameters,
        { columns80, columns100, columns90, lastColumn }, columnRows<ClientAge::V100> },
    CatalogProcedure{ u"sp_databases", u"",
        { u"@DATABASE_NAME sysname, @DATABASE_SIZE int, @REMARKS varchar(254)" }, databaseRows },
};

} // namespace

std::span<const CatalogProcedure> tableProcedures()
{
    return procedures;
}

} // namespace tidemark::practice
