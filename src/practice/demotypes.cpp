#include "demotypes.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

QString everyTypeRows()
{
    return uR"(
INSERT INTO dbo.every_type (id) VALUES (1);
INSERT INTO dbo.every_type (id, c_bit, c_tinyint, c_smallint, c_int, c_bigint, c_decimal, c_numeric, c_decimal_9_2,
    c_money, c_smallmoney, c_real, c_float, c_date, c_time, c_time_0, c_datetime, c_smalldatetime, c_datetime2,
    c_datetime2_3, c_datetimeoffset, c_char, c_varchar, c_varchar_utf8, c_varchar_max, c_text, c_nchar, c_nvarchar,
    c_nvarchar_max, c_ntext, c_binary, c_varbinary, c_varbinary_max, c_image, c_uniqueidentifier, c_xml, c_variant,
    c_hierarchyid, c_geometry, c_geography)
VALUES (2, 1, 7, -7, 42, 9007199254740993, 12345.6789, 0.5, 19.99, 12.5, -3.25, 1.5, 0.1, '2024-02-29',
    '13:14:15.1234567', '23:59:59', '2024-02-29 13:14:15.123', '2024-02-29 13:14:00',
    '2024-02-29 13:14:15.1234567', '2024-02-29 13:14:15.123', '2024-02-29 13:14:15.1234567 +05:30', 'char', 'varchar',
    N'Ünïcödé ✓', 'max', 'text', N'nchar', N'nvarchar 😀', N'nmax', N'ntext', 0x0102030405060708, 0xCAFE, 0xBEEF,
    0x00FF, '00112233-4455-6677-8899-AABBCCDDEEFF', N'<a b="1">x</a>', CONVERT(int, 42),
    CONVERT(hierarchyid, '/1/2/'), geometry::STGeomFromText('POINT (1 2)', 0),
    geography::STGeomFromText('POINT (8.5 47.4)', 4326));
INSERT INTO dbo.every_type (id, c_bit, c_tinyint, c_smallint, c_int, c_bigint, c_decimal, c_numeric, c_decimal_9_2,
    c_money, c_smallmoney, c_real, c_float, c_date, c_time, c_time_0, c_datetime, c_smalldatetime, c_datetime2,
    c_datetime2_3, c_datetimeoffset, c_char, c_varchar, c_varchar_utf8, c_varchar_max, c_text, c_nchar, c_nvarchar,
    c_nvarchar_max, c_ntext, c_binary, c_varbinary, c_varbinary_max, c_image, c_uniqueidentifier, c_xml, c_variant,
    c_hierarchyid)
VALUES (3, 0, 0, -32768, -2147483648, -9223372036854775808, -9999999999999999999999999999.9999999999,
    -0.99999999999999999999999999999999999999, -9999999.99, -922337203685477.5808, -214748.3648, -3.4028235E+38,
    -1.7976931348623157E+308, '0001-01-01', '00:00:00', '00:00:00', '1753-01-01', '1900-01-01', '0001-01-01',
    '0001-01-01', '0001-01-01 00:00:00 +00:00', '', '', '', '', '', N'', N'', N'', N'', 0x, 0x, 0x, 0x,
    '00000000-0000-0000-0000-000000000000', N'', N'', CONVERT(hierarchyid, '/'));
INSERT INTO dbo.every_type (id, c_bit, c_tinyint, c_smallint, c_int, c_bigint, c_decimal, c_numeric, c_decimal_9_2,
    c_money, c_smallmoney, c_real, c_float, c_date, c_time, c_time_0, c_datetime, c_smalldatetime, c_datetime2,
    c_datetime2_3, c_datetimeoffset, c_char, c_varchar, c_varchar_max, c_nchar, c_nvarchar, c_nvarchar_max, c_binary,
    c_varbinary, c_uniqueidentifier, c_variant)
VALUES (4, 1, 255, 32767, 2147483647, 9223372036854775807, 9999999999999999999999999999.9999999999,
    0.99999999999999999999999999999999999999, 9999999.99, 922337203685477.5807, 214748.3647, 3.4028235E+38,
    1.7976931348623157E+308, '9999-12-31', '23:59:59.9999999', '23:59:59', '9999-12-31 23:59:59.997',
    '2079-06-06 23:59:00', '9999-12-31 23:59:59.9999999', '9999-12-31 23:59:59.999',
    '9999-12-31 23:59:59.9999999 +14:00', '0123456789', REPLICATE('v', 8000),
    REPLICATE(CONVERT(varchar(max), 'm'), 8001), N'0123456789', REPLICATE(N'ñ', 4000),
    REPLICATE(CONVERT(nvarchar(max), N'ü'), 8001), 0xFFFFFFFFFFFFFFFF, CONVERT(varbinary(8000), REPLICATE('b', 8000)),
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', CONVERT(datetime2(7), '9999-12-31 23:59:59.9999999'));
INSERT INTO dbo.every_type (id, c_nvarchar, c_nvarchar_max, c_varchar, c_varchar_utf8, c_nchar, c_variant) VALUES
    (5, N'comma, "quote", apostrophe ''', N'line one' + NCHAR(13) + NCHAR(10) + N'line two', 'tab' + CHAR(9) + 'end',
     N'=1+1', N'  blanks  ', CONVERT(decimal(38, 4), 1234567890123456789012345678901234.5678)),
    (6, N'NUL ' + NCHAR(0) + N' inside', N'lone ' + NCHAR(55357) + N' surrogate', '-leading minus',
     N'四バイト 😀𝄞', N'é́', CONVERT(float, 0.1)),
    (7, N'NULL', N'\N', 'null', N'@at', N'', CONVERT(datetimeoffset(7), '2000-01-01 00:00:00.0000001 -14:00')),
    (8, NCHAR(65279) + N'BOM', N'trailing line feed' + NCHAR(10), 'ends with backslash \', N'""', N'"',
     CONVERT(varbinary(10), 0xDEADBEEF)),
    (9, N'a', N'b', 'c', N'd', N'e', CONVERT(money, 1.2345)),
    (10, N'A', N'B', 'C', N'D', N'E', CONVERT(uniqueidentifier, '6F9619FF-8B86-D011-B42D-00C04FC964FF'));
)"_s;
}

} // namespace tidemark::practice
