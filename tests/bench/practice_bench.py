#!/usr/bin/env python3
"""Measures the practice server alone, with bare TDS over loopback and no driver.

usage: practice_bench.py TIDEMARK [--seconds N]

How fast a made-up result comes, beside a plain sender of the very same bytes; how many small transactions eight
connections get done in a second; how long a start takes with demo data. Exit code 1: an aim was missed.
"""
import argparse
import json
import multiprocessing
import signal
import socket
import struct
import subprocess
import threading
import time

ROWS = 1_000_000
PACKET = 32767


def message(kind, body):
    return struct.pack(">BBHHBB", kind, 1, 8 + len(body), 0, 1, 0) + body


def prelogin():
    # Version and encryption (2: not supported, so nothing is encrypted).
    options = struct.pack(">BHHBHHB", 0, 11, 6, 1, 17, 1, 0xFF)
    return message(18, options + bytes(6) + b"\x02")


def login(user, password, database):
    text = ["bench", user, password, "bench", "", "", "bench", "", database]
    hidden = bytes(((b << 4 | b >> 4) & 0xFF) ^ 0xA5 for b in password.encode("utf-16-le"))
    data, offsets = b"", b""
    for index, part in enumerate(text):
        offsets += struct.pack("<HH", 94 + len(data), len(part))
        data += hidden if index == 2 else part.encode("utf-16-le")
    offsets += bytes(6) + struct.pack("<HHHHHHI", 94 + len(data), 0, 94 + len(data), 0, 94 + len(data), 0, 0)
    fixed = struct.pack("<IIIIIBBBBII", 0x74000004, PACKET, 7, 1, 0, 0xE0, 3, 0, 0, 0, 0)
    body = fixed + offsets + data
    return message(16, struct.pack("<I", 4 + len(body)) + body)


def batch(text):
    headers = struct.pack("<IIHQI", 22, 18, 2, 0, 1)
    return message(1, headers + text.encode("utf-16-le"))


class Client:
    def __init__(self, info):
        host, port = info["server"].split(",")
        self.socket = socket.create_connection((host, int(port)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.ask(prelogin())
        reply = self.ask(login(info["user"], info["password"], info["databases"][0]))
        if b"\xad" not in reply:  # LOGINACK
            raise SystemExit(f"error: the login was refused: {reply!r}")

    def ask(self, request):
        """The whole reply, with its packet headers."""
        self.socket.sendall(request)
        reply, last = bytearray(), False
        while not last:
            header = self.exactly(8)
            last = header[1] & 1
            reply += header + self.exactly(struct.unpack(">H", header[2:4])[0] - 8)
        return bytes(reply)

    def exactly(self, size):
        data = bytearray()
        while len(data) < size:
            part = self.socket.recv(size - len(data))
            if not part:
                raise SystemExit("error: the server closed the connection")
            data += part
        return data

    def sql(self, text):
        reply = self.ask(batch(text))
        if b"\xaa" == reply[8:9]:  # ERROR
            raise SystemExit(f"error: {text}: {reply[12:200].decode('utf-16-le', 'replace')}")
        return reply


def drain(connection, size):
    buffer = bytearray(1 << 20)
    while size > 0:
        got = connection.recv_into(buffer)
        if got == 0:
            raise SystemExit("error: the sender closed the connection")
        size -= got


def plain_sender(listener, data):
    connection, _ = listener.accept()
    while connection.recv(1):
        connection.sendall(data)


def replay_pace(info):
    """Seconds for the replay and for a plain sender of the same bytes, best of five, and megabytes."""
    client = Client(info)
    client.sql(f"EXEC practice.make_replay @name = N'bench', @rows = {ROWS}, @shape = N'mixed'")
    request = batch("SELECT * FROM replay.bench")
    data = client.ask(request)
    listener = socket.create_server(("127.0.0.1", 0))
    sender = multiprocessing.Process(target=plain_sender, args=(listener, data), daemon=True)
    sender.start()
    plain = socket.create_connection(listener.getsockname())
    best = [float("inf"), float("inf")]
    for _ in range(5):
        for index, (connection, order) in enumerate(((client.socket, request), (plain, b"x"))):
            began = time.perf_counter()
            connection.sendall(order)
            drain(connection, len(data))
            best[index] = min(best[index], time.perf_counter() - began)
    plain.close()
    sender.terminate()
    return best[0], best[1], len(data) / 1e6


def transactions(info, seconds):
    """Small transactions a second from eight connections."""
    Client(info).sql("CREATE TABLE dbo.bench_counter (id int PRIMARY KEY, n int NOT NULL); "
                     "ALTER TABLE dbo.bench_counter ENABLE CHANGE_TRACKING; "
                     "INSERT dbo.bench_counter VALUES (0,0),(1,0),(2,0),(3,0),(4,0),(5,0),(6,0),(7,0)")
    done = [0] * 8
    stop = time.perf_counter() + seconds

    def work(number):
        client = Client(info)
        request = batch(f"UPDATE dbo.bench_counter SET n = n + 1 WHERE id = {number}")
        while time.perf_counter() < stop:
            client.ask(request)
            done[number] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reply = Client(info).sql("SELECT SUM(n) FROM dbo.bench_counter")
    counted = struct.unpack("<i", reply[reply.index(b"\xd1") + 2:][:4])[0]
    if counted != sum(done):
        raise SystemExit(f"error: {sum(done)} transactions were confirmed, {counted} are there")
    return sum(done) / seconds


def start(tidemark):
    began = time.perf_counter()
    child = subprocess.Popen([tidemark, "practice", "--quiet"], stdout=subprocess.PIPE, text=True)
    info = json.loads(child.stdout.readline())
    return child, info, time.perf_counter() - began


def stop(child):
    child.send_signal(signal.SIGTERM)
    child.wait(30)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tidemark")
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    missed = 0

    def say(name, value, aim, good):
        nonlocal missed
        missed += not good
        print(f"  {name:<58}{value:>10}   {'ok' if good else 'MISSED'} ({aim})", flush=True)

    ready = []
    for _ in range(5):
        child, info, seconds = start(options.tidemark)
        ready.append(seconds)
        stop(child)
    child, info, _ = start(options.tidemark)
    try:
        print("The practice server by itself")
        say("ms from start to ready with demo data", f"{min(ready) * 1000:.0f}", "under 300", min(ready) < 0.3)
        ours, plain, megabytes = replay_pace(info)
        say("MB a second of a made-up result", f"{megabytes / ours:.0f}", "information", True)
        say("MB a second of a plain sender", f"{megabytes / plain:.0f}", "information", True)
        say("times the time of the plain sender", f"{ours / plain:.2f}", "at most 1.25", ours / plain <= 1.25)
        rate = transactions(info, options.seconds)
        say("small transactions a second, eight connections", f"{rate:.0f}", "at least 2000", rate >= 2000)
    finally:
        stop(child)
    raise SystemExit(1 if missed else 0)


if __name__ == "__main__":
    main()
