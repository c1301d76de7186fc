"""arrow-odbc's concurrent reader writing CSV with pyarrow: DRIVER HOST PORT USER DATABASE SCHEMA TABLE FILE."""
import os
import sys

import arrow_odbc
import pyarrow.csv

driver, host, port, user, database, schema, table, path = sys.argv[1:]
password = os.environ["TIDEMARK_PASSWORD"]
if driver == "FreeTDS":
    text = f"Driver={driver};Server={host};Port={port};TDS_Version=7.4;ClientCharset=UTF-8;PacketSize=16000;"
else:
    text = f"Driver={{{driver}}};Server={host},{port};Encrypt=no;PacketSize=16000;"
reader = arrow_odbc.read_arrow_batches_from_odbc(
    query=f"SELECT * FROM [{schema}].[{table}]",
    connection_string=text + f"Database={database};UID={user};PWD={password};",
    batch_size=10_000,
    fetch_concurrently=True,
)
rows = 0
with pyarrow.csv.CSVWriter(path, reader.schema) as writer:
    for batch in reader:
        writer.write_batch(batch)
        rows += batch.num_rows
print(rows)
