// go-mssqldb against the practice server; gomssqldbvalues.go knows its values.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/golang-sql/sqlexp"
	mssql "github.com/microsoft/go-mssqldb"
)

// What the library cannot do: the name of a case, or the first word of its value, and why.
var beyond = map[string]string{
	"savepoint":                 "database/sql has none",
	"parameter varchar-windows": "go-mssqldb sends UTF-8 and calls it nothing else",
}

var background = context.Background()

func env(name string) string { return os.Getenv("TIDEMARK_" + name) }

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func check(err error) { must(0, err) }

func equal(got, wanted any) {
	if !reflect.DeepEqual(got, wanted) {
		panic(fmt.Sprintf("got %.120v (%T), not %.120v (%T)", got, got, wanted, wanted))
	}
}

type settings struct {
	tls                bool
	password, database string
}

func connect(how settings) *sql.Conn {
	query := url.Values{"database": {env("DATABASE")}, "encrypt": {"disable"}}
	if how.database != "" {
		query.Set("database", how.database)
	}
	if how.tls {
		query.Set("encrypt", "true")
		query.Set("certificate", env("CERTIFICATE"))
	}
	password := env("PASSWORD")
	if how.password != "" {
		password = how.password
	}
	address := url.URL{Scheme: "sqlserver", User: url.UserPassword(env("USER"), password),
		Host: "localhost:" + env("PORT"), RawQuery: query.Encode()}
	return must(must(sql.Open("sqlserver", address.String())).Conn(background))
}

type runner interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

func run(link runner, text string, parameters ...any) int64 {
	return must(must(link.ExecContext(background, text, parameters...)).RowsAffected())
}

// What is left of the present result set.
func fetch(rows *sql.Rows) [][]any {
	all := [][]any{}
	for rows.Next() {
		cells := make([]any, len(must(rows.Columns())))
		places := make([]any, len(cells))
		for i := range cells {
			places[i] = &cells[i]
		}
		check(rows.Scan(places...))
		all = append(all, cells)
	}
	return all
}

func rows(link runner, text string, parameters ...any) [][]any {
	result := must(link.QueryContext(background, text, parameters...))
	defer result.Close()
	all := fetch(result)
	check(result.Err())
	return all
}

func one(link runner, text string, parameters ...any) any {
	return rows(link, text, parameters...)[0][0]
}

func table(link runner, name string, columns string) {
	run(link, fmt.Sprintf("DROP TABLE IF EXISTS %s; CREATE TABLE %s (%s)", name, name, columns))
}

const plainColumns = "id int PRIMARY KEY, a int"

func failureOf(action func()) (failure mssql.Error) {
	defer func() {
		if err, is := recover().(error); !is || !errors.As(err, &failure) {
			panic(fmt.Sprintf("no error of the server but %v", err))
		}
	}()
	action()
	return
}

func login(tls bool) {
	link := connect(settings{tls: tls})
	defer link.Close()
	wanted := map[bool]string{true: "TRUE", false: "FALSE"}[tls]
	equal(one(link, "SELECT encrypt_option FROM sys.dm_exec_connections WHERE session_id = @@SPID"), wanted)
}

func refused(number int32, how settings) {
	failure := failureOf(func() { connect(how) })
	numbers := []int32{}
	for _, each := range failure.All {
		numbers = append(numbers, each.Number)
	}
	equal(numbers[0], number)
}

func literal(link *sql.Conn, name, kind, expression string, text *string) {
	run(link, fmt.Sprintf("CREATE TABLE dbo.[%s] (id int PRIMARY KEY, v %s)", name, kind))
	run(link, fmt.Sprintf("INSERT INTO dbo.[%s] VALUES (1, %s)", name, expression))
	same(kind, one(link, fmt.Sprintf("SELECT v FROM dbo.[%s] WHERE id = 1", name)), text)
}

func parameter(link *sql.Conn, name, kind string, text *string) {
	run(link, fmt.Sprintf("INSERT INTO dbo.[%s] VALUES (2, @p1)", name), typed(kind, text))
	same(kind, one(link, fmt.Sprintf("SELECT v FROM dbo.[%s] WHERE id = 2", name)), text)
}

func commit(link *sql.Conn) {
	table(link, "dbo.kept", plainColumns)
	other := connect(settings{})
	defer other.Close()
	transaction := must(other.BeginTx(background, nil))
	run(transaction, "INSERT INTO dbo.kept VALUES (1, 1)")
	check(transaction.Commit())
	equal(one(link, "SELECT COUNT(*) FROM dbo.kept"), int64(1))
}

func rollback(link *sql.Conn) {
	table(link, "dbo.dropped", plainColumns)
	other := connect(settings{})
	defer other.Close()
	transaction := must(other.BeginTx(background, nil))
	run(transaction, "INSERT INTO dbo.dropped VALUES (1, 1)")
	equal(one(transaction, "SELECT COUNT(*) FROM dbo.dropped"), int64(1))
	check(transaction.Rollback())
	equal(one(link, "SELECT COUNT(*) FROM dbo.dropped"), int64(0))
}

func snapshot(link *sql.Conn) {
	table(link, "dbo.frozen", plainColumns)
	other := connect(settings{})
	defer other.Close()
	transaction := must(other.BeginTx(background, &sql.TxOptions{Isolation: sql.LevelSnapshot}))
	count := "SELECT COUNT(*) FROM dbo.frozen"
	equal(one(transaction, count), int64(0))
	run(link, "INSERT INTO dbo.frozen VALUES (1, 1)")
	equal(one(transaction, count), int64(0))
	check(transaction.Commit())
	equal(one(other, count), int64(1))
}

func prepared(link *sql.Conn) {
	table(link, "dbo.prepared", plainColumns)
	statement := must(link.PrepareContext(background, "INSERT INTO dbo.prepared VALUES (@p1, @p2)"))
	defer statement.Close()
	for _, values := range [][]any{{1, 10}, {2, nil}, {3, 30}} {
		must(statement.Exec(values...))
	}
	equal(rows(link, "SELECT id, a FROM dbo.prepared ORDER BY id"),
		[][]any{{int64(1), int64(10)}, {int64(2), nil}, {int64(3), int64(30)}})
}

func resultSets(link *sql.Conn) {
	result := must(link.QueryContext(background, "SELECT 1 AS a; SELECT N'two' AS b, 2 AS c; SELECT 3 AS d WHERE 1 = 0"))
	defer result.Close()
	sets := []any{}
	for more := true; more; more = result.NextResultSet() {
		sets = append(sets, must(result.Columns()), fetch(result))
	}
	equal(sets, []any{[]string{"a"}, [][]any{{int64(1)}}, []string{"b", "c"}, [][]any{{"two", int64(2)}},
		[]string{"d"}, [][]any{}})
}

func rowCounts(link *sql.Conn) {
	table(link, "dbo.counted", plainColumns)
	equal(run(link, "INSERT INTO dbo.counted VALUES (1, 1), (2, 2), (3, 3)"), int64(3))
	equal(run(link, "UPDATE dbo.counted SET a = 0 WHERE id > 1"), int64(2))
	equal(run(link, "DELETE FROM dbo.counted WHERE id = 99"), int64(0))
}

func manyRows(link *sql.Conn) {
	run(link, "EXEC practice.make_replay @name = N'many', @rows = 50000, @shape = N'mixed'")
	found := rows(link, "SELECT * FROM replay.many")
	equal([]int{len(found), len(found[0])}, []int{50000, 10})
}

func identity(link *sql.Conn) {
	table(link, "dbo.numbered", "id int IDENTITY(7, 5) PRIMARY KEY, a int")
	insert := "SET NOCOUNT ON; INSERT INTO dbo.numbered (a) VALUES (@p1); SELECT CAST(SCOPE_IDENTITY() AS int)"
	equal([]any{one(link, insert, 1), one(link, insert, 2)}, []any{int64(7), int64(12)})
}

func outputParameter(link *sql.Conn) {
	n := int64(41)
	run(link, "SELECT @n = @n + 1", sql.Named("n", sql.Out{Dest: &n, In: true}))
	equal(n, int64(42))
}

func returnStatus(link *sql.Conn) {
	status := mssql.ReturnStatus(-1)
	run(link, "sp_executesql", "SELECT 1 AS a", &status)
	equal(status, mssql.ReturnStatus(0))
}

func cancel(link *sql.Conn) {
	run(link, "EXEC practice.make_replay @name = N'big', @rows = 5000000, @shape = N'mixed'")
	stoppable, stop := context.WithCancel(background)
	result := must(link.QueryContext(stoppable, "SELECT * FROM replay.big"))
	for i := 0; i < 10; i++ {
		equal(result.Next(), true)
	}
	stop()
	for result.Next() {
	}
	equal(errors.Is(result.Err(), context.Canceled), true)
	result.Close()
	equal(one(link, "SELECT 42"), int64(42))
}

func timeout(link *sql.Conn) {
	impatient, stop := context.WithCancel(background) // after a deadline go-mssqldb drops the connection
	time.AfterFunc(time.Second, stop)
	_, err := link.ExecContext(impatient, "WAITFOR DELAY '00:01:00'")
	equal(errors.Is(err, context.Canceled), true)
	equal(one(link, "SELECT 42"), int64(42))
}

func errorInTheMiddle(link *sql.Conn) {
	result := must(link.QueryContext(background, "SELECT 1 AS a;\nSELECT 1 / 0 AS b;\nSELECT 3 AS c"))
	defer result.Close()
	equal(fetch(result), [][]any{{int64(1)}})
	failure := failureOf(func() { result.NextResultSet(); fetch(result); check(result.Err()) })
	equal([]any{failure.Number, failure.LineNo, failure.Message},
		[]any{int32(8134), int32(2), "Divide by zero error encountered."})
	result.Close()
	equal(one(link, "SELECT 42"), int64(42))
}

func duplicateKey(link *sql.Conn) {
	table(link, "dbo.twice", "id int CONSTRAINT pk_twice PRIMARY KEY")
	run(link, "INSERT INTO dbo.twice VALUES (1)")
	failure := failureOf(func() { run(link, "\nINSERT INTO dbo.twice VALUES (1)") }).All[0]
	equal([]any{failure.Number, failure.LineNo, failure.Message},
		[]any{int32(2627), int32(2), "Violation of PRIMARY KEY constraint 'pk_twice'. Cannot insert duplicate key in " +
			"object 'dbo.twice'. The duplicate key value is (1)."})
}

func message(link *sql.Conn) {
	messages := &sqlexp.ReturnMessage{}
	result := must(link.QueryContext(background, "PRINT N'hello, 東京'; SELECT 1 AS a", messages))
	defer result.Close()
	for {
		switch each := messages.Message(background).(type) {
		case sqlexp.MsgNotice:
			equal(each.Message.String(), "hello, 東京")
			return
		case sqlexp.MsgNextResultSet:
			equal(result.NextResultSet(), true)
		}
	}
}

func folding(link *sql.Conn, before, since, changes string) {
	table(link, "dbo.folded", "id int NOT NULL PRIMARY KEY, a int")
	run(link, "ALTER TABLE dbo.folded ENABLE CHANGE_TRACKING")
	if before != "" {
		run(link, before)
	}
	last := one(link, "SELECT CHANGE_TRACKING_CURRENT_VERSION()").(int64)
	run(link, since)
	found := []string{}
	for _, row := range rows(link, "SELECT SYS_CHANGE_OPERATION, SYS_CHANGE_VERSION, SYS_CHANGE_CREATION_VERSION, id "+
		"FROM CHANGETABLE(CHANGES dbo.folded, @p1) AS c ORDER BY id", last) {
		creation := "-"
		if version, is := row[2].(int64); is {
			creation = fmt.Sprint(version - last)
		}
		found = append(found, fmt.Sprintf("%s %d %s %d", row[0], row[1].(int64)-last, creation, row[3]))
	}
	equal(strings.Join(found, ", "), changes)
}

// Runs a case and prints its line.
func try(name string, body func()) {
	_, value, _ := strings.Cut(name, " ")
	reason := beyond[name]
	if reason == "" {
		reason = beyond[strings.Split(value, "-")[0]]
	}
	if reason != "" {
		fmt.Printf("skipped %s: %s\n", name, reason)
		return
	}
	defer func() {
		if reason := recover(); reason != nil {
			failed = true
			fmt.Printf("FAILED %s: %.300s\n", name, strings.Join(strings.Fields(fmt.Sprint(reason)), " "))
			return
		}
		fmt.Println("ok", name)
	}()
	body()
}

var failed bool

func main() {
	try("login without TLS", func() { login(false) })
	try("login with TLS", func() { login(true) })
	try("wrong password", func() { refused(18456, settings{password: "wrong"}) })
	try("unknown database", func() { refused(4060, settings{database: "nowhere"}) })
	link := connect(settings{})
	for _, row := range rowsOf("values.tsv") {
		name, kind, expression, text := row[0], row[1], row[2], spelledOut(row[3])
		try("literal "+name, func() { literal(link, name, kind, expression, text) })
		if kind != "sql_variant" {
			try("parameter "+name, func() { parameter(link, name, kind, text) })
		}
	}
	for _, each := range []struct {
		name string
		body func(*sql.Conn)
	}{{"commit", commit}, {"rollback", rollback}, {"savepoint", nil}, {"snapshot", snapshot}, {"prepared", prepared},
		{"result sets", resultSets}, {"row counts", rowCounts}, {"many rows", manyRows},
		{"identity", identity}, {"output parameter", outputParameter},
		{"return status", returnStatus}, {"cancel", cancel}, {"timeout", timeout}, {"error in the middle", errorInTheMiddle},
		{"duplicate key", duplicateKey}, {"message", message}} {
		try(each.name, func() { each.body(link) })
	}
	for _, row := range rowsOf("folding.tsv") {
		try("folding "+row[0], func() { folding(link, row[1], row[2], row[3]) })
	}
	if failed {
		os.Exit(1)
	}
}
