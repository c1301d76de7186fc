#include "presettable.h"

#include <QCoreApplication>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PresetText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DialectPreset)
};

CsvDialect rfc4180()
{
    CsvDialect dialect;
    dialect.lineEnd = u"\r\n"_s;
    return dialect;
}

CsvDialect excel()
{
    CsvDialect dialect = rfc4180();
    dialect.byteOrderMark = true;
    return dialect;
}

CsvDialect postgres()
{
    CsvDialect dialect;
    dialect.trueWord = u"true"_s;
    dialect.falseWord = u"false"_s;
    dialect.binary = BinaryForm::PostgresHex;
    return dialect;
}

CsvDialect bulkInsert()
{
    CsvDialect dialect = rfc4180();
    dialect.dateTimeSeparator = u'T'; // the form that no language setting of the server turns round
    dialect.binary = BinaryForm::Hex;
    return dialect;
}

/// Snowflake and DuckDB.
CsvDialect warehouse()
{
    CsvDialect dialect = postgres();
    dialect.binary = BinaryForm::Hex;
    return dialect;
}

CsvDialect pandas()
{
    CsvDialect dialect;
    dialect.trueWord = u"True"_s;
    dialect.falseWord = u"False"_s;
    dialect.binary = BinaryForm::Hex;
    dialect.nullMark = u"\\N"_s; // quotes tell it nothing, so NULL needs a word of its own
    return dialect;
}

} // namespace

QList<DialectPreset> presetTable()
{
    return {
        { u"default"_s, u"Tidemark"_s, {}, {} },
        { u"rfc4180"_s, u"RFC 4180"_s, rfc4180(),
            PresetText::tr("The standard knows no NULL: its readers take it for an empty text.") },
        { u"excel"_s, u"Microsoft Excel"_s, excel(),
            PresetText::tr(
                "Excel does not tell NULL from an empty text, rounds numbers after 15 digits, cuts "
                "texts after 32,767 characters, and may take a text for a number, a date or a "
                "formula.") },
        { u"postgres"_s, u"PostgreSQL COPY"_s, postgres(),
            PresetText::tr("Read it with: COPY ... WITH (FORMAT csv, HEADER). PostgreSQL refuses a text that "
                           "holds the character U+0000.") },
        { u"bulk-insert"_s, u"SQL Server BULK INSERT"_s, bulkInsert(),
            PresetText::tr("Read it with: BULK INSERT ... WITH (FORMAT = 'CSV', FIRSTROW = 2, CODEPAGE = "
                           "'65001', KEEPNULLS). An empty text may come as NULL.") },
        { u"snowflake"_s, u"Snowflake"_s, warehouse(),
            PresetText::tr("Read it with: FIELD_OPTIONALLY_ENCLOSED_BY = '\"', SKIP_HEADER = 1. Snowflake "
                           "refuses values that are too long for its types.") },
        { u"duckdb"_s, u"DuckDB"_s, warehouse(),
            PresetText::tr("Read it with: allow_quoted_nulls = false, or an empty text comes as NULL. Binary "
                           "values come as hexadecimal text.") },
        { u"pandas"_s, u"pandas"_s, pandas(),
            PresetText::tr(
                "Read it with: keep_default_na=False, na_values=['\\\\N']. A text that is \\N comes "
                "as missing, and so whole numbers with gaps come as fractions.") },
    };
}

} // namespace tidemark
