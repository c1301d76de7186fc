#!/usr/bin/env python3
"""Lets clients that share no code with Tidemark judge its practice server, each with a server of its own.

usage: judges.py TIDEMARK FOLDER [--only NAME]

FOLDER holds what packaging/clients.sh has fetched for them. Each client runs the cases of CASES and of the two tables
and prints a line for each: "ok NAME", "FAILED NAME: reason", or "skipped NAME: what its library cannot do".
Exit code 1: a case failed or was not told. 77: none of the clients is there.
"""
import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TIME_LIMIT = 240  # seconds for one client
CASES = ["login without TLS", "login with TLS", "wrong password", "unknown database", "commit", "rollback",
         "savepoint", "snapshot", "prepared", "result sets", "row counts", "many rows", "identity",
         "output parameter", "return status", "cancel", "timeout", "error in the middle", "duplicate key", "message"]


class Missing(Exception):
    """Why a client cannot run here."""


def cases():
    names = list(CASES)
    for line in (HERE / "values.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, type_ = line.split("\t")[:2]
        names += [f"literal {name}"] + ([f"parameter {name}"] if type_ != "sql_variant" else [])
    for line in (HERE / "folding.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        names.append("folding " + line.split("\t")[0])
    return names


def found(path):
    if not list(path.parent.glob(path.name)):
        raise Missing(f"{path.name} is not in {path.parent}")
    return str(path)


def program(name):
    if not shutil.which(name):
        raise Missing(f"{name} is not installed")
    return name


def python_tds(folder):
    packages = pathlib.Path(os.environ.get("TIDEMARK_PYTHON_PACKAGES", folder / "python"))
    found(packages / "pytds")
    return [sys.executable, "pythontds.py"], {"PYTHONPATH": str(packages)}


def pyodbc(driver):
    def command(folder):
        found(folder / "python" / "pyodbc*.so")
        known = subprocess.run(["odbcinst", "-q", "-d"], capture_output=True, text=True).stdout
        if f"[{driver}]" not in known:
            raise Missing(f"odbcinst does not know {driver}")
        return [sys.executable, "pyodbcclient.py", driver], {"PYTHONPATH": str(folder / "python")}
    return command


def tedious(folder):
    return [program("node"), "tediousclient.mjs", found(folder / "node_modules")], {}


def go_mssqldb(folder):
    return [found(folder / "go" / "gomssqldb")], {}


def mssql_jdbc(folder):
    jar, classes = found(folder / "mssql-jdbc.jar"), folder / "java"
    found(classes / "MssqlJdbc.class")
    return [program("java"), "-cp", f"{jar}:{classes}", "MssqlJdbc"], {}


CLIENTS = {
    "python-tds": python_tds,
    "pyodbc, FreeTDS": pyodbc("FreeTDS"),
    "pyodbc, Microsoft": pyodbc("ODBC Driver 18 for SQL Server"),
    "tedious": tedious,
    "go-mssqldb": go_mssqldb,
    "mssql-jdbc": mssql_jdbc,
}


class Server:
    """A practice server for one client."""

    def __init__(self, tidemark):
        self.child = subprocess.Popen([tidemark, "practice", "--quiet", "--rows", "10"],
                                      stdout=subprocess.PIPE, text=True)
        ready = self.child.stdout.readline()
        if not ready:
            sys.exit("error: the practice server did not start")
        self.info = json.loads(ready)

    def environment(self):
        return {"TIDEMARK_PORT": self.info["server"].split(",")[1], "TIDEMARK_USER": self.info["user"],
                "TIDEMARK_PASSWORD": self.info["password"], "TIDEMARK_DATABASE": self.info["databases"][0],
                "TIDEMARK_CERTIFICATE": self.info["certificate"], "TIDEMARK_CASES": str(HERE)}

    def stop(self):
        self.child.send_signal(signal.SIGTERM)
        self.child.wait(30)


def judge(tidemark, command, environment):
    """What the client printed for each case; its last words under None when it broke off."""
    server = Server(tidemark)
    try:
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=TIME_LIMIT,
                              env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment | server.environment())
        output, errors = done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        output, errors = (late.stdout or b"").decode(), f"did not end within {TIME_LIMIT} s"
    finally:
        server.stop()
    told = {}
    for line in output.splitlines():
        verdict, _, rest = line.partition(" ")
        name, _, reason = rest.partition(": ")
        told[name] = (verdict, reason)
    for name in cases():
        told.setdefault(name, ("FAILED", "not told; " + " ".join(errors.split())[-200:]))
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tidemark", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", choices=list(CLIENTS))
    options = parser.parse_args()
    table = []
    failed = 0
    for name in [options.only] if options.only else CLIENTS:
        try:
            told = judge(options.tidemark.resolve(), *CLIENTS[name](options.folder.resolve()))
        except Missing as missing:
            table.append(f"{name:<20} skipped: {missing}")
            continue
        counts = {"ok": 0, "FAILED": 0, "skipped": 0}
        for case, (verdict, reason) in told.items():
            counts[verdict] += 1
            if verdict != "ok":
                print(f"{name}: {verdict} {case}: {reason}")
        failed += counts["FAILED"]
        table.append(f"{name:<20}{counts['ok'] + counts['FAILED']:>7}{counts['ok']:>8}{counts['FAILED']:>8}"
                     f"{counts['skipped']:>15}")
    print(f"\n{'client':<20}{'cases':>7}{'passed':>8}{'failed':>8}{'not its own':>15}")
    print("\n".join(table))
    if all("skipped:" in line for line in table):
        return 77
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
