#include "typecatalog.h"

#include "tdsrequest.h"

#include <QStringList>

#include <algorithm>
#include <iterator>
#include <optional>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int allTypes = 0;
constexpr int none = -1;

/// One row of the answer, in the codes of ODBC 3; `none` stands for NULL.
struct TypeRow {
    const char16_t *name;
    int code;
    int precision;
    const char16_t *prefix; // of a literal; its suffix is the quote, where there is one
    const char16_t *parameters;
    int caseSensitive;
    int searchable;
    int isUnsigned;
    int money;
    int increment;
    int minimumScale;
    int maximumScale;
    int sqlType;
    int sub; // SQL_DATETIME_SUB
    int radix;
    int userType;
};

constexpr TypeRow typeRows[]{
    { u"datetimeoffset", -155, 34, u"'", u"scale", 0, 3, none, 0, none, 0, 7, -155, 0, none, 0 },
    { u"time", -154, 16, u"'", u"scale", 0, 3, none, 0, none, 0, 7, -154, 0, none, 0 },
    { u"xml", -152, 0, u"N'", nullptr, 1, 0, none, 0, none, none, none, -152, none, none, 0 },
    { u"sql_variant", -150, 8000, nullptr, nullptr, 0, 2, none, 0, none, none, none, -150, none, 10, 39 },
    { u"uniqueidentifier", -11, 36, u"'", nullptr, 0, 2, none, 0, none, none, none, -11, none, none, 37 },
    { u"ntext", -10, 1073741823, u"N'", nullptr, 0, 1, none, 0, none, none, none, -10, none, none, 0 },
    { u"nvarchar", -9, 4000, u"N'", u"max length", 0, 3, none, 0, none, none, none, -9, none, none, 0 },
    { u"sysname", -9, 128, u"N'", nullptr, 0, 3, none, 0, none, none, none, -9, none, none, 18 },
    { u"nchar", -8, 4000, u"N'", u"length", 0, 3, none, 0, none, none, none, -8, none, none, 0 },
    { u"bit", -7, 1, nullptr, nullptr, 0, 2, none, 0, none, 0, 0, -7, none, none, 16 },
    { u"tinyint", -6, 3, nullptr, nullptr, 0, 2, 1, 0, 0, 0, 0, -6, none, 10, 5 },
    { u"bigint", -5, 19, nullptr, nullptr, 0, 2, 0, 0, 0, 0, 0, -5, none, 10, 0 },
    { u"image", -4, 2147483647, u"0x", nullptr, 0, 0, none, 0, none, none, none, -4, none, none, 20 },
    { u"varbinary", -3, 8000, u"0x", u"max length", 0, 2, none, 0, none, none, none, -3, none, none, 4 },
    { u"binary", -2, 8000, u"0x", u"length", 0, 2, none, 0, none, none, none, -2, none, none, 3 },
    { u"timestamp", -2, 8, u"0x", nullptr, 0, 2, none, 0, none, none, none, -2, none, none, 80 },
    { u"text", -1, 2147483647, u"'", nullptr, 0, 1, none, 0, none, none, none, -1, none, none, 19 },
    { u"char", 1, 8000, u"'", u"length", 0, 3, none, 0, none, none, none, 1, none, none, 1 },
    { u"numeric", 2, 38, nullptr, u"precision,scale", 0, 2, 0, 0, 0, 0, 38, 2, none, 10, 10 },
    { u"decimal", 3, 38, nullptr, u"precision,scale", 0, 2, 0, 0, 0, 0, 38, 3, none, 10, 24 },
    { u"money", 3, 19, u"$", nullptr, 0, 2, 0, 1, 0, 4, 4, 3, none, 10, 11 },
    { u"smallmoney", 3, 10, u"$", nullptr, 0, 2, 0, 1, 0, 4, 4, 3, none, 10, 21 },
    { u"int", 4, 10, nullptr, nullptr, 0, 2, 0, 0, 0, 0, 0, 4, none, 10, 7 },
    { u"smallint", 5, 5, nullptr, nullptr, 0, 2, 0, 0, 0, 0, 0, 5, none, 10, 6 },
    { u"float", 6, 53, nullptr, nullptr, 0, 2, 0, 0, 0, none, none, 6, none, 2, 8 },
    { u"real", 7, 24, nullptr, nullptr, 0, 2, 0, 0, 0, none, none, 7, none, 2, 23 },
    { u"varchar", 12, 8000, u"'", u"max length", 0, 3, none, 0, none, none, none, 12, none, none, 2 },
    { u"date", 91, 10, u"'", nullptr, 0, 3, none, 0, none, none, none, 9, 1, none, 0 },
    { u"datetime2", 93, 27, u"'", u"scale", 0, 3, none, 0, none, 0, 7, 9, 3, none, 0 },
    { u"datetime", 93, 23, u"'", nullptr, 0, 3, none, 0, none, 3, 3, 9, 3, none, 12 },
    { u"smalldatetime", 93, 16, u"'", nullptr, 0, 3, none, 0, none, 0, 0, 9, 3, none, 22 },
};

/// Dates and times have had other codes in ODBC 2.
int codeOf(const TypeRow &type, int odbcVersion)
{
    if (odbcVersion >= 3 || type.code < 91)
        return type.code;
    return type.code - 82;
}

SqlValue number(int value)
{
    return value == none ? SqlValue() : SqlValue(qint64(value));
}

SqlValue text(const char16_t *value)
{
    return value ? SqlValue(QString::fromUtf16(value)) : SqlValue();
}

/// A literal in quotes ends with one.
SqlValue suffix(const char16_t *prefix)
{
    const bool quoted = prefix && QString::fromUtf16(prefix).endsWith(u'\'');
    return quoted ? SqlValue(u"'"_s) : SqlValue();
}

QList<ResultColumn> columns()
{
    const SqlType name{ .id = TypeId::NVarChar, .length = 128 };
    const SqlType shortText{ .id = TypeId::VarChar, .length = 32 };
    const SqlType small{ .id = TypeId::SmallInt };
    const SqlType large{ .id = TypeId::Int };
    return { { u"TYPE_NAME"_s, name, false }, { u"DATA_TYPE"_s, small, false }, { u"PRECISION"_s, large },
        { u"LITERAL_PREFIX"_s, shortText }, { u"LITERAL_SUFFIX"_s, shortText },
        { u"CREATE_PARAMS"_s, shortText }, { u"NULLABLE"_s, small, false },
        { u"CASE_SENSITIVE"_s, small, false }, { u"SEARCHABLE"_s, small, false },
        { u"UNSIGNED_ATTRIBUTE"_s, small }, { u"MONEY"_s, small, false }, { u"AUTO_INCREMENT"_s, small },
        { u"LOCAL_TYPE_NAME"_s, name }, { u"MINIMUM_SCALE"_s, small }, { u"MAXIMUM_SCALE"_s, small },
        { u"SQL_DATA_TYPE"_s, small, false }, { u"SQL_DATETIME_SUB"_s, small },
        { u"NUM_PREC_RADIX"_s, large }, { u"INTERVAL_PRECISION"_s, small }, { u"USERTYPE"_s, small } };
}

SqlRow rowOf(const TypeRow &type, int odbcVersion)
{
    return { text(type.name), number(codeOf(type, odbcVersion)), number(type.precision), text(type.prefix),
        suffix(type.prefix), text(type.parameters), number(1), number(type.caseSensitive),
        number(type.searchable), number(type.isUnsigned), number(type.money), number(type.increment),
        text(type.name), number(type.minimumScale), number(type.maximumScale), number(type.sqlType),
        number(type.sub), number(type.radix), SqlValue(), number(type.userType) };
}

std::optional<int> known(int value)
{
    return value == none ? std::nullopt : std::optional(value);
}

std::optional<int> argumentAt(const QStringList &arguments, qsizetype index, int missing)
{
    if (index >= arguments.size())
        return missing;
    bool ok = false;
    const int value = arguments.at(index).trimmed().toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

bool TypeCatalog::isRequestedBy(const QString &procedure)
{
    const QString name = lastNamePart(procedure.trimmed());
    return name == u"sp_datatype_info"_s || name == u"sp_datatype_info_90"_s
        || name == u"sp_datatype_info_100"_s;
}

bool TypeCatalog::answerBatch(const QString &batch, ResultSink &sink)
{
    QString call = batch.left(200).simplified(); // it is never long
    for (const QString &verb : { u"EXEC "_s, u"EXECUTE "_s }) {
        if (call.startsWith(verb, Qt::CaseInsensitive))
            call.remove(0, verb.size());
    }
    const QString name = call.section(u' ', 0, 0);
    if (batch.size() > 200 || !isRequestedBy(name))
        return false;
    const QStringList arguments = call.mid(name.size()).split(u',', Qt::SkipEmptyParts);
    const auto dataType = argumentAt(arguments, 0, allTypes);
    const auto version = argumentAt(arguments, 1, 2);
    if (!dataType || !version)
        return false;
    answer(*dataType, *version, sink);
    return true;
}

void TypeCatalog::answer(int dataType, int odbcVersion, ResultSink &sink)
{
    qint64 count = 0;
    bool wanted = sink.columns(columns());
    for (const TypeRow &type : typeRows) {
        if (!wanted || (dataType != allTypes && dataType != codeOf(type, odbcVersion)))
            continue;
        wanted = sink.row(rowOf(type, odbcVersion));
        ++count;
    }
    sink.done(CommandKind::Select, count, false);
}

OdbcCodes TypeCatalog::codes(const QString &name, int odbcVersion)
{
    const auto *type = std::find_if(std::begin(typeRows), std::end(typeRows),
        [&name](const TypeRow &row) { return QStringView(row.name) == name; });
    if (type == std::end(typeRows))
        return {};
    return { codeOf(*type, odbcVersion), type->sqlType, known(type->sub), known(type->radix) };
}

} // namespace tidemark::practice
