#!/usr/bin/env python3
"""Runs the fuzz targets one after the other, starting from the seeds and the conformance programs.

    fuzz/run.py [--build build/fuzz] [--seconds 60] [TARGET...]

New inputs stay in BUILD/corpus/TARGET, so that later runs go on from them; a failing input is left in BUILD/crashes and its
path printed. Ends with `N passed, N failed`.
"""

import argparse
import glob
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
TARGETS = ("parse", "patterns", "json", "run")
LONGEST_INPUT = {"parse": 4096, "patterns": 512, "json": 2048, "run": 2048}


def seed(target, folder):
    """Copies the seeds of `target` to its corpus."""
    os.makedirs(folder, exist_ok=True)
    for path in glob.glob(os.path.join(HERE, "seeds", target, "*")):
        shutil.copy(path, folder)
    if target not in ("parse", "run"):
        return
    programs = glob.glob(os.path.join(ROOT, "tests/lang/**/*.gs"), recursive=True)
    programs += glob.glob(os.path.join(ROOT, "examples/*.gs"))
    for path in programs:
        with open(path, "rb") as source:
            text = source.read()
        with open(os.path.join(folder, os.path.relpath(path, ROOT).replace("/", "_")), "wb") as out:
            out.write(b"\0" + text if target == "parse" else text)


def run(target, options):
    corpus = os.path.join(options.build, "corpus", target)
    crashes = os.path.join(options.build, "crashes", target + "-")
    os.makedirs(os.path.dirname(crashes), exist_ok=True)
    seed(target, corpus)
    command = [os.path.join(options.build, f"fuzz_{target}"), corpus, f"-max_total_time={options.seconds}",
               f"-max_len={LONGEST_INPUT[target]}", "-timeout=20", "-rss_limit_mb=2048", f"-artifact_prefix={crashes}",
               f"-dict={os.path.join(HERE, 'gscript.dict')}", "-print_final_stats=1", "-verbosity=0"]
    environment = dict(os.environ)
    environment.setdefault("ASAN_OPTIONS", "detect_leaks=0:detect_stack_use_after_return=0")
    print(f"== {target}: {options.seconds} s", flush=True)
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                            env=environment)
    for line in result.stdout.splitlines():
        if result.returncode != 0 or "number_of_executed_units" in line:
            print(line)
    return result.returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(ROOT, "build/fuzz"))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("targets", nargs="*")
    options = parser.parse_args()
    outcomes = [run(target, options) for target in options.targets or TARGETS]
    print(f"{sum(outcomes)} passed, {len(outcomes) - sum(outcomes)} failed")
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
