#!/usr/bin/env python3
"""Runs GScript programs and compares what they do with the expectations written inside them.

    tests/run_lang.py [--gscript PATH] [--flags "..."] [--jobs N] [--filter TEXT] [--timeout S] [--list] [PATH...]

PATHs are files or folders, by default tests/lang, tests/stdlib, tests/regress and tests/limits. The last line printed is
`N passed, N failed`; the exit status is 1 if a program failed. Every program runs in a fresh directory under its base name.

A `.gs` file carries its expectations in comments, each to the end of its line:

    // expect: TEXT                      the next line of standard output
    // expect error: MESSAGE             the report begins FILE:LINE: MESSAGE, LINE being this comment's; exit status 1
    // expect stderr: TEXT               the next line of standard error; all of it must be listed
    // expect compile error: L:C: TEXT   the next diagnostic; its source line and caret are checked too; exit status 1
    // expect syntax error: L:C: TEXT    the same for the first diagnostic, ignoring any that follow
    // exit: N                           exit status
    // stdin: TEXT                       a line of standard input
    // args: A B   // flags: --x   // env: K=V   // timeout: S   // skip with: --x
                                         script arguments, tool flags, environment, seconds, and a flag of --flags that
                                         makes the program pointless or too slow

In TEXT and MESSAGE a TAB is written `\\t`; `\\n`, `\\r`, `\\\\` and `\\xHH` (one byte) work too, everything else is literal.

A `.test` file holds whole programs in the form of the language definition's conformance section:

    === N NAME (remark)        then the program's text (a program named `repl` runs as `gscript repl`)
    --- stdout                 exact text; `--- stdout match` and `--- stderr match` list regular expressions instead,
    --- stderr                 one a line, each of which must be found
    --- stdin
    --- file NAME              another file
    --- exit N   --- flags F   --- args A   --- env K=V   --- timeout S   --- skip with F
    --- run A...               the whole command line instead of `FLAGS NAME ARGS`
"""

import argparse
import difflib
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)
DEFAULT_TIMEOUT = 10
DIRECTIVE = re.compile(r"//\s*(expect(?: error| stderr| compile error| syntax error)?"
                       r"|exit|stdin|args|flags|env|timeout|skip with):(?: (.*))?$")


class Case:
    """One program: what is run, and what it must do. Texts are str with undecodable bytes as surrogates."""

    def __init__(self, title, name):
        self.title, self.name = title, name
        self.source = None
        self.files = {}
        self.stdin = ""
        self.args, self.flags, self.command, self.env = [], [], None, {}
        self.exit, self.timeout, self.skip_with = 0, None, []
        self.stdout = ""             # exact text, or None to accept any
        self.stderr = ""
        self.stderr_start = None     # what standard error must begin with, where it is not fixed as a whole
        self.stdout_match, self.stderr_match = [], []


def unescape(text):
    def replace(match):
        code = match.group(1)
        if code[0] == "x":
            return bytes([int(code[1:], 16)]).decode("utf-8", "surrogateescape")
        return {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}[code]
    decoded = re.sub(r"\\(x[0-9a-fA-F]{2}|[tnr\\])", replace, text)
    return decoded.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")  # joins the bytes of a character


def diagnostic(case, text):
    """The three lines 9.3 prescribes for `L:C: MESSAGE`; a text without position stands for itself."""
    match = re.match(r"(\d+):(\d+): ", text)
    if not match:
        return text + "\n"
    lines = case.source.split("\n")
    line, column = int(match.group(1)), int(match.group(2))
    shown = lines[line - 1] if line <= len(lines) else ""
    before = shown.encode("utf-8", "surrogateescape")[:column - 1]
    caret = "".join("\t" if byte == 9 else " " for byte in before) + "^"
    return f"{case.name}:{text}\n    {shown}\n    {caret}\n"


def parse_inline(path, title):
    case = Case(title, os.path.basename(path))
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        case.source = file.read()
    explicit_exit, diagnostics = None, ""
    for number, line in enumerate(case.source.split("\n"), 1):
        match = DIRECTIVE.search(line.rstrip("\r"))
        if not match:
            continue
        kind, text = match.group(1), match.group(2) or ""
        if kind == "expect":
            case.stdout += unescape(text) + "\n"
        elif kind == "expect stderr":
            case.stderr += unescape(text) + "\n"
        elif kind == "expect error":
            case.stderr_start, case.exit = f"{case.name}:{number}: {unescape(text)}\nstack traceback", 1
        elif kind == "expect compile error":
            diagnostics += diagnostic(case, unescape(text))
            case.stderr, case.exit = diagnostics, 1
        elif kind == "expect syntax error":
            case.stderr_start, case.exit = diagnostic(case, unescape(text)), 1
        elif kind == "exit":
            explicit_exit = int(text)
        elif kind == "stdin":
            case.stdin += unescape(text) + "\n"
        else:
            set_option(case, kind, text)
    if case.stderr_start is not None:
        case.stderr = None
    if explicit_exit is not None:
        case.exit = explicit_exit
    return [case]


def set_option(case, kind, text):
    if kind == "args":
        case.args = shlex.split(text)
    elif kind == "flags":
        case.flags = shlex.split(text)
    elif kind == "env":
        key, _, value = text.partition("=")
        case.env[key] = value
    elif kind == "timeout":
        case.timeout = float(text)
    elif kind == "skip with":
        case.skip_with += text.split()
    elif kind == "run":
        case.command = shlex.split(text)
    elif kind == "exit":
        case.exit = int(text)
    else:
        raise SystemExit(f"{case.title}: unknown section '{kind}'")


def parse_block(path, title):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        text = file.read()
    cases = []
    for part in re.split(r"^=== ", text, flags=re.M)[1:]:
        head, _, rest = part.partition("\n")
        name = re.sub(r" \(.*\)$", "", re.sub(r"^\d+ ", "", head))
        case = Case(title, name)
        sections = re.split(r"^--- (.*)\n", rest, flags=re.M)
        case.source = sections[0]
        for kind, body in zip(sections[1::2], sections[2::2]):
            add_section(case, kind, body)
        cases.append(case)
    if len(cases) > 1:
        for case in cases:
            case.title = f"{title}:{case.name}"
    return cases


def add_section(case, kind, body):
    word, _, rest = kind.partition(" ")
    if kind == "stdout match":
        case.stdout, case.stdout_match = None, body.splitlines()
    elif kind == "stderr match":
        case.stderr, case.stderr_match = None, body.splitlines()
    elif kind in ("stdout", "stderr", "stdin"):
        setattr(case, kind, body)
    elif word == "file":
        case.files[rest] = body
    elif kind.startswith("skip with "):
        set_option(case, "skip with", kind[10:])
    else:
        set_option(case, word, rest)


def command_line(case, options):
    if case.command is not None:
        return [options.gscript] + options.flags + case.command
    if case.name == "repl":
        return [options.gscript] + options.flags + case.flags + ["repl"]
    return [options.gscript] + options.flags + case.flags + [case.name] + case.args


def allowed_seconds(case, options):
    """A program's own time is meant for the usual --timeout and grows with it, as for slow builds."""
    return case.timeout * options.timeout / DEFAULT_TIMEOUT if case.timeout else options.timeout


def execute(case, options):
    """Runs the program; returns status (None after a timeout), standard output, standard error."""
    with tempfile.TemporaryDirectory(prefix="gs-") as folder:
        files = dict(case.files)
        if case.name != "repl":
            files[case.name] = case.source
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(text.encode("utf-8", "surrogateescape"))
        env = {**os.environ, "TZ": "UTC", "HOME": folder, "LC_ALL": "C.UTF-8", **case.env}
        process = subprocess.Popen(command_line(case, options), cwd=folder, env=env, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        status = None
        try:
            out, err = process.communicate(case.stdin.encode("utf-8", "surrogateescape"), allowed_seconds(case, options))
            status = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
        return status, out.decode("utf-8", "surrogateescape"), err.decode("utf-8", "surrogateescape")


def printable(text):
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def difference(label, expected, actual):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "expected " + label, "actual " + label,
                                 lineterm="", n=2)
    shown = [printable(line).replace("\t", "\\t")[:300] for line in lines]
    if not shown:
        shown = [f"{label} differs only in line ends: expected {expected[-40:]!r}, got {actual[-40:]!r}"]
    return shown[:60] + (["..."] if len(shown) > 60 else [])


def check(case, options):
    """Returns the list of lines that say what went wrong, empty if nothing did."""
    status, out, err = execute(case, options)
    if status is None:
        return ([f"timed out after {allowed_seconds(case, options):g} s"]
                + difference("stdout", case.stdout or "", out[-2000:]))
    problems = []
    if status != case.exit:
        name = f"signal {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"
        problems.append(f"{name}, expected exit status {case.exit}")
    if case.stdout is not None and out != case.stdout:
        problems += difference("stdout", case.stdout, out)
    if case.stderr is not None and err != case.stderr:
        problems += difference("stderr", case.stderr, err)
    if case.stderr_start is not None and not err.startswith(case.stderr_start):
        problems += difference("stderr (start)", case.stderr_start, err)
    for label, patterns, text in (("stdout", case.stdout_match, out), ("stderr", case.stderr_match, err)):
        missing = [pattern for pattern in patterns if not re.search(pattern, text, re.M)]
        if missing:
            problems += [f"{label} has no match for: {pattern}" for pattern in missing]
            problems += [label + " was:"] + printable(text).splitlines()[:40]
    return problems


def collect(paths):
    found = []
    for path in paths:
        if os.path.isfile(path):
            found.append(path)
        for folder, _, names in os.walk(path):
            found += [os.path.join(folder, name) for name in names if name.endswith((".gs", ".test"))]
    cases = []
    for path in sorted(found):
        title = os.path.relpath(path, ROOT)
        cases += parse_inline(path, title) if path.endswith(".gs") else parse_block(path, title)
    return cases


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    parser.add_argument("--flags", default="", help="flags put before every program")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--filter", default="", help="run only programs whose path contains this")
    parser.add_argument("--timeout", type=float, default=DEFAULT_TIMEOUT, help="seconds a program may take")
    parser.add_argument("--list", action="store_true", help="print the programs' names and run nothing")
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()
    options.gscript = os.path.abspath(options.gscript)
    options.flags = shlex.split(options.flags)
    paths = options.paths or [os.path.join(TESTS, name) for name in ("lang", "stdlib", "regress", "limits")]
    cases = [case for case in collect(paths) if options.filter in case.title]
    if options.list:
        print("\n".join(case.title for case in cases))
        return 0
    if not os.access(options.gscript, os.X_OK):
        raise SystemExit(f"{options.gscript}: no such program (build it, or name one with --gscript)")
    runnable = [case for case in cases if not set(case.skip_with) & set(options.flags)]
    failed = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for case, problems in zip(runnable, pool.map(lambda case: check(case, options), runnable)):
            if problems:
                failed += 1
                print(f"FAIL {case.title}")
                print("".join(f"    {line}\n" for line in problems), flush=True)
    if len(runnable) < len(cases):
        print(f"{len(cases) - len(runnable)} skipped because of {shlex.join(options.flags)}")
    print(f"{len(runnable) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
