"""The engines that are compared, and how each of them is called.

Used by run.py. An engine turns a program's name and arguments into a command line; C programs are compiled first,
into build/bench/bin, and again when their source is newer. `discover` gives the engines that can be used here.
"""

import dataclasses
import pathlib
import shutil
import subprocess

import suite
from suite import BenchError

DEFAULT_ENGINES = ["gscript", "luajit", "luajit -joff", "lua5.4", "node", "C"]
PEERS = DEFAULT_ENGINES[1:]
COMPILERS = ["gcc", "cc", "clang-19", "clang"]
VERSION_ARGUMENTS = {"gscript": "version", "luajit": "-v", "lua5.4": "-v", "node": "--version", "C": "--version"}
SUFFIXES = {"gscript": "gs", "luajit": "lua", "lua5.4": "lua", "node": "js", "C": "c"}


@dataclasses.dataclass(frozen=True)
class Engine:
    name: str       # as shown: the kind followed by its flags
    kind: str       # gscript, luajit, lua5.4, node or C
    program: str    # path of the interpreter, or of the C compiler
    flags: tuple

    def command(self, name, arguments):
        """The command line that runs program `name`; compiles it if need be."""
        source = suite.source(name, SUFFIXES[self.kind])
        if self.kind == "C":
            return [str(compile_c(self.program, source)), *arguments]
        return [self.program, *self.flags, str(source), *arguments]

    def version(self):
        """The first line the engine prints about itself."""
        shown = subprocess.run([self.program, VERSION_ARGUMENTS[self.kind]], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return (shown.stdout.strip().splitlines() or ["unknown"])[0]


def find_compiler():
    for name in COMPILERS:
        path = shutil.which(name)
        if path:
            return path
    return None


def compile_c(compiler, source):
    """Compiles `source` with -O2 unless that was done since it last changed; returns the executable."""
    executable = suite.OUTPUT / "bin" / source.stem
    if executable.is_file() and executable.stat().st_mtime > source.stat().st_mtime:
        return executable
    executable.parent.mkdir(parents=True, exist_ok=True)
    built = subprocess.run([compiler, "-O2", "-o", str(executable), str(source), "-lm"],
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if built.returncode != 0:
        raise BenchError(f"{compiler} failed on {source}:\n{built.stdout}")
    return executable


def locate(kind, gscript_path):
    if kind == "gscript":
        path = pathlib.Path(gscript_path)
        return str(path.resolve()) if path.is_file() else shutil.which(gscript_path)
    return find_compiler() if kind == "C" else shutil.which(kind)


def missing_text(kind, gscript_path):
    if kind == "gscript":
        return f"gscript not found at {gscript_path}: build it first, or name it with --gscript PATH"
    if kind == "C":
        return f"no C compiler found (looked for {', '.join(COMPILERS)})"
    return f"{kind} not found on PATH"


def discover(names, gscript_path, required):
    """Engines for `names`, and messages about those left out.

    An engine that is not installed is left out, unless it is gscript or `required` is true.
    """
    found, notes = [], []
    for name in names:
        kind, *flags = name.split()
        if kind not in SUFFIXES or (kind == "C" and flags):
            raise BenchError(f"unknown engine '{name}' (known: {', '.join(DEFAULT_ENGINES)}, gscript FLAGS)")
        path = locate(kind, gscript_path)
        if path:
            found.append(Engine(name, kind, path, tuple(flags)))
        elif required or kind == "gscript":
            raise BenchError(missing_text(kind, gscript_path))
        else:
            notes.append(f"left out: {missing_text(kind, gscript_path)}")
    return found, notes
