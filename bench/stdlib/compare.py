#!/usr/bin/env python3
"""Compares the library with what it stands on: regexp, hash and compress with RE2, OpenSSL and zlib called from C++,
json with node's JSON, on documents of 10 MB.

    bench/stdlib/compare.py [--gscript build/release/gscript] [--flags "..."] [--check]

Prints the processor time of one execution, from the difference between processes that make many and none, and
ratios; --check fails if one is above its bound, 1.3 (json: 2).
"""

import argparse
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SIZE = 10_000_000
LIBRARY_BOUND, JSON_BOUND = 1.3, 2.0


def records(rng):
    """Objects of the kind that services exchange."""
    for i in range(10 ** 9):
        yield {"id": i, "name": f"user {rng.randrange(10 ** 6)}", "email": f"u{i}@example.com",
               "active": rng.random() < 0.5, "score": rng.random() * 1000,
               "tags": rng.sample(["red", "green", "blue", "long tag with spaces", "é"], 2),
               "address": {"street": f"{rng.randrange(999)} Main St", "zip": rng.randrange(10 ** 5), "geo": None}}


def numbers(rng):
    """Rows of numbers."""
    for _ in range(10 ** 9):
        yield [rng.randrange(-10 ** 9, 10 ** 9), rng.random(), rng.randrange(100), rng.random() * 1e10, -rng.random()]


def texts(rng):
    """Long strings with escapes, and objects whose keys differ."""
    for i in range(10 ** 9):
        words = ["word", "quoted \"text\"", "line\nbreak", "日本語", "back\\slash", "plain"]
        line = " ".join(rng.choice(words) for _ in range(30))
        yield {f"key{rng.randrange(10 ** 6)}": line, "other": [line[:20], {f"k{i}": line[:5]}]}


def document(kind, path):
    rng, items, size = random.Random(1), [], 2
    for item in kind(rng):
        text = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
        items.append(text)
        size += len(text.encode()) + 1
        if size >= SIZE:
            break
    with open(path, "w", encoding="utf-8") as file:
        file.write("[" + ",".join(items) + "]")


# How often each task runs.
TASKS = {"regexp.findAll": 20, "regexp.match": 50, "regexp.replaceAll": 20, "hash.md5": 80, "hash.sha1": 200,
         "hash.sha256": 200, "hash.sha512": 80, "hash.crc32": 500, "hash.lines": 20, "compress.gzipEncode": 3,
         "compress.gzipDecode": 50}
RUNS = 3


def processor_time(command):
    """Seconds of the best of some runs, and what the command printed."""
    best = None
    for _ in range(RUNS):
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command}: exit status {process.returncode}")
        used = usage.ru_utime + usage.ru_stime
        best = used if best is None else min(best, used)
    return best, printed


def seconds_each(command, count, *rest):
    base, _ = processor_time([*command, "0", *rest])
    used, printed = processor_time([*command, str(count), *rest])
    return (used - base) / count, printed


def compare(name, ours, theirs, count, bound, *rest):
    seconds, printed = seconds_each(ours, count, *rest)
    reference, wanted = seconds_each(theirs, count, *rest)
    ratio = seconds / reference
    remarks = " above its bound" if ratio > bound else ""
    if printed != wanted:
        remarks += f" RESULTS DIFFER: {printed} {wanted}"
    print(f"{name:24} {seconds * 1000:9.2f} ms {reference * 1000:9.2f} ms {ratio:6.2f}{remarks}", flush=True)
    return ratio > bound or printed != wanted


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    parser.add_argument("--flags", default="")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    gscript = [options.gscript, *shlex.split(options.flags)]
    bad = 0
    print(f"{'':24} {'gscript':>12} {'reference':>12}  ratio")
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "library")
        compiler = shutil.which("clang++-19") or "c++"
        source = os.path.join(HERE, "library.cpp")
        subprocess.run([compiler, "-std=c++17", "-O2", source, "-o", program, "-lre2", "-lcrypto", "-lz"], check=True)
        for task, count in TASKS.items():
            ours = [*gscript, os.path.join(HERE, "library.gs"), task]
            bad += compare(task, ours, [program, task], count, LIBRARY_BOUND)
        if not shutil.which("node"):
            print("no node: json not compared")
        for kind in (records, numbers, texts) if shutil.which("node") else ():
            path = os.path.join(folder, "document.json")
            document(kind, path)
            for task in ("decode", "encode"):
                bad += compare(f"json.{task} {kind.__name__}", [*gscript, os.path.join(HERE, "json.gs"), task],
                               ["node", os.path.join(HERE, "json.js"), task], 10, JSON_BOUND, path)
    return 1 if bad and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
