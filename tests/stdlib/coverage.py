#!/usr/bin/env python3
"""Which programs of tests/stdlib test which function of the library.

    tests/stdlib/coverage.py            fails if a function has no test, or if the table in the docs is not up to date
    tests/stdlib/coverage.py --write    writes docs/internals/library_tests.md

The functions are those of the reference; tests/docs/run.py checks that these are the registered ones. A function is
tested by the programs in its library's folder that name it in their code: `string.len` and `("x"):len(`, `f:read(`
and `f.read(` for methods. Comments, with the messages that are expected, do not count. Ends with `N passed, N
failed`.
"""

import argparse
import glob
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import docgen  # noqa: E402

TABLE = os.path.join(ROOT, "docs/internals/library_tests.md")
SHOWN = 3  # programs named per function
INTRODUCTION = """# Tests of the library

Made by `tests/stdlib/coverage.py --write`: every function of the library with programs in `tests/stdlib` that test it,
at most three each, those named after it first.

| function | programs |
|---|---|
"""


class Program:
    """A .gs file or one program of a .test file, with the code that it runs."""

    def __init__(self, name, text):
        self.name = name
        self.code = "\n".join(re.sub(r'//(?=[^"`]*$| expect| exit).*', "", line) for line in text.split("\n"))


def programs(module):
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "tests/stdlib", module, "*"))):
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
        name = f"{module}/{os.path.basename(path)}"
        if path.endswith(".gs"):
            found.append(Program(name, text))
        elif path.endswith(".test"):
            # What stands behind `---` is expectation, but for further files.
            for part in re.split(r"^=== ", text, flags=re.M)[1:]:
                code = [piece for piece in re.split(r"^--- ", part, flags=re.M) if not re.match(r"std|exit", piece)]
                found.append(Program(name, "\n".join(code)))
    return found


def pattern(entry):
    """What names the function in code."""
    owner, _, function = entry.name.rpartition(":" if entry.is_method() else ".")
    if entry.is_method():
        return rf"[\w)\]][.:]{function}\b"
    if not owner:
        return rf"(?<![.:\w]){function}\b"
    method = rf"|[\w)\]]:{function}\(" if owner == "string" else ""
    return rf"\b{owner}\.{function}\b{method}"


def likeness(entry, program):
    """Orders programs: those named after the function first."""
    words = set(re.split(r"[_/.]", program.name)) | {program.name.split("/")[1].split(".")[0].replace("_", "")}
    function = re.split(r"[.:]", entry.name)[-1]
    return 0 if function.lower() in words else 1


def tests_of(entry, by_module):
    named = [program for program in by_module[entry.module] if re.search(pattern(entry), program.code)]
    names = dict.fromkeys(program.name for program in sorted(named, key=lambda program: likeness(entry, program)))
    return list(names)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    modules = docgen.by_module(docgen.read_entries())
    by_module = {module: programs(module) for module in modules}
    rows, missing = [], []
    for module, entries in modules.items():
        for entry in entries:
            tests = tests_of(entry, by_module)
            rows.append(f"| `{entry.name}` | {', '.join(f'`{name}`' for name in tests[:SHOWN])} |")
            if not tests:
                missing.append(entry.name)
    count = sum(map(len, by_module.values()))
    page = INTRODUCTION + "\n".join(rows) + f"\n\n{len(rows)} functions and constants, {count} programs.\n"
    if options.write:
        with open(TABLE, "w", encoding="utf-8") as file:
            file.write(page)
    with open(TABLE, encoding="utf-8") as file:
        is_stale = file.read() != page
    for name in missing:
        print(f"FAIL no program in tests/stdlib names {name}")
    if is_stale:
        print("FAIL docs/internals/library_tests.md is not up to date: run tests/stdlib/coverage.py --write")
    print(f"{len(rows) - len(missing) + (not is_stale)} passed, {len(missing) + is_stale} failed")
    return 1 if missing or is_stale else 0


if __name__ == "__main__":
    sys.exit(main())
