#include "answervalues.h"
#include "batchdescription.h"
#include "catalogcall.h"
#include "sqltypetext.h"
#include "systemtypes.h"
#include "tdstypes.h"

#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<SqlRow>;

constexpr qint64 wireCollation = 13632521; // SQL_Latin1_General_CP1_CI_AS
constexpr qint64 wireSortId = 52;

SqlResult<BatchDescription> describe(const CatalogCall &call)
{
    return describeBatch(call.context.core, call.arguments.text(u"tsql"_s).value_or(QString()),
        call.arguments.text(u"params"_s).value_or(QString()));
}

/// system_type_id, its name, max_length, precision and scale.
SqlRow shapeCells(const SqlType &type)
{
    return { qint64(systemType(type.id).systemTypeId), isClr(type.id) ? SqlValue() : SqlValue(typeText(type)),
        qint64(maxLength(type)), qint64(totalDigits(type)), qint64(fractionDigits(type)) };
}

/// user_type_id, database, schema, name and assembly of a CLR type.
SqlRow userTypeCells(const CatalogCall &call, const SqlType &type)
{
    if (!isClr(type.id))
        return SqlRow(5);
    return { qint64(systemType(type.id).userTypeId), call.databaseName(), SqlValue(u"sys"_s),
        SqlValue(typeName(type.id)), SqlValue() };
}

/// The type byte of the protocol and the length behind it.
SqlRow wireCells(const SqlType &type, bool nullable)
{
    constexpr qint64 longest = 2147483647;
    constexpr qint64 chunked = 0xFFFF;
    TdsWriter out;
    writeTypeInfo(out, type, TypePlace::Column, nullable);
    const bool isLong = type.id == TypeId::Text || type.id == TypeId::NText || type.id == TypeId::Image;
    const int bytes = maxLength(type);
    SqlRow cells(2);
    cells[0] = qint64(static_cast<quint8>(out.data().at(0)));
    cells[1] = isLong ? longest : bytes < 0 ? chunked : qint64(bytes);
    return cells;
}

void append(SqlRow &row, const SqlRow &cells)
{
    row.insert(row.end(), cells.begin(), cells.end());
}

/// xml_collection_id and names, is_xml_document, is_case_sensitive, is_fixed_length_clr_type.
SqlRow xmlCells(const CatalogCall &call, const SqlType &type)
{
    SqlRow cells(4);
    append(cells,
        { flagValue(false), flagValue(isText(type.id) && call.context.catalog->collation().caseSensitive),
            flagValue(false) });
    return cells;
}

SqlResult<Rows> resultRows(const CatalogCall &call)
{
    const SqlResult<BatchDescription> description = describe(call);
    if (!description)
        return sqlError(description.error());
    Rows rows;
    for (const ResultColumn &column : description->columns) {
        const bool text = isText(column.type.id);
        SqlRow row{ flagValue(false), qint64(rows.size() + 1),
            column.name.isEmpty() ? SqlValue() : SqlValue(column.name), flagValue(column.nullable) };
        append(row, shapeCells(column.type));
        append(row, { text ? SqlValue(call.context.catalog->collationName()) : SqlValue() });
        append(row, userTypeCells(call, column.type));
        append(row, xmlCells(call, column.type));
        append(row, SqlRow(5)); // of browse information
        append(row, { flagValue(column.identity), {}, {}, {}, flagValue(false), {}, {}, {} });
        append(row, wireCells(column.type, column.nullable));
        append(
            row, { text ? SqlValue(wireCollation) : SqlValue(), text ? SqlValue(wireSortId) : SqlValue() });
        rows.push_back(std::move(row));
    }
    return rows;
}

SqlResult<Rows> parameterRows(const CatalogCall &call)
{
    const SqlResult<BatchDescription> description = describe(call);
    if (!description)
        return sqlError(description.error());
    Rows rows;
    for (const UndeclaredVariable &variable : description->undeclared) {
        SqlRow row{ qint64(rows.size() + 1), SqlValue(variable.name) };
        append(row, shapeCells(*variable.type));
        append(row, userTypeCells(call, *variable.type));
        append(row, xmlCells(call, *variable.type));
        append(row, { flagValue(true), flagValue(false), {} }); // input, output, formal name
        append(row, wireCells(*variable.type, true));
        rows.push_back(std::move(row));
    }
    return rows;
}

constexpr std::array procedures = {
    CatalogProcedure{ u"sp_describe_first_result_set", u"tsql! params browse_information_mode",
        { u"@is_hidden bit, @column_ordinal int, @name sysname, @is_nullable bit, @system_type_id int, "
          u"@system_type_name nvarchar(256), @max_length smallint, @precision tinyint, @scale tinyint, ",
            u"@collation_name sysname, @user_type_id int, @user_type_database sysname, @user_type_schema "
            u"sysname, @user_type_name sysname, @assembly_qualified_type_name nvarchar(4000), ",
            u"@xml_collection_id int, @xml_collection_database sysname, @xml_collection_schema sysname, "
            u"@xml_collection_name sysname, @is_xml_document bit, @is_case_sensitive bit, "
            u"@is_fixed_length_clr_type bit, ",
            u"@source_server sysname, @source_database sysname, @source_schema sysname, @source_table "
            u"sysname, @source_column sysname, @is_identity_column bit, @is_part_of_unique_key bit, "
            u"@is_updateable bit, @is_computed_column bit, @is_sparse_column_set bit, ",
            u"@ordinal_in_order_by_list smallint, @order_by_list_length smallint, @order_by_is_descending "
            u"smallint, @tds_type_id int, @tds_length int, @tds_collation_id int, @tds_collation_sort_id "
            u"tinyint" },
        resultRows },
    CatalogProcedure{ u"sp_describe_undeclared_parameters", u"tsql! params",
        { u"@parameter_ordinal int, @name sysname, @suggested_system_type_id int, "
          u"@suggested_system_type_name nvarchar(256), @suggested_max_length smallint, "
          u"@suggested_precision tinyint, @suggested_scale tinyint, ",
            u"@suggested_user_type_id int, @suggested_user_type_database sysname, "
            u"@suggested_user_type_schema sysname, @suggested_user_type_name sysname, "
            u"@suggested_assembly_qualified_type_name nvarchar(4000), ",
            u"@suggested_xml_collection_id int, @suggested_xml_collection_database sysname, "
            u"@suggested_xml_collection_schema sysname, @suggested_xml_collection_name sysname, ",
            u"@suggested_is_xml_document bit, @suggested_is_case_sensitive bit, "
            u"@suggested_is_fixed_length_clr_type bit, @suggested_is_input bit, @suggested_is_output bit, ",
            u"@formal_parameter_name sysname, @suggested_tds_type_id int, @suggested_tds_length int" },
        parameterRows },
};

} // namespace

std::span<const CatalogProcedure> describeProcedures()
{
    return procedures;
}

} // namespace tidemark::practice
