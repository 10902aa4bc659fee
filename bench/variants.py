#!/usr/bin/env python3
"""Runs variants of the headline programs beside the originals: the same output, in about the same time?

variants/PROGRAM/VARIANT.gs computes what programs/PROGRAM/PROGRAM.gs does, written as another programmer might; see
bench/README.md. Prints a row of time ratios per program, then `N passed, M failed`, counting variants. A variant fails
if it ends badly or prints something else than the original; with --strict also if it takes more than LIMIT times as
long. --check compares outputs only. Exit status: 0 if none failed, 1 if one did, 2 for wrong usage.
"""

import argparse
import sys

import engines
import measure
import report
import run
import suite
from suite import BenchError

VARIANTS = suite.BENCH / "variants"
SIZES = VARIANTS / "sizes.json"
KINDS = ["renamed", "while_loops", "globals", "reordered"]
ORIGINAL = "original"
LIMIT = 1.15  # the time of a variant over that of the original


def parse_arguments():
    parser = argparse.ArgumentParser(description="Compare variants of the headline programs with the originals.")
    parser.add_argument("--gscript", default=str(suite.ROOT / "build" / "release" / "gscript"), metavar="PATH",
                        help="the gscript executable (default: build/release/gscript)")
    parser.add_argument("--flags", default="", metavar="FLAGS", help="flags for gscript, as in --flags=--jit=baseline")
    parser.add_argument("--only", type=run.names_of, metavar="LIST", help="programs to run, separated by commas")
    parser.add_argument("--kinds", type=run.names_of, default=KINDS, metavar="LIST",
                        help=f"variants to run, separated by commas (default: {','.join(KINDS)})")
    parser.add_argument("--rounds", type=run.positive, default=5, metavar="N", help="runs of each (default: 5)")
    parser.add_argument("--timeout", type=float, default=120, metavar="SECONDS",
                        help="limit for a single run (default: 120)")
    parser.add_argument("--strict", action="store_true", help=f"a variant slower than {LIMIT} times fails")
    sizes = parser.add_mutually_exclusive_group()
    sizes.add_argument("--check", action="store_true", help="only compare outputs, at several small sizes")
    sizes.add_argument("--quick", action="store_true", help="measure at the sizes of expected_quick.json")
    sizes.add_argument("--other-sizes", action="store_true",
                       help="measure at sizes other than those of sizes.json, for originals and variants alike")
    return parser.parse_args()


def measured_sizes(options, known):
    """Arguments of each program that has variants, by name."""
    if options.other_sizes:
        return {name: entry["measure"] for name, entry in known.items()}
    sizes = suite.quick_sizes() if options.quick else suite.full_sizes()
    return {name: sizes[name] for name in known}


def commands_of(engine, name, kinds, arguments):
    """The command lines of the original and of its variants, by kind."""
    commands = {ORIGINAL: engine.command(name, arguments)}
    for kind in kinds:
        source = VARIANTS / name / f"{kind}.gs"
        if not source.is_file():
            raise BenchError(f"missing source file {source}")
        commands[kind] = [engine.program, *engine.flags, str(source), *arguments]
    return commands


def difference(original, variant):
    """What is wrong with the runs of a variant; empty if they ended well and printed what the original did."""
    if original.failure:
        return f"the original failed: {original.failure}"
    if variant.failure:
        return variant.failure
    outputs = {one.output for one in original.runs} | {one.output for one in variant.runs}
    return "" if len(outputs) == 1 else f"printed {variant.output!r}, the original {original.output!r}"


def check(launcher, engine, programs, options):
    """Compares outputs at each of the small sizes; returns the numbers of variants that passed and failed."""
    passed = failed = 0
    for name, entry in programs.items():
        wrong = {}
        for arguments in entry["check"]:
            commands = commands_of(engine, name, options.kinds, arguments)
            series = measure.run_rounds(launcher, commands, 1, options.timeout)
            for kind in options.kinds:
                message = difference(series[ORIGINAL], series[kind])
                if message:
                    wrong.setdefault(kind, f"{' '.join(arguments)}: {message}")
        for kind, message in wrong.items():
            print(f"FAILED {name}/{kind} {message}")
        passed += len(options.kinds) - len(wrong)
        failed += len(wrong)
    return passed, failed


def time_ratio(original, variant):
    return max(variant.median("user"), report.SHORTEST) / max(original.median("user"), report.SHORTEST)


def judge(series, kind, strict):
    """A variant's cell of the table, its ratio and why it failed: None and empty where there is none."""
    wrong = difference(series[ORIGINAL], series[kind])
    if wrong:
        return "failed", None, wrong
    ratio = time_ratio(series[ORIGINAL], series[kind])
    slow = ratio > LIMIT
    return f"{ratio:.2f}{'*' if slow else ' '}", ratio, f"{ratio:.2f} times the original" if slow and strict else ""


def compare_times(launcher, engine, programs, options):
    """Prints the table of ratios; returns the numbers of variants that passed and failed."""
    sizes = measured_sizes(options, programs)
    print(f"{'program':16}{'original':>12}" + "".join(f"{kind:>13}" for kind in options.kinds), flush=True)
    ratios, failures = [], []
    for name, arguments in sizes.items():
        commands = commands_of(engine, name, options.kinds, arguments)
        series = measure.run_rounds(launcher, commands, options.rounds, options.timeout)
        original = series[ORIGINAL]
        row = f"{name:16}" + ("failed" if original.failure else f"{original.median('user'):.3f} s").rjust(12)
        for kind in options.kinds:
            cell, ratio, wrong = judge(series, kind, options.strict)
            row += cell.rjust(13)
            ratios += [] if ratio is None else [ratio]
            failures += [f"FAILED {name}/{kind}: {wrong}"] if wrong else []
        print(row, flush=True)
    if ratios:
        slow = sum(ratio > LIMIT for ratio in ratios)
        print(f"geometric mean {report.geometric_mean(ratios):.2f}; {slow} of {len(ratios)} above {LIMIT} (*)")
    for failure in failures:
        print(failure)
    return len(sizes) * len(options.kinds) - len(failures), len(failures)


def main():
    options = parse_arguments()
    try:
        unknown = [kind for kind in options.kinds if kind not in KINDS]
        if unknown:
            raise BenchError(f"unknown variant: {', '.join(unknown)} (known: {', '.join(KINDS)})")
        programs = suite.select(suite.read_json(SIZES), options.only)
        (engine,), _ = engines.discover([f"gscript {options.flags}"], options.gscript, True)
        action = check if options.check else compare_times
        passed, failed = action(measure.build_launcher(), engine, programs, options)
    except BenchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
