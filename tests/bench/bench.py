#!/usr/bin/env python3
"""Measures Tidemark beside its peers on the same made-up rows of one practice server.

usage: bench.py BUILD_FOLDER WORK_FOLDER [--rows N] [--rounds N] [--only NAME]

BUILD_FOLDER holds tidemark and tests/bench/bench_contender of a Release build; WORK_FOLDER should lie on tmpfs, and
every file of every contender goes there: Tidemark syncs its files to the disk and its peers do not, so a disk would
measure the disk. Contenders take turns; a figure is the shortest of its rounds. Exit code 1: a ratio missed its aim.
"""
import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

MICROSOFT = "ODBC Driver 18 for SQL Server"
FREETDS = "FreeTDS"
TIME_LIMIT = 60  # seconds for one contender


class Failed(Exception):
    pass


def run(command, environment, output):
    """Wall seconds and peak memory in MB of a whole process. The memory is never less than this script's own, since
    the system counts a child from its fork on."""
    began = time.perf_counter()
    with open(output, "wb") as log:
        child = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
        pid = 0
        while pid == 0:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid == 0 and time.perf_counter() - began > TIME_LIMIT:
                child.kill()
                os.wait4(child.pid, 0)
                raise Failed(f"{command[0]} did not end within {TIME_LIMIT} s")
            time.sleep(0.002)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise Failed(f"{command[0]} ended with {child.returncode}: {pathlib.Path(output).read_text()[-600:]}")
    return seconds, usage.ru_maxrss / 1024


class Server:
    """A practice server of its own process, so that nobody shares its memory or its event loop."""

    def __init__(self, tidemark, folder):
        self.child = subprocess.Popen(
            [tidemark, "practice", "--quiet", "--data", folder], stdout=subprocess.PIPE, text=True
        )
        line = self.child.stdout.readline()
        if not line:
            raise Failed("the practice server did not start")
        self.info = json.loads(line)

    def stop(self):
        self.child.send_signal(signal.SIGTERM)
        self.child.wait(30)


def sql(info, text):
    """Runs T-SQL with FreeTDS's own client."""
    host, port = info["server"].split(",")
    done = subprocess.run(
        ["tsql", "-H", host, "-p", port, "-U", info["user"], "-P", info["password"]],
        input=f"USE [{info['databases'][0]}]\n{text}\nGO\nEXIT\n", capture_output=True, text=True, timeout=300,
    )
    if "Msg " in done.stdout + done.stderr:
        raise Failed(f"{text}: {done.stdout[-500:]}{done.stderr[-500:]}")


def job_file(folder, info, driver, table, name):
    path = pathlib.Path(folder) / f"{name}.json"
    path.write_text(json.dumps({
        "connection": {"server": info["server"], "user": info["user"], "driver": driver, "encrypt": "no",
                       "trust_server_certificate": True},
        "storage": {"data_dir": f"{name}-data", "watermark_dir": f"{name}-watermarks"},
        "policies": {"retries": 0},
        "tables": [{"database": table[0], "table": f"{table[1]}.{table[2]}", "mode": "full"}],
    }))
    return str(path)


class Bench:
    def __init__(self, options, server):
        self.options = options
        self.info = server.info
        self.work = pathlib.Path(options.work)
        self.environment = dict(os.environ, TIDEMARK_PASSWORD=self.info["password"])
        self.tidemark = str(pathlib.Path(options.build) / "tidemark")
        self.contender = str(pathlib.Path(options.build) / "tests/bench/bench_contender")
        self.missed = []

    def tidemark_sync(self, driver, table):
        job = job_file(self.work, self.info, driver, table, "tidemark")
        for folder in ("tidemark-data", "tidemark-watermarks"):
            shutil.rmtree(self.work / folder, ignore_errors=True)
        return [self.tidemark, "--quiet", "--config", job]

    def fetch_only(self, driver, table):
        return [self.contender, "fetch", driver, self.info["server"], self.info["user"], *table]

    def query_loop(self, driver, table):
        return self.fetch_only(driver, table)[:1] + ["qsqlquery"] + self.fetch_only(driver, table)[2:] + [
            str(self.work / "loop.csv")]

    def freebcp(self, table):
        # PacketSize and host come from a freetds.conf of our own; 4.2 is freebcp's default otherwise.
        return ["freebcp", ".".join(table), "out", str(self.work / "bcp.csv"), "-c", "-t", ",", "-S", "bench",
                "-U", self.info["user"], "-P", self.info["password"]]

    def arrow_odbc(self, driver, table):
        host, port = self.info["server"].split(",")
        return [sys.executable, str(pathlib.Path(__file__).parent / "arrow_contender.py"), driver, host, port,
                self.info["user"], *table, str(self.work / "arrow.csv")]

    def times(self, contenders):
        best = {name: (float("inf"), 0.0) for name in contenders}
        for _ in range(self.options.rounds):
            for name, make in list(contenders.items()):
                try:
                    seconds, memory = run(make(), self.environment, self.work / "output.log")
                    best[name] = min(best[name], (seconds, memory))
                except Failed as failure:
                    print(f"  {name}: {failure}")
                    self.missed.append(name)
                    del contenders[name], best[name]
        return best

    def say(self, name, value, aim, good):
        print(f"  {name:<58}{value:>10}   {'ok' if good else 'MISSED'} ({aim})")
        if not good:
            self.missed.append(name)

    def speed(self, driver):
        table = (self.info["databases"][0], "replay", "mixed")
        rows = self.options.rows
        contenders = {
            "tidemark": lambda: self.tidemark_sync(driver, table),
            "fetch only": lambda: self.fetch_only(driver, table),
            "QSqlQuery and QTextStream": lambda: self.query_loop(driver, table),
            "freebcp out -c": lambda: self.freebcp(table),
            "arrow-odbc to CSV": lambda: self.arrow_odbc(driver, table),
        }
        if not shutil.which("freebcp"):
            del contenders["freebcp out -c"]
        try:
            import arrow_odbc  # noqa: F401
        except ImportError:
            print("  skipped: arrow-odbc is not installed")
            del contenders["arrow-odbc to CSV"]
        best = self.times(contenders)
        print(f"\n{rows:,} rows x 10 columns through {driver}, best of {self.options.rounds}, whole processes")
        for name, (seconds, memory) in best.items():
            print(f"  {name:<30}{seconds:8.2f} s {rows / seconds / 1000:8.0f} thousand rows/s {memory:7.0f} MB")
        own = best["tidemark"][0]
        aims = [("QSqlQuery and QTextStream", 6.0), ("freebcp out -c", 1.5), ("arrow-odbc to CSV", 1.0)]
        for name, aim in aims:
            if name in best:
                ratio = best[name][0] / own
                self.say(f"times as fast as {name}", f"{ratio:.2f}", f"at least {aim}", ratio >= aim)
        ratio = own / best["fetch only"][0]
        self.say("times the time of fetching alone", f"{ratio:.2f}", "at most 1.6", ratio <= 1.6)

    def memory(self, driver):
        print(f"\nPeak memory of a sync through {driver}")
        peaks = []
        for rows in (300_000, 3_000_000):
            _, peak = run(self.tidemark_sync(driver, (self.info["databases"][0], "replay", f"mixed_{rows}")), self.environment,
                          self.work / "output.log")
            peaks.append(peak)
        self.say("MB with 3,000,000 rows", f"{peaks[1]:.0f}", "at most 150", peaks[1] <= 150)
        self.say("times the memory of 300,000 rows", f"{peaks[1] / peaks[0]:.2f}", "at most 1.15",
                 peaks[1] <= 1.15 * peaks[0])
        _, peak = run(self.tidemark_sync(driver, (self.info["databases"][0], "replay", "huge")), self.environment,
                      self.work / "output.log")
        self.say("MB with nvarchar(max) values of 64 MB", f"{peak:.0f}", "at most 400", peak <= 400)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("work")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["speed", "memory"])
    options = parser.parse_args()
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    kind = subprocess.run(["stat", "-f", "-c", "%T", str(work)], capture_output=True, text=True).stdout.strip()
    print(f"all files on {kind}; {os.cpu_count()} cores shared by server and contender; encryption off")

    drivers = [d for d in (MICROSOFT, FREETDS) if f"[{d}]" in subprocess.run(
        ["odbcinst", "-q", "-d"], capture_output=True, text=True).stdout]
    server = Server(str(pathlib.Path(options.build) / "tidemark"), str(work / "practice"))
    try:
        bench = Bench(options, server)
        host, port = server.info["server"].split(",")
        (work / "freetds.conf").write_text(f"[bench]\nhost = {host}\nport = {port}\ntds version = 7.4\n")
        bench.environment["FREETDSCONF"] = str(work / "freetds.conf")
        for name, rows, shape in (("mixed", options.rows, "mixed"), ("mixed_300000", 300_000, "mixed"),
                                  ("mixed_3000000", 3_000_000, "mixed"), ("huge", 8, "long")):
            sql(server.info, f"EXEC practice.make_replay @name = N'{name}', @rows = {rows}, @shape = N'{shape}'")
        for driver in drivers:
            if options.only != "memory":
                bench.speed(driver)
            if options.only != "speed":
                bench.memory(driver)
    finally:
        server.stop()
    if bench.missed:
        print(f"\nmissed: {', '.join(bench.missed)}")
    return 1 if bench.missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failure:
        sys.exit(f"error: {failure}")
