#!/usr/bin/env python3
"""Measures the collector's pauses on a heap of 200 MB under mutation, beside LuaJIT.

    bench/gc/run.py [PATH of gscript] [STEPS]

One row per engine: percentiles of the time a step of the program takes (pauses.gs), CPU milliseconds. For gscript also
the stops by kind, from --trace=gc, in milliseconds: of the processor, and of the wall clock, which on a busy machine
shows the turns of other processes too.
"""

import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command):
    return subprocess.run(command, capture_output=True, text=True, check=True)


def percentile(values, share):
    return values[max(0, int(len(values) * share) - 1)]


def stops_by_kind(trace):
    """kind -> ([wall clock], [processor])"""
    kinds = {}
    for kind, pause, cpu in re.findall(r"gc kind=(\w+) pause=([0-9.]+)ms .*? cpu=([0-9.]+)ms", trace):
        for stops in (kinds.setdefault(kind, ([], [])), kinds.setdefault("all", ([], []))):
            stops[0].append(float(pause))
            stops[1].append(float(cpu))
    kinds["all"] = kinds.pop("all", ([0.0], [0.0]))  # last
    return kinds


def main():
    gscript = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "build", "release", "gscript")
    steps = sys.argv[2:3]
    engines = [("gscript", [gscript, "--jit=off", "--trace=gc", os.path.join(HERE, "pauses.gs")])]
    if shutil.which("luajit"):
        engines.append(("luajit -joff", ["luajit", "-joff", os.path.join(HERE, "pauses.lua")]))
        engines.append(("luajit", ["luajit", os.path.join(HERE, "pauses.lua")]))
    print(f"{'step time, ms':16}{'median':>10}{'p99':>10}{'p99.9':>10}{'longest':>10}")
    trace = ""
    for name, command in engines:
        result = run(command + steps)
        print(f"{name:16}" + "".join(f"{figure:>10}" for figure in result.stdout.split()))
        trace = trace or result.stderr
    print(f"\n{'stops, ms':16}{'count':>10}" + "".join(f"{f'{clock} {figure}':>14}" for clock in ("cpu", "wall")
                                                            for figure in ("median", "p99", "longest")))
    for kind, (walls, cpus) in stops_by_kind(trace).items():
        print(f"{kind:16}{len(walls):>10}", end="")
        for pauses in (sorted(cpus), sorted(walls)):
            figures = (percentile(pauses, 0.5), percentile(pauses, 0.99), pauses[-1])
            print("".join(f"{figure:>14.3f}" for figure in figures), end="")
        print()


main()
