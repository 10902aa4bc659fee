#!/usr/bin/env python3
"""Feeds generated hostile sources to gscript: deep nesting, endless lines, garbage.

    tests/limits/run_limits.py [--gscript PATH] [--flags "..."] [--filter TEXT] [--scale X]

Each source must be answered by a run (exit status 0) or a clear error (exit status 1 and a report on standard error that
names the file), within its time and memory and never by a signal. `compile` cases are only checked (`gscript check`), so that
nothing but the front end is measured. The last line printed is `N passed, N failed`; the exit status is 1 if a case failed.
"""

import argparse
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CLEAR_ERROR = re.compile(rb"^(hostile\.gs|\(load\)|\(repl\)):\d+(:\d+)?: \S|^too many errors", re.M)
SECONDS = 30
MEGABYTES = 3000


def nested(opening, inner, closing, depth, prefix="x := "):
    return prefix + opening * depth + inner + closing * depth + "\n"


def sources(scale):
    """Yields name, whether it is only checked, what must be answered (None: anything clear), source text."""
    deep = int(100_000 * scale)
    megabyte = int(1_000_000 * scale)
    too_deep = rb"nesting too deep"
    yield "parentheses", False, too_deep, nested("(", "1", ")", deep)
    yield "unclosed parentheses", False, None, "x := " + "(" * deep
    yield "tables", False, too_deep, nested("{", "", "}", deep)
    yield "unclosed tables", False, None, "x := " + "{" * deep
    yield "keyed tables", False, too_deep, nested("{a: ", "1", "}", deep)
    yield "computed keys", False, too_deep, nested("{[", "1", "]: 1}", deep)
    yield "blocks", False, too_deep, nested("{", "", "}", deep, "")
    yield "unclosed blocks", False, None, "{" * deep
    yield "closing braces", False, None, "}" * deep
    yield "functions", False, too_deep, nested("func() { return ", "1", " }", deep)
    yield "func declarations", False, too_deep, nested("func f() { ", "", " }", deep, "")
    yield "calls", False, too_deep, nested("f(", "1", ")", deep)
    yield "indexes", False, too_deep, nested("t[", "1", "]", deep)
    yield "ifs", False, too_deep, nested("if true { ", "", " }", deep, "")
    yield "fors", False, too_deep, nested("for { ", "break", " }", deep, "")
    yield "switches", False, too_deep, nested("switch { default: ", "", " }", deep, "")
    yield "selects", False, too_deep, nested("select { default: ", "", " }", deep, "")
    yield "else ifs", False, None, "if false { } " + "else if false { } " * deep
    yield "elseifs", False, None, "if false { } " + "elseif false { } " * deep
    yield "not signs", False, None, "x := " + "!" * deep + "1\n"
    yield "minus signs", False, None, "x := " + "- " * deep + "1\n"
    yield "receive signs", False, None, "x := " + "<-" * deep + "1\n"
    yield "powers", False, None, "x := 1" + " ** 1" * deep + "\n"
    yield "concatenations", False, None, 'x := "a"' + ' .. "b"' * deep + "\n"
    yield "additions", False, None, "x := 1" + " + 1" * deep + "\nprint(x)\n"
    yield "ors", False, None, "x := nil" + " || nil" * deep + "\n"
    yield "comparisons", True, None, "x := 1" + " == 1" * deep + "\n"
    yield "field chain", True, None, "x := t" + ".a" * deep + "\n"
    yield "call chain", True, None, "f" + "()" * deep + "\n"
    yield "method chain", True, None, "f" + ":m()" * deep + "\n"
    yield "mixed nesting", False, too_deep, nested("({[", "1", "]: 1})", deep // 3)
    yield "50 MB comment line", False, None, "// " + "x" * (50 * megabyte) + "\nprint(1)\n"
    yield "50 MB block comment", False, None, "/* " + "x\n" * (25 * megabyte) + "*/ print(1)\n"
    yield "50 MB string", False, None, 'x := "' + "x" * (50 * megabyte) + '"\nprint(#x)\n'
    yield "50 MB unterminated string", False, rb"unterminated string", 'x := "' + "x" * (50 * megabyte)
    yield "50 MB raw string", False, None, "x := `" + "x\n" * (25 * megabyte) + "`\n"
    yield "50 MB name", False, None, "x" * (50 * megabyte) + " := 1\n"
    yield "50 MB number", False, None, "x := " + "1" * (50 * megabyte) + "\n"
    yield "50 MB fraction", False, None, "x := 0." + "1" * (50 * megabyte) + "\nprint(x)\n"
    yield "50 MB of white space", False, None, " " * (50 * megabyte) + "print(1)\n"
    yield "50 MB of semicolons", False, None, ";" * (50 * megabyte)
    yield "50 MB line with an error", False, rb"expected", "x := 1 " * (7 * megabyte) + ")"
    yield "50 MB of newlines", False, None, "\n" * (50 * megabyte) + "nosuch\n"
    yield "5 MB expression line", False, None, "x := 1" + " + 1" * (5 * megabyte // 4) + "\n"
    yield "5 MB call line", True, None, "print(1) " * (5 * megabyte // 9) + "\n"
    yield "table of 500,000 elements", False, None, "x := {" + "1, " * (megabyte // 2) + "}\nprint(#x)\n"
    yield "table of 200,000 keys", False, None, "x := {" + "".join(f"k{i}: {i}, " for i in range(megabyte // 5)) + "}\n"
    yield "100,000 locals", False, None, "func f() {\n" + "".join(f"v{i} := {i}\n" for i in range(deep)) + "}\nf()\n"
    yield "100,000 globals", False, None, "".join(f"g{i} := {i}\n" for i in range(deep))
    yield "100,000 functions", False, None, "".join(f"func f{i}() {{ return {i} }}\n" for i in range(deep))
    yield "100,000 parameters", True, None, "func f(" + ", ".join(f"p{i}" for i in range(deep)) + ") { }\n"
    yield "100,000 arguments", False, None, "print(select('#', " + ", ".join("1" * deep) + "))\n"
    yield "100,000 targets", True, None, ", ".join(f"a{i}" for i in range(deep)) + " := 1\n"
    yield "100,000 cases", False, None, "switch 5 {\n" + "".join(f"case {i}:\n" for i in range(deep)) + "}\n"
    yield "100,000 labels", True, None, "".join(f"l{i}: for {{ break l{i} }}\n" for i in range(deep))
    yield "100,000 errors", True, rb"too many errors", "break\n" * deep
    yield "100,000 syntax errors", True, None, "x = = 1\n" * deep
    yield "captured variables", False, None, ("func f() {\n" + "".join(f"v{i} := {i}\n" for i in range(deep // 10))
        + "return func() { return " + " + ".join(f"v{i}" for i in range(deep // 10)) + " }\n}\nf()()\n")
    yield "long jump", False, None, "x := 0\nfor x < 2 { x++\nif x == 5 {\n" + "x = x + 1\n" * deep + "}\n}\nprint(x)\n"
    yield "NUL bytes", False, None, "\0" * deep
    yield "invalid UTF-8", False, None, b"\xff\xfe\x80" * deep
    yield "invalid UTF-8 in strings", False, None, b'x := "' + b"\xff\xc0\xed\xa0\x80" * deep + b'"\nprint(#x)\n'
    yield "carriage returns", False, None, "x := 1\r" * 10 + "\r" * deep
    yield "byte order marks", False, None, b"\xef\xbb\xbf" * deep
    yield "empty", False, None, ""
    yield "shebang alone", False, None, "#!"
    generator = random.Random(1)
    tokens = ("( ) [ ] { } , ; : . + - * / % ** .. & | ^ &^ << >> == != < <= > >= && || ! # <- ... = := += ++ -- "
              "break case chan const continue default defer else elseif false fallthrough for func go goto if in nil range "
              "return switch true var select make x y f 1 2.5 \"s\" 'c' `r` \n").split(" ")
    for number in range(8):
        yield f"random tokens {number}", True, None, " ".join(generator.choice(tokens) for _ in range(deep // 5))
    for number in range(4):
        yield f"random bytes {number}", True, None, bytes(generator.randrange(256) for _ in range(deep))


def measure(command, folder):
    """Runs a command; returns its status or signal, seconds, peak megabytes, and standard error."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        watchdog = threading.Timer(SECONDS + 10, process.kill)
        watchdog.start()
        _, status, usage = os.wait4(process.pid, 0)
        watchdog.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        errors.seek(0)
        return process.returncode, seconds, usage.ru_maxrss / 1024, errors.read(100_000)


def judge(status, seconds, megabytes, errors, required):
    if seconds > SECONDS:
        return f"took {seconds:.1f} s"
    if status < 0:
        return f"ended by signal {-status}"
    if status not in (0, 1):
        return f"exit status {status}"
    if megabytes > MEGABYTES:
        return f"used {megabytes:.0f} MB"
    if status == 1 and not CLEAR_ERROR.search(errors):
        return "no clear error"
    if required is not None and (status != 1 or not re.search(required, errors)):
        return f"expected the error {required.decode()!r}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    parser.add_argument("--flags", default="", help="flags put before the file")
    parser.add_argument("--filter", default="", help="run only cases whose name contains this")
    parser.add_argument("--scale", type=float, default=1, help="multiplies the sizes (sanitized builds want less)")
    parser.add_argument("--verbose", action="store_true", help="print time and memory of every case")
    options = parser.parse_args()
    gscript, flags = os.path.abspath(options.gscript), shlex.split(options.flags)
    passed = failed = 0
    for name, check_only, required, text in sources(options.scale):
        if options.filter not in name:
            continue
        with tempfile.TemporaryDirectory(prefix="gs-") as folder:
            with open(os.path.join(folder, "hostile.gs"), "wb") as file:
                file.write(text if isinstance(text, bytes) else text.encode())
            command = [gscript] + (["check"] if check_only else flags) + ["hostile.gs"]
            status, seconds, megabytes, errors = measure(command, folder)
        problem = judge(status, seconds, megabytes, errors, required)
        passed, failed = passed + (problem is None), failed + (problem is not None)
        if problem:
            print(f"FAIL {name}: {problem}; standard error: {errors[:300]!r}", flush=True)
        elif options.verbose:
            print(f"ok   {name}: status {status}, {seconds:.2f} s, {megabytes:.0f} MB", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
