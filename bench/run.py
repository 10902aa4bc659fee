#!/usr/bin/env python3
"""Runs the benchmark programs on gscript and its peers, compares their outputs and reports times and memory.

`make bench` calls it; bench/README.md explains the method and the files it writes. Exit status: 0 if everything ran
and all engines agree, 1 if a program failed or printed something else than the others, 2 for wrong usage or a missing
engine. Other modes: --check compares gscript's outputs with expected_quick.json, --record writes that file.
"""

import argparse
import datetime
import json
import os
import platform
import sys

import chart
import engines
import measure
import report
import suite
from suite import BenchError


def names_of(value):
    return [name.strip() for name in value.split(",") if name.strip()]


def positive(value):
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def parse_arguments():
    parser = argparse.ArgumentParser(description="Measure gscript beside other engines.")
    parser.add_argument("--gscript", default=str(suite.ROOT / "build" / "release" / "gscript"), metavar="PATH",
                        help="the gscript executable (default: build/release/gscript)")
    parser.add_argument("--engines", type=names_of, metavar="LIST",
                        help=f"engines, separated by commas (default: {','.join(engines.DEFAULT_ENGINES)})")
    parser.add_argument("--mode", action="append", default=[], metavar="FLAGS",
                        help="also run gscript with these flags, as in --mode=--jit=off; repeatable")
    parser.add_argument("--only", type=names_of, metavar="LIST", help="programs to run, separated by commas")
    parser.add_argument("--rounds", type=positive, default=5, metavar="N", help="runs of each program (default: 5)")
    parser.add_argument("--quick", action="store_true", help="run the small sizes of expected_quick.json")
    parser.add_argument("--timeout", type=float, default=120, metavar="SECONDS",
                        help="limit for a single run (default: 120)")
    actions = parser.add_mutually_exclusive_group()
    actions.add_argument("--check", action="store_true",
                         help="only compare gscript's output at small sizes with expected_quick.json")
    actions.add_argument("--record", action="store_true",
                         help="write the outputs on which C and luajit agree at small sizes to expected_quick.json")
    return parser.parse_args()


def find_engines(options, names, required):
    modes = [f"gscript {flags}" for flags in options.mode]
    found, notes = engines.discover(list(dict.fromkeys(names + modes)), options.gscript, required)
    for note in notes:
        print(note, file=sys.stderr)
    return found


def disagreement(series):
    """A message if the runs that ended well did not all print the same; empty if they did."""
    outputs = {name: run.output for name, one in series.items() for run in one.runs if not one.failure}
    varying = {name for name, one in series.items() if not one.failure and len({run.output for run in one.runs}) > 1}
    if len(set(outputs.values())) <= 1 and not varying:
        return ""
    lines = [f"    {name}: {output!r}{' (differs between runs)' if name in varying else ''}"
             for name, output in outputs.items()]
    return "\n".join(["outputs differ:", *lines])


def run_program(launcher, found, name, arguments, options):
    """Runs one program on all engines; returns their series and the messages about what went wrong."""
    commands = {engine.name: engine.command(name, arguments) for engine in found}
    series = measure.run_rounds(launcher, commands, options.rounds, options.timeout)
    problems = [f"{name} on {engine}: {one.failure}" for engine, one in series.items() if one.failure]
    mismatch = disagreement(series)
    return series, problems + ([f"{name}: {mismatch}"] if mismatch else [])


def show_progress(name, series):
    cells = [f"{engine} {'failed' if one.failure else format(one.median('user'), '.3f')}"
             for engine, one in series.items()]
    print(f"{name:22}" + "  ".join(cells), flush=True)


def processor():
    try:
        with open("/proc/cpuinfo") as info:
            model = next(line.split(":", 1)[1].strip() for line in info if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.machine()
    return f"{model}, {os.cpu_count()} logical cores, {platform.system()} {platform.release()}"


def write_reports(results):
    suite.OUTPUT.mkdir(parents=True, exist_ok=True)
    (suite.OUTPUT / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    (suite.OUTPUT / "table.md").write_text(report.document(results))
    written = ["results.json", "table.md"]
    if report.peers_of(results):
        (suite.OUTPUT / "chart.svg").write_text(chart.chart(results))
        written.append("chart.svg")
    print(f"\n{report.table(results)}\nwritten to {suite.OUTPUT}: {', '.join(written)}")


def compare_engines(options):
    programs = suite.select(suite.quick_sizes() if options.quick else suite.full_sizes(), options.only)
    found = find_engines(options, options.engines or engines.DEFAULT_ENGINES, options.engines is not None)
    if not found:
        raise BenchError("no engine to run")
    launcher = measure.build_launcher()
    results = {
        "date": datetime.date.today().isoformat(), "machine": processor(), "rounds": options.rounds,
        "sizes": "quick" if options.quick else "full",
        "engines": {engine.name: engine.version() for engine in found}, "programs": {},
    }
    problems = []
    for name, arguments in programs.items():
        series, wrong = run_program(launcher, found, name, arguments, options)
        show_progress(name, series)
        for problem in wrong:
            print(f"error: {problem}", file=sys.stderr)
        problems += wrong
        figures = {engine: report.summary(one) for engine, one in series.items()}
        results["programs"][name] = {"args": arguments, "engines": figures}
    write_reports(results)
    if problems:
        print(f"error: {len(problems)} problem(s), listed above", file=sys.stderr)
    return 1 if problems else 0


def check_outputs(options):
    """Runs gscript, in every mode asked for, at quick sizes against the recorded outputs."""
    programs, expected = suite.select(suite.quick_sizes(), options.only), suite.quick_outputs()
    launcher = measure.build_launcher()
    passed = failed = 0
    for engine in find_engines(options, ["gscript"], True):
        for name, arguments in programs.items():
            run = measure.run_once(launcher, engine.command(name, arguments), options.timeout)
            if not run.failure and run.output == expected[name]:
                passed += 1
                continue
            failed += 1
            wrong = run.failure or f"printed {run.output!r}, expected {expected[name]!r}"
            print(f"FAILED {name} on {engine.name}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def record_outputs(options):
    """Writes the quick outputs; C and luajit must agree on each."""
    programs = suite.select(suite.quick_sizes(), options.only)
    found, _ = engines.discover(["C", "luajit"], options.gscript, True)
    launcher, outputs = measure.build_launcher(), {}
    for name, arguments in programs.items():
        commands = {engine.name: engine.command(name, arguments) for engine in found}
        series = measure.run_rounds(launcher, commands, 1, options.timeout)
        wrong = disagreement(series) or "".join(one.failure for one in series.values())
        if wrong:
            raise BenchError(f"{name}: {wrong}")
        outputs[name] = series["C"].output
    suite.write_quick_outputs(outputs)
    print(f"{len(outputs)} outputs written to {suite.EXPECTED_QUICK}")
    return 0


def main():
    options = parse_arguments()
    action = check_outputs if options.check else record_outputs if options.record else compare_engines
    try:
        return action(options)
    except BenchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
