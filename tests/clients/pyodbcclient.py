#!/usr/bin/env python3
"""pyodbc against the practice server, through the ODBC driver that the argument names."""
import datetime
import struct
import sys

import pyodbc

from dbapicases import Cases, equal

FREETDS = sys.argv[1] == "FreeTDS"
pyodbc.native_uuid = True


class PyOdbc(Cases):
    error = pyodbc.Error
    late = pyodbc.OperationalError
    beyond = {
        "savepoint": "pyodbc has none",
        "variant": "pyodbc reads no sql_variant of numbers",
        "output parameter": "pyodbc has none",
        "return status": "pyodbc has none",
    }
    if FREETDS:
        beyond |= {
            "unknown database": "FreeTDS tells the 18456 that follows",
            "parameter date-min": "FreeTDS sends the day before, which is none",
            "parameter datetime2-min": "FreeTDS sends the day before, which is none",
        }

    def connect(self, tls=False, password=None, database=None, autocommit=True):
        if FREETDS:
            options = f"TDS_Version=7.4;ClientCharset=UTF-8;Encryption={'require' if tls else 'off'};"
        else:
            options = f"Encrypt={'yes' if tls else 'no'};TrustServerCertificate=yes;ConnectRetryCount=0;"
        server = f"127.0.0.1;PORT={self.port}" if FREETDS else f"127.0.0.1,{self.port}"
        link = pyodbc.connect(f"DRIVER={{{sys.argv[1]}}};SERVER={server};UID={self.user};"
                              f"PWD={password or self.password};DATABASE={database or self.database};{options}",
                              autocommit=autocommit)
        link.add_output_converter(-155, offset_moment)
        return link

    def snapshot_link(self):
        link = self.connect()
        link.execute("SET TRANSACTION ISOLATION LEVEL SNAPSHOT")
        link.autocommit = False
        return link

    def impatient_link(self):
        link = self.connect()
        link.timeout = 1
        return link

    def typed(self, type_, value):
        if value is None:
            return pyodbc.BinaryNull if "binary" in type_ else None
        # pyodbc binds time without its fraction, datetimeoffset without its offset
        return str(value) if type_.startswith(("time", "datetimeoffset")) else value

    def check_refusal(self, error, number):
        equal(f"({number})" in str(error), True)

    def check_error(self, error, number, line, text):
        equal(f"{text} ({number})" in str(error), True)  # pyodbc does not tell the line

    def messages(self, cursor):
        return [text.rpartition("]")[2] for _, text in cursor.messages]


def offset_moment(packed):
    """SQL_SS_TIMESTAMPOFFSET_STRUCT"""
    year, month, day, hour, minute, second, nanoseconds, hours, minutes = struct.unpack("<6hI2h", packed)
    zone = datetime.timezone(datetime.timedelta(hours=hours, minutes=minutes))
    return datetime.datetime(year, month, day, hour, minute, second, nanoseconds // 1000, zone)


if __name__ == "__main__":
    sys.exit(PyOdbc().run())
