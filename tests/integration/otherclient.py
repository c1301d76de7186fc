#!/usr/bin/env python3
"""Changes data through python-tds, a TDS client that shares no code with the ODBC drivers.

usage: otherclient.py PORT USER DATABASE < SQL, one batch a line; the password comes from TIDEMARK_PASSWORD.
A line that begins with "?" prints the rows of a query, tab-separated, NULL as \\N.
"""
import decimal
import os
import sys

sys.path.insert(0, os.environ["TIDEMARK_PYTHON_PACKAGES"])
import pytds  # noqa: E402



def text(cell):
    if cell is None:
        return "\\N"
    # python-tds drops the zeros of a decimal(18,4)
    return f"{cell:.4f}" if isinstance(cell, decimal.Decimal) else str(cell)


port, user, database = sys.argv[1:]
with pytds.connect(
    dsn="127.0.0.1", port=int(port), user=user, password=os.environ["TIDEMARK_PASSWORD"], database=database,
    autocommit=True,
) as connection:
    for line in sys.stdin:
        cursor = connection.cursor()
        cursor.execute(line.strip().lstrip("?"))
        if line.startswith("?"):
            for row in cursor.fetchall():
                print("\t".join(text(cell) for cell in row))
