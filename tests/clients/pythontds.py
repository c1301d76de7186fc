#!/usr/bin/env python3
"""python-tds against the practice server."""
import sys

import pytds
from pytds.extensions import ISOLATION_LEVEL_SNAPSHOT
from pytds.tds_base import Param
from pytds.tds_types import sql_type_by_declaration

from dbapicases import Cases, equal


class PythonTds(Cases):
    mark = "%s"
    error = pytds.Error
    late = pytds.TimeoutError
    beyond = {"savepoint": "python-tds has none"}

    def connect(self, tls=False, password=None, database=None, autocommit=True, **more):
        return pytds.connect(dsn="127.0.0.1", port=int(self.port), user=self.user, password=password or self.password,
                             database=database or self.database, autocommit=autocommit,
                             cafile=self.certificate if tls else None, validate_host=False,
                             disable_connect_retry=True, **more)

    def snapshot_link(self):
        return self.connect(autocommit=False, isolation_level=ISOLATION_LEVEL_SNAPSHOT)

    def impatient_link(self):
        return self.connect(timeout=1)

    def typed(self, type_, value):
        # python-tds cannot write binary(n), nor every money
        type_ = type_.replace("binary(4)", "varbinary(4)") if type_.startswith("binary") else type_
        type_ = "decimal(19,4)" if type_ == "money" else type_
        return Param(type=sql_type_by_declaration(type_), value=value)

    def check_refusal(self, error, number):
        texts = {18456: f"Login failed for user '{self.user}'.", 4060: 'Cannot open database "nowhere"'}
        equal(texts[number] in str(error), True)  # of two errors the number of the last is told

    def check_error(self, error, number, line, text):
        equal((error.number, error.line, error.text), (number, line, text))

    def messages(self, cursor):
        return [error.text for _, error in cursor.messages]

    def output_parameter(self):
        cursor = self.link.cursor()
        outputs = cursor.callproc("sp_executesql", [
            "SELECT @n = @n + 1", "@n int OUTPUT", pytds.output(value=41, param_type="int")])
        equal(outputs[2], 42)

    def return_status(self):
        cursor = self.link.cursor()
        cursor.callproc("sp_executesql", ["SELECT 1 AS a"])
        equal(cursor.fetchall(), [(1,)])
        equal(cursor.get_proc_return_status(), 0)


if __name__ == "__main__":
    sys.exit(PythonTds().run())
