#!/usr/bin/env python3
"""Runs the programs of examples/ and compares what they print with tests/examples/NAME.out.

    tests/examples/run.py [--gscript build/release/gscript] [--filter TEXT] [--update]

Every example must also be in canonical form and pass `gscript check` without warnings. --update writes the .out files
instead of comparing. Ends with `N passed, N failed`.
"""

import argparse
import difflib
import glob
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

ADVENTURE = ["dance", "light lamp", "take lamp", "go north", "go south", "go down", "take crown", "light lamp", "inventory",
             "go vault", "take crown"]
# Arguments and standard input where an example has any; {scratch} is an empty folder.
# Their ports differ from run to run.
PORT = 10000 + os.getpid() % 20000
SERVERS = {"http_service"}  # they do not end; tests/http/run.py talks to them
RUNS = {
    "crawler": ([f"127.0.0.1:{PORT}"], ""),
    "adventure": ([], "\n".join(ADVENTURE) + "\n"),
    "wordfreq": (["examples/life.gs", "5"], ""),
    "ray_tracer-ppm": (["{scratch}/picture.ppm", "32"], ""),
    "calculator-arguments": (["x = 2", "x ^ 10", "x +"], ""),
}


def run(gscript, *arguments, stdin=""):
    return subprocess.run([gscript, *arguments], cwd=ROOT, input=stdin, capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, TZ="UTC"))


def problems_of(gscript, name, update):
    """What is wrong with one run; `name` is NAME or NAME-VARIANT of examples/NAME.gs."""
    source = f"examples/{name.split('-')[0]}.gs"
    arguments, stdin = RUNS.get(name, ([], ""))
    with tempfile.TemporaryDirectory() as scratch:
        result = run(gscript, source, *[text.format(scratch=scratch) for text in arguments], stdin=stdin)
        output = result.stdout.replace(scratch, "SCRATCH").replace(str(PORT), "PORT")
    expected_path = os.path.join(HERE, name + ".out")
    if update:
        with open(expected_path, "w", encoding="utf-8") as file:
            file.write(output)
    with open(expected_path, encoding="utf-8") as file:
        expected = file.read()
    problems = [f"exit status {result.returncode}: {result.stderr}"] if result.returncode or result.stderr else []
    problems += difflib.unified_diff(expected.splitlines(), output.splitlines(), "expected", "actual", lineterm="", n=1)
    return problems


def style_problems(gscript, name):
    source = f"examples/{name}.gs"
    problems = run(gscript, "check", source).stderr.splitlines()
    if run(gscript, "fmt", "--check", source).returncode:
        problems.append("not in canonical form: gscript fmt -w " + source)
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    parser.add_argument("--filter", default="", help="run only examples whose name contains this")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    gscript = os.path.abspath(options.gscript)
    names = sorted(os.path.basename(path)[:-3] for path in glob.glob(os.path.join(ROOT, "examples/*.gs")))
    checks = [(name + " style", style_problems, (gscript, name)) for name in names]
    runs = sorted([name for name in names if name not in SERVERS] + [name for name in RUNS if "-" in name])
    checks += [(name, problems_of, (gscript, name, options.update)) for name in runs]
    passed = failed = 0
    for title, check, arguments in checks:
        if options.filter not in title:
            continue
        problems = check(*arguments)
        if problems:
            failed += 1
            print("\n".join([f"FAIL {title}"] + ["    " + line for line in problems]))
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
