#!/usr/bin/env python3
"""Checks the library's reference: every function that is registered is documented and nothing else is, every example prints
what it says, docs/stdlib is what tools/docgen.py makes, and `gscript doc` shows it.

    tests/docs/run.py [--gscript build/release/gscript] [--filter TEXT]

Ends with `N passed, N failed`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import docgen  # noqa: E402

# Prints the name of every function and constant of the libraries, of the methods of their objects, and the builtins.
LISTING = """
builtins := "print type tostring tonumber len cap append delete min max select unpack next pairs ipairs rawget rawset rawequal "
    .. "rawlen setmetatable getmetatable error panic recover assert pcall xpcall require load loadstring dofile close collectgarbage"
for _, name := range string.split(builtins, " ") { assert(type(load("return " .. name)()) == "function", name); print(name) }
for _, library := range ipairs(arg) {
    for name := range load("return " .. library)() { print(library .. "." .. name) }
}
objects := {file: io.stdin, regexp: regexp.compile("a"), buffer: bytes.new(), heap: container.heapNew(), mutex: sync.mutex(),
    waitgroup: sync.waitgroup(), router: http.newRouter()}
for class, object := range objects {
    for name := range getmetatable(object).__index { print(class .. ":" .. name) }
}
"""
# Tables that exist while a request runs.
UNLISTED = ("request:", "response:")


def run(gscript, *arguments, folder=None):
    return subprocess.run([gscript, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
                          env=dict(os.environ, TZ="UTC"))


def coverage(gscript, entries):
    libraries = [module for module in docgen.TITLES if module != "builtin"]
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "list.gs"), "w", encoding="utf-8") as file:
            file.write(LISTING)
        listed = run(gscript, "list.gs", *libraries, folder=folder)
    assert listed.returncode == 0, listed.stderr
    registered = set(listed.stdout.split())
    documented = [entry.name for entry in entries]
    problems = [f"{name} is not documented" for name in sorted(registered - set(documented))]
    problems += [f"{name} is documented but not registered" for name in sorted(set(documented) - registered)
                 if not name.startswith(UNLISTED)]
    problems += [f"{name} is documented twice" for name in sorted({n for n in documented if documented.count(n) > 1})]
    return problems


def example(gscript, entry):
    code, expected = entry.program()
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "example.gs"), "w", encoding="utf-8") as file:
            file.write(code)
        result = run(gscript, "example.gs", folder=folder)
    printed = [line.replace("\t", "  ").rstrip() for line in result.stdout.rstrip("\n").split("\n")]
    if result.returncode or result.stderr:
        return [f"exit status {result.returncode}: {result.stderr}"]
    expected = [line.rstrip() for line in expected]
    return [] if printed == expected else [f"printed {printed}, documented {expected}"]


def command(gscript, entries):
    shown = run(gscript, "doc", "string.find").stdout
    problems = [] if shown.startswith("string.find(s, pat") and "print(string.find(" in shown else [shown]
    for entry in entries:
        if len(entry.text) < 3:
            problems.append(f"{entry.name} has no text")
    if "string.find" not in run(gscript, "doc", "string").stdout or "json" not in run(gscript, "doc").stdout:
        problems.append("doc string, doc")
    if run(gscript, "doc", "nonsense").returncode != 1:
        problems.append("doc nonsense")
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    parser.add_argument("--filter", default="", help="only examples of names that contain this")
    options = parser.parse_args()
    gscript = os.path.abspath(options.gscript)
    entries = docgen.read_entries()
    with_example = [entry for entry in entries if entry.example and options.filter in entry.name]
    with ThreadPoolExecutor(2) as pool:
        results = [(entry.name, problems) for entry, problems in
                   zip(with_example, pool.map(lambda entry: example(gscript, entry), with_example))]
    if not options.filter:
        results += [("coverage", coverage(gscript, entries)), ("gscript doc", command(gscript, entries)),
                    ("docs/stdlib", docgen.stale_pages(entries))]
    failed = [(name, problems) for name, problems in results if problems]
    for name, problems in failed:
        print("\n".join([f"FAIL {name}"] + ["    " + problem for problem in problems]))
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
