// mssql-jdbc against the practice server; Values.java knows its values.
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

public class MssqlJdbc {
    // What the library cannot do: the name of a case, or the first word of its value, and why.
    static final Map<String, String> BEYOND =
        Map.of("parameter datetimeoffset-min", "mssql-jdbc counts the days of old by the Julian calendar");

    interface Body {
        void run() throws Exception;
    }

    static Connection link;
    static boolean failed;

    static String env(String name) {
        return System.getenv("TIDEMARK_" + name);
    }

    static void equal(Object got, Object wanted) {
        if (!Objects.deepEquals(got, wanted))
            throw new AssertionError("got %.120s, not %.120s".formatted(shown(got), shown(wanted)));
    }

    static String shown(Object value) {
        return value == null ? "null" : value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes)
            : value + " (" + value.getClass().getSimpleName() + ")";
    }

    static Connection connect(String... settings) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(Map.of("user", env("USER"), "password", env("PASSWORD"), "databaseName", env("DATABASE"),
            "encrypt", "false", "trustServerCertificate", "true", "sendTimeAsDatetime", "false"));
        for (int i = 0; i < settings.length; i += 2)
            properties.put(settings[i], settings[i + 1]);
        return DriverManager.getConnection("jdbc:sqlserver://localhost:" + env("PORT"), properties);
    }

    static void run(String sql) throws SQLException {
        run(link, sql);
    }

    static void run(Connection on, String sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (boolean rows = statement.execute(sql); rows || statement.getUpdateCount() >= 0;)
                rows = statement.getMoreResults();
        }
    }

    static List<List<Object>> fetch(ResultSet result) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++)
                row.add(result.getObject(i));
            rows.add(row);
        }
        return rows;
    }

    static List<List<Object>> rows(Connection on, String sql) throws SQLException {
        try (Statement statement = on.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            return fetch(result);
        }
    }

    static Object one(Connection on, String sql) throws SQLException {
        return rows(on, sql).get(0).get(0);
    }

    static void table(String name, String columns) throws SQLException {
        run("DROP TABLE IF EXISTS %s; CREATE TABLE %s (%s)".formatted(name, name, columns));
    }

    static void table(String name) throws SQLException {
        table(name, "id int PRIMARY KEY, a int");
    }

    static SQLException errorOf(Body body) throws Exception {
        try {
            body.run();
        } catch (SQLException error) {
            return error;
        }
        throw new AssertionError("no error");
    }

    static void check(SQLException error, int number, int line, String text) {
        long told = ((SQLServerException) error).getSQLServerError().getLineNumber();
        equal(List.of(error.getErrorCode(), told, error.getMessage()), List.of(number, (long) line, text));
    }

    static void login(boolean tls) throws Exception {
        try (Connection other = connect("encrypt", String.valueOf(tls))) {
            equal(one(other, "SELECT encrypt_option FROM sys.dm_exec_connections WHERE session_id = @@SPID"),
                tls ? "TRUE" : "FALSE");
        }
    }

    static void refused(int number, String... settings) throws Exception {
        equal(errorOf(() -> connect(settings)).getErrorCode(), number);
    }

    static void literal(String name, String type, String expression, String text) throws Exception {
        run("CREATE TABLE dbo.[%s] (id int PRIMARY KEY, v %s)".formatted(name, type));
        run("INSERT INTO dbo.[%s] VALUES (1, %s)".formatted(name, expression));
        check(name, 1, type, text);
    }

    static void parameter(String name, String type, String text) throws Exception {
        Values.Kind kind = Values.kind(type);
        try (PreparedStatement insert = link.prepareStatement("INSERT INTO dbo.[%s] VALUES (2, ?)".formatted(name))) {
            if (text == null)
                insert.setNull(1, kind.parameter());
            else if (type.equals("xml"))
                insert.setSQLXML(1, xml(text));
            else
                insert.setObject(1, Values.value(kind.type(), text), kind.parameter());
            insert.executeUpdate();
        }
        check(name, 2, type, text);
    }

    static SQLXML xml(String text) throws SQLException {
        SQLXML value = link.createSQLXML();
        value.setString(text);
        return value;
    }

    static void check(String name, int id, String type, String text) throws Exception {
        String sql = "SELECT v FROM dbo.[%s] WHERE id = %d".formatted(name, id);
        try (Statement statement = link.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            boolean variant = type.equals("sql_variant") && result.getObject(1) != null;
            Class<?> wanted = variant ? result.getObject(1).getClass() : Values.kind(type).type();
            if (wanted == java.sql.Timestamp.class)
                equal(result.getTimestamp(1).toLocalDateTime(), Values.value(LocalDateTime.class, text));
            else if (wanted == String.class || wanted == byte[].class || wanted == Short.class || variant)
                equal(result.getObject(1), Values.value(wanted, text));
            else
                equal(result.getObject(1, wanted), Values.value(wanted, text));
        }
    }

    static void commit() throws Exception {
        table("dbo.kept");
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            run(other, "INSERT INTO dbo.kept VALUES (1, 1)");
            other.commit();
            equal(one(link, "SELECT COUNT(*) FROM dbo.kept"), 1);
        }
    }

    static void rollback() throws Exception {
        table("dbo.dropped");
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            run(other, "INSERT INTO dbo.dropped VALUES (1, 1)");
            equal(one(other, "SELECT COUNT(*) FROM dbo.dropped"), 1);
            other.rollback();
            equal(one(link, "SELECT COUNT(*) FROM dbo.dropped"), 0);
        }
    }

    static void savepoint() throws Exception {
        table("dbo.saved");
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            run(other, "INSERT INTO dbo.saved VALUES (1, 1)");
            Savepoint half = other.setSavepoint("half");
            run(other, "INSERT INTO dbo.saved VALUES (2, 2)");
            other.rollback(half);
            other.commit();
            equal(rows(link, "SELECT id FROM dbo.saved"), List.of(List.of(1)));
        }
    }

    static void snapshot() throws Exception {
        table("dbo.frozen");
        String count = "SELECT COUNT(*) FROM dbo.frozen";
        try (Connection other = connect()) {
            other.setTransactionIsolation(SQLServerConnection.TRANSACTION_SNAPSHOT);
            other.setAutoCommit(false);
            equal(one(other, count), 0);
            run("INSERT INTO dbo.frozen VALUES (1, 1)");
            equal(one(other, count), 0);
            other.commit();
            equal(one(other, count), 1);
        }
    }

    static void prepared() throws Exception {
        table("dbo.prepared");
        try (PreparedStatement insert = link.prepareStatement("INSERT INTO dbo.prepared VALUES (?, ?)")) {
            for (Integer[] values : new Integer[][] { { 1, 10 }, { 2, null }, { 3, 30 } }) {
                insert.setInt(1, values[0]);
                insert.setObject(2, values[1], JDBCType.INTEGER);
                equal(insert.executeUpdate(), 1);
            }
        }
        equal(rows(link, "SELECT id, a FROM dbo.prepared ORDER BY id"),
            List.of(List.of(1, 10), Arrays.asList(2, null), List.of(3, 30)));
    }

    static void resultSets() throws Exception {
        List<Object> sets = new ArrayList<>();
        try (Statement statement = link.createStatement()) {
            boolean more = statement.execute("SELECT 1 AS a; SELECT N'two' AS b, 2 AS c; SELECT 3 AS d WHERE 1 = 0");
            for (; more; more = statement.getMoreResults()) {
                ResultSet result = statement.getResultSet();
                sets.add(result.getMetaData().getColumnName(1));
                sets.add(fetch(result));
            }
        }
        equal(sets, List.of("a", List.of(List.of(1)), "b", List.of(List.of("two", 2)), "d", List.of()));
    }

    static void rowCounts() throws Exception {
        table("dbo.counted");
        try (Statement statement = link.createStatement()) {
            equal(statement.executeUpdate("INSERT INTO dbo.counted VALUES (1, 1), (2, 2), (3, 3)"), 3);
            equal(statement.executeUpdate("UPDATE dbo.counted SET a = 0 WHERE id > 1"), 2);
            equal(statement.executeUpdate("DELETE FROM dbo.counted WHERE id = 99"), 0);
        }
    }

    static void manyRows() throws Exception {
        run("EXEC practice.make_replay @name = N'many', @rows = 50000, @shape = N'mixed'");
        List<List<Object>> found = rows(link, "SELECT * FROM replay.many");
        equal(List.of(found.size(), found.get(0).size()), List.of(50000, 10));
    }

    static void identity() throws Exception {
        table("dbo.numbered", "id int IDENTITY(7, 5) PRIMARY KEY, a int");
        String sql = "INSERT INTO dbo.numbered (a) VALUES (?)";
        try (PreparedStatement insert = link.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int key : new int[] { 7, 12 }) {
                insert.setInt(1, key);
                insert.executeUpdate();
                ResultSet keys = insert.getGeneratedKeys();
                keys.next();
                equal(keys.getInt(1), key);
            }
        }
    }

    static void outputParameter() throws Exception {
        try (CallableStatement call = link.prepareCall("{call sp_executesql(?, ?, ?)}")) {
            call.setNString(1, "SELECT @n = @n + 1");
            call.setNString(2, "@n int OUTPUT");
            call.setInt(3, 41);
            call.registerOutParameter(3, Types.INTEGER);
            call.execute();
            equal(call.getInt(3), 42);
        }
    }

    static void returnStatus() throws Exception {
        try (CallableStatement call = link.prepareCall("{? = call sp_executesql(?)}")) {
            call.registerOutParameter(1, Types.INTEGER);
            call.setNString(2, "SELECT 1 AS a");
            call.execute();
            equal(fetch(call.getResultSet()), List.of(List.of(1)));
            equal(call.getInt(1), 0);
        }
    }

    static void cancel() throws Exception {
        run("EXEC practice.make_replay @name = N'big', @rows = 5000000, @shape = N'mixed'");
        try (Statement statement = link.createStatement();
             ResultSet result = statement.executeQuery("SELECT * FROM replay.big")) {
            for (int i = 0; i < 10; i++)
                equal(result.next(), true);
            statement.cancel();
            errorOf(() -> {
                while (result.next()) {
                }
            });
        }
        equal(one(link, "SELECT 42"), 42);
    }

    static void timeout() throws Exception {
        try (Statement statement = link.createStatement()) {
            statement.setQueryTimeout(1);
            equal(errorOf(() -> statement.execute("WAITFOR DELAY '00:01:00'")).getMessage(),
                "The query has timed out.");
        }
        equal(one(link, "SELECT 42"), 42);
    }

    static void errorInTheMiddle() throws Exception {
        try (Statement statement = link.createStatement()) {
            statement.execute("SELECT 1 AS a;\nSELECT 1 / 0 AS b;\nSELECT 3 AS c");
            equal(fetch(statement.getResultSet()), List.of(List.of(1)));
            check(errorOf(() -> {
                statement.getMoreResults();
                fetch(statement.getResultSet());
            }), 8134, 2, "Divide by zero error encountered.");
        }
        equal(one(link, "SELECT 42"), 42);
    }

    static void duplicateKey() throws Exception {
        table("dbo.twice", "id int CONSTRAINT pk_twice PRIMARY KEY");
        run("INSERT INTO dbo.twice VALUES (1)");
        check(errorOf(() -> run("\nINSERT INTO dbo.twice VALUES (1)")), 2627, 2,
            "Violation of PRIMARY KEY constraint 'pk_twice'. Cannot insert duplicate key in object 'dbo.twice'. "
                + "The duplicate key value is (1).");
    }

    static void message() throws Exception {
        try (Statement statement = link.createStatement()) {
            statement.execute("PRINT N'hello, 東京'; SELECT 1 AS a");
            equal(statement.getWarnings().getMessage(), "hello, 東京");
        }
    }

    static void folding(String before, String since, String changes) throws Exception {
        table("dbo.folded", "id int NOT NULL PRIMARY KEY, a int");
        run("ALTER TABLE dbo.folded ENABLE CHANGE_TRACKING");
        if (!before.isEmpty())
            run(before);
        long last = (Long) one(link, "SELECT CHANGE_TRACKING_CURRENT_VERSION()");
        run(since);
        List<String> found = new ArrayList<>();
        try (PreparedStatement select = link.prepareStatement("SELECT SYS_CHANGE_OPERATION, SYS_CHANGE_VERSION, "
                 + "SYS_CHANGE_CREATION_VERSION, id FROM CHANGETABLE(CHANGES dbo.folded, ?) AS c ORDER BY id")) {
            select.setLong(1, last);
            for (List<Object> row : fetch(select.executeQuery()))
                found.add("%s %d %s %d".formatted(row.get(0), (Long) row.get(1) - last,
                    row.get(2) == null ? "-" : (Long) row.get(2) - last, row.get(3)));
        }
        equal(String.join(", ", found), changes);
    }

    // Runs a case and prints its line.
    static void test(String name, Body body) {
        String[] words = name.split("[ -]");
        String reason = BEYOND.getOrDefault(name, words.length > 1 ? BEYOND.get(words[1]) : null);
        if (reason != null) {
            System.out.printf("skipped %s: %s%n", name, reason);
            return;
        }
        try {
            body.run();
            System.out.println("ok " + name);
        } catch (Throwable error) {
            failed = true;
            System.out.printf("FAILED %s: %.300s%n", name, error.toString().replaceAll("\\s+", " "));
        }
    }

    public static void main(String[] arguments) throws Exception {
        test("login without TLS", () -> login(false));
        test("login with TLS", () -> login(true));
        test("wrong password", () -> refused(18456, "password", "wrong"));
        test("unknown database", () -> refused(4060, "databaseName", "nowhere"));
        link = connect();
        for (String[] row : Values.rowsOf("values.tsv")) {
            String text = Values.spelledOut(row[3]);
            test("literal " + row[0], () -> literal(row[0], row[1], row[2], text));
            if (!row[1].equals("sql_variant"))
                test("parameter " + row[0], () -> parameter(row[0], row[1], text));
        }
        test("commit", MssqlJdbc::commit);
        test("rollback", MssqlJdbc::rollback);
        test("savepoint", MssqlJdbc::savepoint);
        test("snapshot", MssqlJdbc::snapshot);
        test("prepared", MssqlJdbc::prepared);
        test("result sets", MssqlJdbc::resultSets);
        test("row counts", MssqlJdbc::rowCounts);
        test("many rows", MssqlJdbc::manyRows);
        test("identity", MssqlJdbc::identity);
        test("output parameter", MssqlJdbc::outputParameter);
        test("return status", MssqlJdbc::returnStatus);
        test("cancel", MssqlJdbc::cancel);
        test("timeout", MssqlJdbc::timeout);
        test("error in the middle", MssqlJdbc::errorInTheMiddle);
        test("duplicate key", MssqlJdbc::duplicateKey);
        test("message", MssqlJdbc::message);
        for (String[] row : Values.rowsOf("folding.tsv"))
            test("folding " + row[0], () -> folding(row[1], row[2], row[3]));
        link.close();
        System.exit(failed ? 1 : 0);
    }
}
