#include "typemap.h"

#include <QCoreApplication>
#include <QHash>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TypeMapText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TypeMapText)
};

/// How one type is read. `pattern` holds %1 where the column's value goes; empty: the value itself.
struct TypeRule {
    CellKind kind = CellKind::Text;
    int cellBytes = 0; // 0: by the column's length
    int scale = 0;
    QString pattern;
};

QString toText()
{
    return u"CONVERT(nvarchar(max), %1)"_s;
}

QString toBytes()
{
    return u"CONVERT(varbinary(max), %1)"_s;
}

/// Every base type by name with a style that loses nothing; what is not named has only one text. The type is
/// first converted to itself, since a style does not reach a value inside a sql_variant.
QString variantPattern()
{
    const QList<std::pair<QString, QString>> styles = {
        { u"float"_s, u"CONVERT(nvarchar(max), CONVERT(float(53), %1), 3)"_s },
        { u"real"_s, u"CONVERT(nvarchar(max), CONVERT(real, %1), 3)"_s },
        { u"money"_s, u"CONVERT(nvarchar(max), CONVERT(money, %1), 2)"_s },
        { u"smallmoney"_s, u"CONVERT(nvarchar(max), CONVERT(money, %1), 2)"_s },
        { u"date"_s, u"CONVERT(nvarchar(max), CONVERT(date, %1), 23)"_s },
        { u"time"_s, u"CONVERT(nvarchar(max), CONVERT(time(7), %1), 121)"_s },
        { u"datetime"_s, u"CONVERT(nvarchar(max), CONVERT(datetime, %1), 121)"_s },
        { u"smalldatetime"_s, u"CONVERT(nvarchar(max), CONVERT(smalldatetime, %1), 120)"_s },
        { u"datetime2"_s, u"CONVERT(nvarchar(max), CONVERT(datetime2(7), %1), 121)"_s },
        { u"datetimeoffset"_s, u"CONVERT(nvarchar(max), CONVERT(datetimeoffset(7), %1), 121)"_s },
        { u"binary"_s, u"CONVERT(nvarchar(max), CONVERT(varbinary(8000), %1), 1)"_s },
        { u"varbinary"_s, u"CONVERT(nvarchar(max), CONVERT(varbinary(8000), %1), 1)"_s },
    };
    // The property is a sql_variant itself, and those compare by collation first: hence the CONVERT.
    QString text = u"CASE CONVERT(nvarchar(128), SQL_VARIANT_PROPERTY(%1, N'BaseType'))"_s;
    for (const auto &[type, expression] : styles)
        text += u" WHEN N'"_s + type + u"' THEN "_s + expression;
    return text + u" ELSE "_s + toText() + u" END"_s;
}

QHash<QString, TypeRule> makeRules()
{
    return {
        { u"bit"_s, { CellKind::Bit, 1, 0, {} } },
        { u"tinyint"_s, { CellKind::Int32, 4, 0, {} } },
        { u"smallint"_s, { CellKind::Int32, 4, 0, {} } },
        { u"int"_s, { CellKind::Int32, 4, 0, {} } },
        { u"bigint"_s, { CellKind::Int64, 8, 0, {} } },
        { u"real"_s, { CellKind::Float32, 4, 0, {} } },
        { u"float"_s, { CellKind::Float64, 8, 0, {} } },
        { u"money"_s, { CellKind::Decimal, 24, 4, {} } },
        { u"smallmoney"_s, { CellKind::Decimal, 15, 4, {} } },
        { u"date"_s, { CellKind::Date, 6, 0, {} } },
        { u"datetime"_s, { CellKind::Timestamp, 16, 3, {} } },
        { u"smalldatetime"_s, { CellKind::Timestamp, 16, 0, {} } },
        { u"uniqueidentifier"_s, { CellKind::Guid, 16, 0, {} } },
        { u"timestamp"_s, { CellKind::Binary, 8, 0, u"CONVERT(binary(8), %1)"_s } },
        { u"rowversion"_s, { CellKind::Binary, 8, 0, u"CONVERT(binary(8), %1)"_s } },
        // The old long types travel with text pointers; as (max) they are what both drivers know best.
        { u"text"_s, { CellKind::LongText, 0, 0, u"CONVERT(varchar(max), %1)"_s } },
        { u"ntext"_s, { CellKind::LongText, 0, 0, toText() } },
        { u"image"_s, { CellKind::LongBinary, 0, 0, toBytes() } },
        { u"xml"_s, { CellKind::LongText, 0, 0, toText() } },
        { u"json"_s, { CellKind::LongText, 0, 0, toText() } },
        { u"vector"_s, { CellKind::LongText, 0, 0, toText() } },
        { u"sql_variant"_s, { CellKind::LongText, 0, 0, variantPattern() } },
        { u"hierarchyid"_s, { CellKind::Text, 8000, 0, u"CONVERT(nvarchar(4000), %1)"_s } },
        { u"geometry"_s, { CellKind::LongBinary, 0, 0, toBytes() } },
        { u"geography"_s, { CellKind::LongBinary, 0, 0, toBytes() } },
    };
}

/// Types whose memory depends on length, precision or scale.
std::optional<TypeRule> sizedRule(const ColumnInfo &column)
{
    const QString &type = column.sqlType;
    if (type == u"decimal" || type == u"numeric")
        return TypeRule{ CellKind::Decimal, column.precision + 5, column.scale,
            {} }; // - 0 . and a terminator
    if (type == u"time")
        return TypeRule{ CellKind::Time, 12, column.scale, {} };
    if (type == u"datetime2")
        return TypeRule{ CellKind::Timestamp, 16, column.scale, {} };
    if (type == u"datetimeoffset")
        return TypeRule{ CellKind::TimestampOffset, 20, column.scale, {} };
    const bool isMax = column.maxLength < 0;
    if (type == u"nchar" || type == u"nvarchar")
        return isMax ? TypeRule{ CellKind::LongText, 0, 0, {} }
                     : TypeRule{ CellKind::Text, column.maxLength, 0, {} };
    if (type == u"char" || type == u"varchar") // a byte is at most one UTF-16 unit in every code page
        return isMax ? TypeRule{ CellKind::LongText, 0, 0, {} }
                     : TypeRule{ CellKind::Text, column.maxLength * 2, 0, {} };
    if (type == u"binary" || type == u"varbinary")
        return isMax ? TypeRule{ CellKind::LongBinary, 0, 0, {} }
                     : TypeRule{ CellKind::Binary, column.maxLength, 0, {} };
    if (type.startsWith(u"clr "))
        return TypeRule{ CellKind::LongBinary, 0, 0, toBytes() };
    if (type.startsWith(u"encrypted ")) // the server sends ciphertext
        return TypeRule{ CellKind::LongBinary, 0, 0, {} };
    return std::nullopt;
}

} // namespace

Result<ColumnPlan> planColumn(const ColumnInfo &column, const QString &value)
{
    static const QHash<QString, TypeRule> rules = makeRules();
    std::optional<TypeRule> rule = sizedRule(column);
    if (!rule) {
        const auto it = rules.constFind(column.sqlType);
        if (it == rules.constEnd())
            return fail(ErrorKind::Data,
                TypeMapText::tr(
                    "Column %1 has the type %2, which Tidemark cannot read without loss. Leave the "
                    "column out: name the table's other columns in the job.")
                    .arg(column.name, column.sqlType));
        rule = *it;
    }
    QString expression = value;
    if (!rule->pattern.isEmpty()) {
        expression = rule->pattern;
        expression.replace(u"%1"_s, value); // not arg(): a name may hold %2
    }
    return ColumnPlan{ expression, BlockColumn{ column.name, rule->kind, rule->cellBytes, rule->scale } };
}

QString sqlTypeName(const QString &typeName, const QString &baseTypeName, bool userDefined, bool encrypted)
{
    QString name = typeName.toLower();
    if (userDefined || name.isEmpty() || name == u"sysname")
        name = baseTypeName.isEmpty() ? u"clr "_s + typeName : baseTypeName.toLower();
    return encrypted ? u"encrypted "_s + name : name;
}

} // namespace tidemark
