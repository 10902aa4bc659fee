"""Runs commands and measures them.

Used by run.py. Every run is a whole process: user time and peak memory are those the kernel reports for it, start-up
and compilation included. Rounds are interleaved: each one runs every engine once, starting with another engine each
time, so that a slow spell of the machine does not fall on one engine alone.
"""

import dataclasses
import os
import signal
import statistics
import subprocess
import time

import engines
import suite
from suite import BenchError

LAUNCHER_SOURCE = suite.BENCH / "launch.c"


@dataclasses.dataclass(frozen=True)
class Run:
    output: str         # standard output without surrounding white space
    user: float         # seconds
    system: float       # seconds
    wall: float         # seconds
    peak_kib: int
    failure: str = ""   # why the run does not count; empty if it does


@dataclasses.dataclass
class Series:
    """All runs of one program on one engine."""
    runs: list

    @property
    def failure(self):
        return next((run.failure for run in self.runs if run.failure), "")

    @property
    def output(self):
        return self.runs[0].output

    def median(self, field):
        return statistics.median(getattr(run, field) for run in self.runs)


def build_launcher():
    compiler = engines.find_compiler()
    if not compiler:
        raise BenchError(f"measuring needs a C compiler (looked for {', '.join(engines.COMPILERS)})")
    return str(engines.compile_c(compiler, LAUNCHER_SOURCE))


def describe_failure(status, errors):
    """Why a process with this wait status failed; empty if it did not."""
    code = os.waitstatus_to_exitcode(status)
    if code == 0:
        return ""
    reason = f"exit status {code}" if code > 0 else f"killed by {signal.Signals(-code).name}"
    text = errors.strip()
    return f"{reason}\n{text}" if text else reason


def run_once(launcher, command, timeout):
    read_end, write_end = os.pipe()
    begin = time.monotonic()
    process = subprocess.Popen([launcher, str(write_end), *command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, pass_fds=[write_end], start_new_session=True)
    os.close(write_end)
    try:
        output, errors = process.communicate(timeout=timeout)
        wall = time.monotonic() - begin
        report = os.read(read_end, 200).split()
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return Run("", 0.0, 0.0, timeout, 0, f"no end after {timeout:g} seconds")
    except KeyboardInterrupt:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        os.close(read_end)
    if len(report) != 4:
        raise BenchError(f"cannot run {' '.join(command)}: {errors.strip()}")
    status, user, system, peak = map(int, report)
    return Run(output.strip(), user / 1e6, system / 1e6, wall, peak, describe_failure(status, errors))


def run_rounds(launcher, commands, rounds, timeout):
    """Runs each of `commands` (engine name -> command line) `rounds` times; returns engine name -> Series.

    An engine that failed takes no part in further rounds.
    """
    series = {name: Series([]) for name in commands}
    order = list(commands)
    for turn in range(rounds):
        shift = turn % len(order)
        for name in order[shift:] + order[:shift]:
            if not series[name].failure:
                series[name].runs.append(run_once(launcher, commands[name], timeout))
    return series
