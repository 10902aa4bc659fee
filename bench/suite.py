"""The benchmark programs: where they are, the sizes they run at and the output expected of them.

Used by run.py. sizes.json holds the arguments for measurements; expected_quick.json the arguments for short runs
and the line each program must print with them.
"""

import json
import pathlib

BENCH = pathlib.Path(__file__).resolve().parent
ROOT = BENCH.parent
PROGRAMS = BENCH / "programs"
SIZES = BENCH / "sizes.json"
EXPECTED_QUICK = BENCH / "expected_quick.json"
OUTPUT = ROOT / "build" / "bench"


class BenchError(Exception):
    """A failure to report to the user as one line of text."""


def read_json(path):
    try:
        return json.loads(path.read_text())
    except OSError as error:
        raise BenchError(f"cannot read {path}: {error.strerror}")
    except json.JSONDecodeError as error:
        raise BenchError(f"{path} is not valid JSON: {error}")


def full_sizes():
    """Arguments of each program for measurements, by name."""
    return read_json(SIZES)


def quick_sizes():
    """Arguments of each program for short runs, by name."""
    return {name: entry["args"] for name, entry in read_json(EXPECTED_QUICK).items()}


def quick_outputs():
    """The line each program prints at its quick size, by name."""
    return {name: entry["output"] for name, entry in read_json(EXPECTED_QUICK).items()}


def write_quick_outputs(outputs):
    entries = read_json(EXPECTED_QUICK)
    for name, output in outputs.items():
        entries[name]["output"] = output
    EXPECTED_QUICK.write_text(json.dumps(entries, indent=1) + "\n")


def select(sizes, only):
    """The part of `sizes` named by `only` (all of it if None), in alphabetical order."""
    unknown = [name for name in only or [] if name not in sizes]
    if unknown:
        raise BenchError(f"unknown program: {', '.join(unknown)} (see bench/programs)")
    return {name: sizes[name] for name in sorted(sizes) if only is None or name in only}


def source(name, suffix):
    path = PROGRAMS / name / f"{name}.{suffix}"
    if not path.is_file():
        raise BenchError(f"missing source file {path}")
    return path
