"""The cases for clients with Python's DB-API; pythontds.py and pyodbcclient.py say what differs between the two."""
import datetime
import decimal
import os
import pathlib
import re
import struct
import uuid

HERE = pathlib.Path(__file__).parent
VARIANTS = {int: "bigint", decimal.Decimal: "decimal", float: "float", bytes: "varbinary",
            datetime.datetime: "datetime2"}


def rows_of(name):
    """The rows of a table of cases: tab-separated, "a×3" is aaa, \\N is NULL."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def spelled_out(text):
    unit, times, count = text.rpartition("×")
    return None if text == r"\N" else unit * int(count) if times else text


def native(type_, text):
    """The Python value for a text of values.tsv."""
    base = type_.split("(")[0]
    if text is None:
        return None
    if base in ("tinyint", "smallint", "int", "bigint"):
        return int(text)
    if base in ("decimal", "money", "smallmoney"):
        return decimal.Decimal(text)
    if base == "float":
        return float(text)
    if base == "real":
        return struct.unpack("f", struct.pack("f", float(text)))[0]
    if base in ("binary", "varbinary", "image"):
        return bytes.fromhex(text)
    if base == "bit":
        return text == "1"
    if base == "uniqueidentifier":
        return uuid.UUID(text)
    if base in ("date", "time", "datetime", "smalldatetime", "datetime2", "datetimeoffset"):
        return moment(base, text)
    return text


def moment(base, text):
    text = re.sub(r"(\.\d{6})\d", r"\1", text).replace(" +", "+").replace(" -", "-")
    kinds = {"date": datetime.date, "time": datetime.time}
    return kinds.get(base, datetime.datetime).fromisoformat(text)


class Failure(Exception):
    pass


def equal(got, wanted):
    if got != wanted or type(got) is not type(wanted):
        raise Failure(f"got {got!r:.120}, not {wanted!r:.120}")


class Cases:
    """All cases for one client. A subclass connects, and says how its library takes and tells what differs."""

    mark = "?"  # of a parameter
    error = Exception
    beyond = {}  # what the library cannot do: a case, or the first word of its value, and why
    port, user, password, database, certificate = (
        os.environ[f"TIDEMARK_{name}"] for name in ("PORT", "USER", "PASSWORD", "DATABASE", "CERTIFICATE"))

    def run(self):
        failed = 0
        for name, case in self.all_cases():
            reason = self.beyond.get(name) or self.beyond.get(re.split("[ -]", name.partition(" ")[2])[0])
            if reason:
                print(f"skipped {name}: {reason}", flush=True)
                continue
            try:
                case()
                print("ok", name, flush=True)
            except Exception as error:  # whatever it is, it is this case's failure
                failed += 1
                reason = " ".join(f"{type(error).__name__}: {error}".split())
                print(f"FAILED {name}: {reason[:300]}", flush=True)
        return 1 if failed else 0

    def all_cases(self):
        yield "login without TLS", lambda: self.login(tls=False)
        yield "login with TLS", lambda: self.login(tls=True)
        yield "wrong password", lambda: self.refused(18456, password="wrong")
        yield "unknown database", lambda: self.refused(4060, database="nowhere")
        self.link = self.connect()
        for name, type_, literal, text in rows_of("values.tsv"):
            text = spelled_out(text)
            yield f"literal {name}", lambda: self.literal(name, type_, literal, text)
            if type_ != "sql_variant":
                yield f"parameter {name}", lambda: self.parameter(name, type_, text)
        for name in ("commit", "rollback", "savepoint", "snapshot", "prepared", "result sets", "row counts",
                     "many rows", "identity", "output parameter", "return status", "cancel", "timeout",
                     "error in the middle", "duplicate key", "message"):
            yield name, getattr(self, name.replace(" ", "_"), None)
        for name, before, since, changes in rows_of("folding.tsv"):
            yield f"folding {name}", lambda: self.folding(before, since, changes)

    def execute(self, sql, *parameters, link=None):
        cursor = (link or self.link).cursor()
        cursor.execute(sql, *([parameters] if parameters else []))
        return cursor

    def rows(self, sql, *parameters, link=None):
        return [tuple(row) for row in self.execute(sql, *parameters, link=link).fetchall()]

    def one(self, sql, *parameters, link=None):
        return self.rows(sql, *parameters, link=link)[0][0]

    def table(self, name, columns="id int PRIMARY KEY, a int"):
        self.execute(f"DROP TABLE IF EXISTS {name}; CREATE TABLE {name} ({columns})")

    def login(self, tls):
        link = self.connect(tls=tls)
        equal(self.one("SELECT encrypt_option FROM sys.dm_exec_connections WHERE session_id = @@SPID", link=link),
              "TRUE" if tls else "FALSE")
        link.close()

    def refused(self, number, **what):
        try:
            self.connect(**what)
        except self.error as error:
            self.check_refusal(error, number)
            return
        raise Failure("was let in")

    def literal(self, name, type_, literal, text):
        self.execute(f"CREATE TABLE dbo.[{name}] (id int PRIMARY KEY, v {type_})")
        self.execute(f"INSERT INTO dbo.[{name}] VALUES (1, {literal})")
        self.check(type_, self.one(f"SELECT v FROM dbo.[{name}] WHERE id = 1"), text)

    def parameter(self, name, type_, text):
        value = self.typed(type_, native(type_, text))
        self.execute(f"INSERT INTO dbo.[{name}] VALUES (2, {self.mark})", value)
        self.check(type_, self.one(f"SELECT v FROM dbo.[{name}] WHERE id = 2"), text)

    def typed(self, type_, value):
        """The value as the library wants it for a parameter of this type."""
        return value

    def check(self, type_, got, text):
        if type_ == "sql_variant":  # only the value tells what it is
            type_ = VARIANTS.get(type(got), "nvarchar")
        equal(got, native(type_, text))

    def commit(self):
        self.table("dbo.kept")
        link = self.connect(autocommit=False)
        self.execute("INSERT INTO dbo.kept VALUES (1, 1)", link=link)
        link.commit()
        equal(self.one("SELECT COUNT(*) FROM dbo.kept"), 1)
        link.close()

    def rollback(self):
        self.table("dbo.dropped")
        link = self.connect(autocommit=False)
        self.execute("INSERT INTO dbo.dropped VALUES (1, 1)", link=link)
        equal(self.one("SELECT COUNT(*) FROM dbo.dropped", link=link), 1)
        link.rollback()
        equal(self.one("SELECT COUNT(*) FROM dbo.dropped"), 0)
        link.close()

    def snapshot(self):
        self.table("dbo.frozen")
        link = self.snapshot_link()
        count = "SELECT COUNT(*) FROM dbo.frozen"
        equal(self.one(count, link=link), 0)
        self.execute("INSERT INTO dbo.frozen VALUES (1, 1)")
        equal(self.one(count, link=link), 0)
        link.commit()
        equal(self.one(count, link=link), 1)
        link.close()

    def prepared(self):
        self.table("dbo.prepared")
        cursor = self.link.cursor()
        cursor.executemany(f"INSERT INTO dbo.prepared VALUES ({self.mark}, {self.mark})", [(1, 10), (2, None), (3, 30)])
        equal(self.rows("SELECT id, a FROM dbo.prepared ORDER BY id"), [(1, 10), (2, None), (3, 30)])

    def result_sets(self):
        cursor = self.execute("SELECT 1 AS a; SELECT N'two' AS b, 2 AS c; SELECT 3 AS d WHERE 1 = 0")
        sets = []
        while True:
            sets.append(([column[0] for column in cursor.description], [tuple(row) for row in cursor.fetchall()]))
            if not cursor.nextset():
                break
        equal(sets, [(["a"], [(1,)]), (["b", "c"], [("two", 2)]), (["d"], [])])

    def row_counts(self):
        self.table("dbo.counted")
        equal(self.execute("INSERT INTO dbo.counted VALUES (1, 1), (2, 2), (3, 3)").rowcount, 3)
        equal(self.execute("UPDATE dbo.counted SET a = 0 WHERE id > 1").rowcount, 2)
        equal(self.execute("DELETE FROM dbo.counted WHERE id = 99").rowcount, 0)

    def many_rows(self):
        self.execute("EXEC practice.make_replay @name = N'many', @rows = 50000, @shape = N'mixed'")
        found = self.rows("SELECT * FROM replay.many")
        equal((len(found), len(found[0])), (50000, 10))

    def identity(self):
        self.table("dbo.numbered", "id int IDENTITY(7, 5) PRIMARY KEY, a int")
        insert = (f"SET NOCOUNT ON; INSERT INTO dbo.numbered (a) VALUES ({self.mark}); "
                  "SELECT CAST(SCOPE_IDENTITY() AS int)")
        equal([self.one(insert, 1), self.one(insert, 2)], [7, 12])

    def cancel(self):
        self.execute("EXEC practice.make_replay @name = N'big', @rows = 5000000, @shape = N'mixed'")
        cursor = self.execute("SELECT * FROM replay.big")
        equal(len(cursor.fetchmany(10)), 10)
        cursor.cancel()
        equal(self.one("SELECT 42"), 42)

    def timeout(self):
        link = self.impatient_link()
        try:
            self.execute("WAITFOR DELAY '00:01:00'", link=link)
            raise Failure("the server was waited for")
        except self.late:
            equal(self.one("SELECT 42", link=link), 42)
        link.close()

    def error_in_the_middle(self):
        cursor = self.execute("SELECT 1 AS a;\nSELECT 1 / 0 AS b;\nSELECT 3 AS c")
        equal(cursor.fetchall()[0][0], 1)
        self.expect_error(lambda: (cursor.nextset(), cursor.fetchall()), 8134, 2,
                          "Divide by zero error encountered.")
        equal(self.one("SELECT 42"), 42)

    def duplicate_key(self):
        self.table("dbo.twice", "id int CONSTRAINT pk_twice PRIMARY KEY")
        insert = "INSERT INTO dbo.twice VALUES (1)"
        self.execute(insert)
        self.expect_error(lambda: self.execute("\n" + insert), 2627, 2,
                          "Violation of PRIMARY KEY constraint 'pk_twice'. Cannot insert duplicate key in object "
                          "'dbo.twice'. The duplicate key value is (1).")

    def expect_error(self, action, number, line, text):
        try:
            action()
        except self.error as error:
            self.check_error(error, number, line, text)
            return
        raise Failure("no error")

    def message(self):
        cursor = self.execute("PRINT N'hello, 東京'; SELECT 1 AS a")
        equal(self.messages(cursor), ["hello, 東京"])

    def folding(self, before, since, changes):
        self.table("dbo.folded", "id int NOT NULL PRIMARY KEY, a int")
        self.execute("ALTER TABLE dbo.folded ENABLE CHANGE_TRACKING")
        if before:
            self.execute(before)
        last = self.one("SELECT CHANGE_TRACKING_CURRENT_VERSION()")
        self.execute(since)
        found = self.rows(
            "SELECT SYS_CHANGE_OPERATION, SYS_CHANGE_VERSION, SYS_CHANGE_CREATION_VERSION, id "
            f"FROM CHANGETABLE(CHANGES dbo.folded, {self.mark}) AS c ORDER BY id", last)
        equal(", ".join(f"{operation} {version - last} {creation - last if creation else '-'} {key}"
                        for operation, version, creation, key in found), changes)
