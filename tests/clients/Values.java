// The values of the cases as mssql-jdbc takes and gives them.
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;

final class Values {
    // The rows of a table of cases: tab-separated, "a×3" is aaa, \N is NULL.
    static List<String[]> rowsOf(String name) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(System.getenv("TIDEMARK_CASES"), name));
        return lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    static String spelledOut(String text) {
        int times = text.indexOf('×');
        if (times >= 0)
            return text.substring(0, times).repeat(Integer.parseInt(text.substring(times + 1)));
        return text.equals("\\N") ? null : text;
    }

    // The Java class, its type as a parameter, and the value for a text of values.tsv.
    record Kind(Class<?> type, int parameter) {
    }

    static String base(String type) {
        return type.split("\\(")[0];
    }

    static Kind kind(String type) {
        return switch (base(type)) {
            case "bit" -> new Kind(Boolean.class, Types.BIT);
            case "tinyint" -> new Kind(Short.class, Types.TINYINT);
            case "smallint" -> new Kind(Short.class, Types.SMALLINT);
            case "int" -> new Kind(Integer.class, Types.INTEGER);
            case "bigint" -> new Kind(Long.class, Types.BIGINT);
            case "decimal" -> new Kind(BigDecimal.class, Types.DECIMAL);
            case "money" -> new Kind(BigDecimal.class, microsoft.sql.Types.MONEY);
            case "smallmoney" -> new Kind(BigDecimal.class, microsoft.sql.Types.SMALLMONEY);
            case "real" -> new Kind(Float.class, Types.REAL);
            case "float" -> new Kind(Double.class, Types.DOUBLE);
            case "date" -> new Kind(LocalDate.class, Types.DATE);
            case "time" -> new Kind(LocalTime.class, Types.TIME);
            case "datetime" -> new Kind(LocalDateTime.class, microsoft.sql.Types.DATETIME);
            case "smalldatetime" -> new Kind(LocalDateTime.class, microsoft.sql.Types.SMALLDATETIME);
            case "datetime2" -> new Kind(LocalDateTime.class, Types.TIMESTAMP);
            case "datetimeoffset" -> new Kind(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);
            case "binary" -> new Kind(byte[].class, Types.BINARY);
            case "varbinary" -> new Kind(byte[].class, Types.VARBINARY);
            case "image" -> new Kind(byte[].class, Types.LONGVARBINARY);
            case "text" -> new Kind(String.class, Types.LONGVARCHAR);
            case "ntext" -> new Kind(String.class, Types.LONGNVARCHAR);
            case "uniqueidentifier" -> new Kind(String.class, microsoft.sql.Types.GUID);
            case "xml" -> new Kind(String.class, Types.SQLXML);
            case "char" -> new Kind(String.class, Types.CHAR);
            case "varchar" -> new Kind(String.class, Types.VARCHAR);
            case "nchar" -> new Kind(String.class, Types.NCHAR);
            default -> new Kind(String.class, Types.NVARCHAR);
        };
    }

    static Object value(Class<?> type, String text) {
        if (text == null || type == String.class)
            return text;
        if (type == Boolean.class)
            return text.equals("1");
        if (type == byte[].class)
            return HexFormat.of().parseHex(text);
        if (type == LocalDate.class)
            return LocalDate.parse(text);
        if (type == LocalTime.class)
            return LocalTime.parse(text);
        if (type == LocalDateTime.class)
            return LocalDateTime.parse(text.replace(' ', 'T'));
        if (type == OffsetDateTime.class)
            return OffsetDateTime.parse(text.replaceFirst(" ", "T").replace(" ", ""));
        if (type == Short.class)
            return Short.valueOf(text);
        if (type == Integer.class)
            return Integer.valueOf(text);
        if (type == Long.class)
            return Long.valueOf(text);
        if (type == Float.class)
            return Float.valueOf(text);
        return type == Double.class ? Double.valueOf(text) : new BigDecimal(text);
    }
}
