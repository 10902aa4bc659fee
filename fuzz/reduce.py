#!/usr/bin/env python3
"""Shrinks a program on which two configurations disagree.

    fuzz/reduce.py PROGRAM.gs --a="build/release/gscript --jit=off" --b="build/release/gscript --jit=on --set jit.threshold=1"

Removes runs of lines whose braces balance, unwraps blocks, and replaces parenthesised expressions by constants, as long as the
two commands still differ in output or exit status. The result goes to standard output.
"""
import argparse
import re
import subprocess
import sys
import tempfile


def outcome(command, path):
    try:
        run = subprocess.run(command.split() + [path], capture_output=True, timeout=20, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return "time out"
    return (run.returncode, re.sub(r"0x[0-9a-f]+", "0x", run.stdout), re.sub(r"0x[0-9a-f]+", "0x", run.stderr))


class Reducer:
    def __init__(self, a, b):
        self.a, self.b = a, b
        self.file = tempfile.NamedTemporaryFile(suffix=".gs", mode="w", delete=False)
        self.tries = 0

    def differs(self, lines):
        self.tries += 1
        with open(self.file.name, "w") as f:
            f.write("\n".join(lines) + "\n")
        first = outcome(self.a, self.file.name)
        # A program that does not compile shows a caret line: never the reduction wanted.
        if first == "time out" or re.search(r"^ +\^$", first[2], re.M):
            return False
        return first != outcome(self.b, self.file.name)

    def without_lines(self, lines):
        size = max(1, len(lines) // 2)
        while size >= 1:
            at = 0
            while at < len(lines):
                shorter = lines[:at] + lines[at + size:]
                if balanced(lines[at:at + size]) and self.differs(shorter):
                    lines = shorter
                else:
                    at += 1 if size <= 4 else size // 2
            size //= 2
        return lines

    def without_blocks(self, lines):
        at = 0
        while at < len(lines):
            end = block_end(lines, at)
            if end is not None:
                for candidate in (lines[:at] + lines[end + 1:], lines[:at] + lines[at + 1:end] + lines[end + 1:]):
                    if self.differs(candidate):
                        lines = candidate
                        at -= 1
                        break
            at += 1
        return lines

    def with_simple_expressions(self, lines):
        for i in range(len(lines)):
            start = 0
            while True:
                match = re.compile(r"\([^()]*\)").search(lines[i], start)
                if not match:
                    break
                start = match.start() + 1
                for text in ("1", "1.5", match.group()[1:-1]):
                    shorter = lines[i][:match.start()] + text + lines[i][match.end():]
                    if len(shorter) < len(lines[i]) and self.differs(lines[:i] + [shorter] + lines[i + 1:]):
                        lines = lines[:i] + [shorter] + lines[i + 1:]
                        start = 0
                        break
        return lines


def balanced(lines):
    depth = 0
    for line in lines:
        for c in line:
            depth += (c == "{") - (c == "}")
            if depth < 0:
                return False
    return depth == 0


def block_end(lines, at):
    if not lines[at].rstrip().endswith("{"):
        return None
    depth = 0
    for i in range(at, len(lines)):
        depth += lines[i].count("{") - lines[i].count("}")
        if depth <= 0:
            return i
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--a", required=True, help="the command trusted")
    parser.add_argument("--b", required=True, help="the command under test")
    options = parser.parse_args()
    reducer = Reducer(options.a, options.b)
    lines = [line for line in open(options.program).read().split("\n") if line.strip() and not line.startswith("//")]
    if not reducer.differs(lines):
        sys.exit("the two commands agree on this program")
    while True:
        before = lines
        lines = reducer.with_simple_expressions(reducer.without_blocks(reducer.without_lines(lines)))
        if lines == before:
            break
    print("\n".join(lines))
    print(f"{len(lines)} lines after {reducer.tries} runs", file=sys.stderr)


if __name__ == "__main__":
    main()
