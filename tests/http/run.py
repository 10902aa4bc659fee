#!/usr/bin/env python3
"""Hostile and careless clients against examples/http_service.gs, on raw sockets: whatever they send, the server must refuse
it with the right status, give back what they held, and go on serving.

    tests/http/run.py [--gscript build/release/gscript]

Ends with `N passed, N failed`.
"""

import argparse
import http.server
import os
import re
import signal
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HEAD = b" HTTP/1.1\r\nHost: a\r\n"
REFUSALS = [
    ("nonsense", b"GARBAGE\r\n\r\n", 400),
    ("binary", b"\x00\xff\xfe" * 1000 + b"\r\n\r\n", 400),
    ("no host", b"GET / HTTP/1.1\r\n\r\n", 400),
    ("two hosts", b"GET /" + HEAD + b"Host: b\r\n\r\n", 400),
    ("another version", b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
    ("blank in a header name", b"GET /" + HEAD + b"bad header: x\r\n\r\n", 400),
    ("folded header", b"GET /" + HEAD + b"A: b\r\n c\r\n\r\n", 400),
    ("control byte in a header", b"GET /" + HEAD + b"A: b\x01\r\n\r\n", 400),
    ("too many headers", b"GET /" + HEAD + b"A: b\r\n" * 300 + b"\r\n", 400),
    ("huge header", b"GET /" + HEAD + b"A: " + b"a" * 200000 + b"\r\n\r\n", 431),
    ("huge target", b"GET /" + b"a" * 200000 + HEAD + b"\r\n", 431),
    ("huge body", b"POST /notes" + HEAD + b"Content-Length: 99999999\r\n\r\n", 413),
    ("huge chunked body", b"POST /notes" + HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"10000\r\n" + b"x" * 65536 + b"\r\n" +
     b"10000\r\n" + b"x" * 65536, 413),
    ("length and chunks", b"POST /notes" + HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    ("two lengths", b"POST /notes" + HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", 400),
    ("negative length", b"POST /notes" + HEAD + b"Content-Length: -5\r\n\r\n", 400),
    ("unknown coding", b"POST /notes" + HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n", 400),
    ("bad chunk size", b"POST /notes" + HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
    ("bad chunk end", b"POST /notes" + HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", 400),
    ("huge chunk size", b"POST /notes" + HEAD + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", 400),
    ("handler fails", b"GET /broken" + HEAD + b"\r\n", 500),
    ("good chunks", b"POST /notes" + HEAD + b"Transfer-Encoding: chunked\r\n\r\n5;x=y\r\n{\"tex\r\nA\r\nt\": \"hi\"} \r\n0\r\nT: v\r\n\r\n",
     201),
    ("version 1.0", b"GET /notes HTTP/1.0\r\n\r\n", 200),
    ("blank lines first", b"\r\n\r\nGET /notes" + HEAD + b"\r\n", 200),
]


class Server:
    def __init__(self, gscript):
        self.gscript = gscript
        self.process = subprocess.Popen([gscript, "examples/http_service.gs", "127.0.0.1:0"], cwd=ROOT,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = self.process.stdout.readline().decode()
        self.port = int(re.search(r":(\d+)$", line.strip()).group(1))

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def ask(self, data):
        with self.connect() as client:
            try:
                client.sendall(data)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused while we were still sending
            return read_some(client)

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


def read_some(client):
    try:
        return client.recv(65536)
    except ConnectionResetError:
        return b""


def status_of(answer):
    match = re.match(rb"HTTP/1\.1 (\d+) ", answer)
    return int(match.group(1)) if match else None


def refuses(server):
    problems = []
    for title, data, wanted in REFUSALS:
        status = status_of(server.ask(data))
        # A refusal may be lost if the connection is reset while data is still under way.
        if status != wanted and not (status is None and len(data) > 100000):
            problems.append(f"{title}: status {status}, expected {wanted}")
    assert not problems, "; ".join(problems)


def survives_broken_connections(server):
    request = b"POST /notes" + HEAD + b"Content-Length: 50\r\n\r\n{\"text\": \"half"
    before = server.descriptors()
    for i in range(400):
        client = server.connect()
        client.sendall(request[:i % len(request) + 1])
        if i % 2:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
    # Clients that go while their answer is being made.
    for _ in range(20):
        client = server.connect()
        client.sendall(b"GET /slow" + HEAD + b"\r\n")
        client.close()
    deadline = time.monotonic() + 10
    while server.descriptors() > before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.descriptors() <= before, "descriptors were lost"


def answers_pipelined_requests(server):
    with server.connect() as client:
        client.sendall((b"GET /notes" + HEAD + b"\r\n") * 50 + b"GET /health" + HEAD + b"Connection: close\r\n\r\n")
        data = b""
        while True:
            piece = client.recv(65536)
            if not piece:
                break
            data += piece
    assert data.count(b"HTTP/1.1 200 OK\r\n") == 51, data.count(b"HTTP/1.1 200 OK\r\n")


def waits_for_slow_clients(server):
    with server.connect() as client:
        for byte in b"GET /notes" + HEAD + b"\r\n":
            client.sendall(bytes([byte]))
            time.sleep(0.002)
        assert status_of(read_some(client)) == 200


def asks_for_expected_bodies(server):
    with server.connect() as client:
        client.sendall(b"POST /notes" + HEAD + b"Content-Length: 14\r\nExpect: 100-continue\r\n\r\n")
        assert status_of(read_some(client)) == 100
        client.sendall(b"{\"text\": \"hi\"}")
        assert status_of(read_some(client)) == 201


def serves_many_at_once(server):
    clients = [server.connect() for _ in range(300)]
    for client in clients:
        client.sendall(b"GET /notes" + HEAD + b"\r\n")
    assert all(status_of(client.recv(65536)) == 200 for client in clients)
    for client in clients:
        client.close()


def talks_tls(server):
    """net.get over https, with a certificate that is trusted, is not, or is another host's."""
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "cert.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days",
                        "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], check=True,
                       capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        web = http.server.HTTPServer(("127.0.0.1", 0), Page)
        web.socket = context.wrap_socket(web.socket, server_side=True)
        threading.Thread(target=web.serve_forever, daemon=True).start()
        port = web.server_address[1]

        def fetch(host, trusted):
            source = f'r, err := net.get("https://{host}:{port}/page", {{timeout: 5}}) print(err || r.status .. " " .. #r.body)'
            environment = dict(os.environ, SSL_CERT_FILE=certificate if trusted else "/dev/null")
            return subprocess.run([server.gscript, "-e", source], env=environment, capture_output=True, text=True).stdout

        assert fetch("localhost", True) == "200 300000\n", fetch("localhost", True)
        assert "tls: self" in fetch("localhost", False), fetch("localhost", False)
        assert "tls: " in fetch("127.0.0.1", True), fetch("127.0.0.1", True)
        web.shutdown()


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * 300000)

    def log_message(self, *arguments):
        pass


CHECKS = [refuses, survives_broken_connections, answers_pipelined_requests, waits_for_slow_clients, asks_for_expected_bodies,
          serves_many_at_once, refuses, talks_tls]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    options = parser.parse_args()
    server = Server(os.path.abspath(options.gscript))
    failed = 0
    for check in CHECKS:
        try:
            check(server)
        except (AssertionError, OSError) as problem:
            failed += 1
            print(f"FAIL {check.__name__}: {problem!r}")
    server.process.send_signal(signal.SIGINT)
    _, errors = server.process.communicate(timeout=10)
    if server.process.returncode != 130 or b"Sanitizer" in errors:
        failed += 1
        print(f"FAIL shutdown: status {server.process.returncode}: {errors.decode()[-2000:]}")
    total = len(CHECKS) + 1
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
