#!/usr/bin/env python3
"""Runs every test suite against a build and sums them up.

    tests/run_all.py [--build build/release] [--sanitized] [--only NAME]

Each suite's output goes to the terminal; suites print `N passed, N failed` (or GoogleTest's summary) at their end. The last
line is `N passed, N failed` over all suites; the exit status is 1 if anything failed. A suite that dies without a summary
counts as one failure. --sanitized leaves out what measures speed or builds against the installed package.
"""

import argparse
import glob
import os
import re
import resource
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SANITIZED_STACK = 64 << 20
# A sanitizer's native frames and shadow memory are many times what the memory limit counts for a coroutine; a session full of
# goroutines is then so far beyond its limit that not even the line that lets go of them can be loaded.
UNBOUNDED_WHEN_SANITIZED = {"coroutine_chain.gs", "repl_survives.test"}
SUMMARY = re.compile(r"^(\d+) passed, (\d+) failed", re.M)


def gtest_counts(text):
    passed = re.search(r"^\[  PASSED  \] (\d+) test", text, re.M)
    failed = re.search(r"^\[  FAILED  \] (\d+) test", text, re.M)
    if not passed and not failed:
        return None
    return int(passed.group(1)) if passed else 0, int(failed.group(1)) if failed else 0


def script_counts(text):
    found = SUMMARY.findall(text)
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def run(name, command, counts, quiet, environment):
    """Runs one suite; its (passed, failed)."""
    print(f"== {name}", flush=True)
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               errors="replace", env=environment)
    text = ""
    for line in process.stdout:
        text += line
        if not quiet:
            print(line, end="", flush=True)
    status = process.wait()
    result = counts(text)
    bad = status != 0 or result is None or result[1] > 0
    if bad and quiet:
        print(text, end="")
    if result is None:
        print(f"{name}: no summary, exit status {status}")
        return 0, 1
    passed, failed = result
    if status != 0 and failed == 0:
        print(f"{name}: exit status {status}")
        failed = 1
    if quiet:
        print(f"{passed} passed, {failed} failed", flush=True)
    return passed, failed


def suites(options):
    build = options.build
    gscript = os.path.join(build, "gscript")
    yield "unit", [os.path.join(build, "unit_tests"), "--gtest_brief=1"], gtest_counts, True
    language = [sys.executable, "tests/run_lang.py", "--gscript", gscript]
    if options.sanitized:
        limits = [path for path in glob.glob("tests/limits/*.gs") + glob.glob("tests/limits/*.test")
                  if os.path.basename(path) not in UNBOUNDED_WHEN_SANITIZED]
        language += ["--timeout", "60", "tests/lang", "tests/stdlib", "tests/regress", *sorted(limits)]
    yield "language", language, script_counts, False
    # Compiling everything, and verifying it, must not use up the time slices of goroutines.
    at_once = "--set=jit.threshold=1 --set=opt.threshold=1 --set=opt.verify=1 --set=sched.slice=500"
    optimized = [sys.executable, "tests/run_lang.py", "--gscript", gscript, "--timeout", "60"]
    yield "language, optimized at once", [*optimized, f"--flags={at_once}", "tests/lang", "tests/regress"], script_counts, False
    if not options.sanitized:
        yield "language, every guard fails once", [*optimized, f"--flags={at_once} --exit-stress", "tests/lang",
                                                   "tests/regress"], script_counts, False
        baseline = [*optimized, "--flags=--jit=baseline --set=jit.threshold=1", "tests/lang", "tests/regress"]
        yield "language, baseline code at once", baseline, script_counts, False
    yield "generated programs", [os.path.join(build, "fuzz_differential"), "--programs=300",
                                 "--configurations=off,baseline,on,warm,preempted"], script_counts, True
    if not options.sanitized:
        objdump = shutil.which("llvm-objdump-19") or "objdump"
        handlers = [sys.executable, "tools/check_frameless.py", objdump, os.path.join(build, "libgs_interp.a")]
        yield "frameless handlers", handlers, script_counts, True
        yield "limits", [sys.executable, "tests/limits/run_limits.py", "--gscript", gscript], script_counts, False
        yield "embedding", [sys.executable, "tests/embed/run.py", "--build", build], script_counts, False
        yield "command line", [sys.executable, "tests/cli/run.py", "--gscript", gscript], script_counts, False
        yield "examples", [sys.executable, "tests/examples/run.py", "--gscript", gscript], script_counts, False
        yield "reference", [sys.executable, "tests/docs/run.py", "--gscript", gscript], script_counts, False
        yield "library coverage", [sys.executable, "tests/stdlib/coverage.py"], script_counts, True
        yield "http clients", [sys.executable, "tests/http/run.py", "--gscript", gscript], script_counts, False
        yield "benchmark programs", [sys.executable, "bench/run.py", "--check", "--gscript", gscript], script_counts, False
        variants = [sys.executable, "bench/variants.py", "--check", "--gscript", gscript]
        yield "benchmark variants", variants, script_counts, False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(ROOT, "build/release"))
    parser.add_argument("--sanitized", action="store_true")
    parser.add_argument("--only")
    options = parser.parse_args()
    if options.sanitized:
        # Frames are several times as big with the sanitizer: the depths that the language guarantees need more stack.
        resource.setrlimit(resource.RLIMIT_STACK, (SANITIZED_STACK, resource.getrlimit(resource.RLIMIT_STACK)[1]))
    environment = dict(os.environ)
    environment.setdefault("ASAN_OPTIONS", "detect_stack_use_after_return=0")
    environment.setdefault("UBSAN_OPTIONS", "print_stacktrace=1")
    passed = failed = 0
    for name, command, counts, quiet in suites(options):
        if options.only and options.only != name:
            continue
        suite_passed, suite_failed = run(name, command, counts, quiet, environment)
        passed += suite_passed
        failed += suite_failed
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
