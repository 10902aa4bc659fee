#!/usr/bin/env python3
"""Load on examples/http_service.gs: keep-alive connections that ask without pause, and beside them clients that break
off in the middle of a request, send nonsense, or ask for more than is allowed.

    bench/stdlib/http_load.py [--gscript build/release/gscript] [--seconds 20] [--connections 100] [--flags "..."]

Uses wrk where it is installed, else clients of its own. Prints requests per second, the 99th percentile of the
latency, errors, and the server's memory before, meanwhile and after. The exit status is 1 if a good request failed,
the server died, or its memory grew by more than a half after the first quarter of the time.
"""

import argparse
import os
import re
import shlex
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GOOD = b"GET /notes HTTP/1.1\r\nHost: a\r\n\r\n"
BROKEN = [b"GET /no", b"POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n{\"text\": ", GOOD + b"GET",
          b"GARBAGE\r\n\r\n", b"\x00\xff" * 500 + b"\r\n\r\n", b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
          b"POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n"]


def disturb(port, until, counter):
    while time.monotonic() < until:
        for text in BROKEN:
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
                    client.sendall(text)
                    # A reset instead of an orderly end.
                    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            except ConnectionError:
                pass
            counter[0] += 1
            time.sleep(0.005)


def answer(client, received):
    while b"\r\n\r\n" not in received:
        received += client.recv(65536) or b"\r\n\r\n"
    head, _, rest = received.partition(b"\r\n\r\n")
    length = int(re.search(rb"Content-Length: (\d+)", head).group(1))
    while len(rest) < length:
        rest += client.recv(65536)
    return head.startswith(b"HTTP/1.1 200"), rest[length:]


def ask(port, until, latencies, errors):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
            rest = b""
            while time.monotonic() < until:
                start = time.monotonic()
                client.sendall(GOOD)
                ok, rest = answer(client, rest)
                latencies.append(time.monotonic() - start)
                if not ok:
                    errors.append("status")
    except Exception as error:
        errors.append(repr(error))


def own_load(port, seconds, connections):
    latencies, errors, until = [], [], time.monotonic() + seconds
    threads = [threading.Thread(target=ask, args=(port, until, latencies, errors)) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    latencies.sort()
    p99 = f"{latencies[len(latencies) * 99 // 100] * 1000:.2f}ms" if latencies else "none"
    return f"{len(latencies) / seconds:.0f}", p99, len(errors)


def wrk_load(port, seconds, connections):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", f"http://127.0.0.1:{port}/notes"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # "Socket errors: connect 0, read 0, write 0, timeout 0" and "Non-2xx or 3xx responses: 0", if there are any.
    reports = re.findall(r"(?:Socket errors|responses): (.*)", text)
    errors = sum(int(number) for line in reports for number in re.findall(r"\d+", line))
    return re.search(r"Requests/sec: +([\d.]+)", text).group(1), re.search(r"99% +(\S+)", text).group(1), errors


def memory(process):
    with open(f"/proc/{process.pid}/status") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    parser.add_argument("--flags", default="")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--connections", type=int, default=100)
    options = parser.parse_args()
    command = [options.gscript, *shlex.split(options.flags), "examples/http_service.gs", "127.0.0.1:0"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    port = int(server.stdout.readline().rsplit(":", 1)[1])
    samples, broken, until = [memory(server)], [0], time.monotonic() + options.seconds

    def watch():
        while time.monotonic() < until:
            samples.append(memory(server))
            time.sleep(0.2)
    beside = [threading.Thread(target=watch), threading.Thread(target=disturb, args=(port, until, broken))]
    for thread in beside:
        thread.start()
    load = wrk_load if shutil.which("wrk") else own_load
    rate, p99, errors = load(port, options.seconds, options.connections)
    for thread in beside:
        thread.join()
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(GOOD)
        alive, _ = answer(client, b"")
    early, late = max(samples[:len(samples) // 4 + 1]), max(samples[len(samples) * 3 // 4:] + [memory(server)])
    print(f"{rate} requests/s, p99 {p99}, {errors} errors, {broken[0]} broken requests beside")
    print(f"memory {samples[0]} KiB at start, {early} KiB in the first quarter, {late} KiB in the last")
    print("still serving" if alive else "not serving any more")
    server.terminate()
    return 1 if errors or not alive or late > early * 1.5 else 0


if __name__ == "__main__":
    sys.exit(main())
