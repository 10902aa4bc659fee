#!/usr/bin/env python3
"""Checks the command line (language definition, section 13): flags, operands, exit statuses, the interactive session with and
without a terminal, interrupts.

    tests/cli/run.py [--gscript build/release/gscript] [--filter TEXT]

Ends with `N passed, N failed`.
"""

import argparse
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import termios
import time
import xml.dom.minidom

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Tool:
    def __init__(self, path, folder):
        self.path = path
        self.folder = folder

    def file(self, name, text):
        with open(os.path.join(self.folder, name), "w") as out:
            out.write(text)
        return name

    def run(self, *arguments, stdin=""):
        return subprocess.run([self.path, *arguments], input=stdin, cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=20, env=dict(os.environ, HOME=self.folder))

    def expect(self, *arguments, stdout="", stderr="", status=0, stdin=""):
        """Runs and compares; `stderr` is a text or a compiled pattern that must be found."""
        result = self.run(*arguments, stdin=stdin)
        assert result.returncode == status, f"{arguments}: exit status {result.returncode}: {result.stderr}"
        assert result.stdout == stdout, f"{arguments}: stdout {result.stdout!r}"
        if isinstance(stderr, str):
            assert result.stderr == stderr, f"{arguments}: stderr {result.stderr!r}"
        else:
            assert stderr.search(result.stderr), f"{arguments}: stderr {result.stderr!r}"


class Session:
    """An interactive session on a pseudo terminal."""

    def __init__(self, tool, *arguments):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(tool.folder)
            os.environ.update(HOME=tool.folder, TERM="xterm")
            os.execv(tool.path, [tool.path, *arguments])
        self.text = ""

    def wait_for(self, pattern, seconds=10):
        """Reads until `pattern` matches what came since the last wait; the match."""
        deadline = time.monotonic() + seconds
        while True:
            found = re.search(pattern, self.text)
            if found:
                self.text = self.text[found.end():]
                return found
            ready, _, _ = select.select([self.terminal], [], [], max(0, deadline - time.monotonic()))
            assert ready, f"no {pattern!r} in {self.text!r}"
            try:
                read = os.read(self.terminal, 4096)
            except OSError:
                read = b""
            assert read, f"the session ended without {pattern!r}: {self.text!r}"
            self.text += read.decode(errors="replace")

    def wait_for_prompt(self):
        """Until the editor reads keys: the prompt is written just before the terminal leaves canonical mode."""
        self.wait_for("> ")
        deadline = time.monotonic() + 10
        while termios.tcgetattr(self.terminal)[3] & termios.ICANON:
            assert time.monotonic() < deadline, "the editor does not read"
            time.sleep(0.01)

    def send(self, text):
        os.write(self.terminal, text.encode())

    def has_ended(self, seconds):
        """Reads what still comes, for so long at most; whether the terminal was hung up."""
        deadline = time.monotonic() + seconds
        while True:
            ready, _, _ = select.select([self.terminal], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return False
            try:
                if not os.read(self.terminal, 4096):
                    return True
            except OSError:
                return True

    def end(self):
        """The exit status."""
        if self.has_ended(20):
            return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        raise AssertionError("the session does not end")


@test
def runs_a_file_with_arguments(tool):
    tool.file("a.gs", "print(arg[0], arg[1], arg[2], #arg, ...)")
    tool.expect("a.gs", "x", "--stats", stdout="a.gs\tx\t--stats\t2\tx\t--stats\n")
    tool.expect("run", "a.gs", "y", stdout="a.gs\ty\tnil\t1\ty\n")
    tool.expect("--jit=off", "run", "--jit", "baseline", "a.gs", stdout="a.gs\tnil\tnil\t0\n")
    tool.expect("--", "a.gs", "--", stdout="a.gs\t--\tnil\t1\t--\n")


@test
def runs_text(tool):
    tool.expect("-e", "print(1 + 1)", stdout="2\n")
    tool.expect("-e", "print(arg[0], ...)", "-x", "--jit=off", stdout="-e\t-x\t--jit=off\n")
    tool.expect("--gc-stress", "-e", "print({1}[1])", stdout="1\n")
    tool.expect("-e", "print(x)", stderr=re.compile(r"^\(command line\):1: undefined variable: x\n"), status=1)


@test
def reads_standard_input(tool):
    tool.expect("-", "a", stdin="print(arg[0], ...)\n", stdout="-\ta\n")


@test
def a_command_word_may_be_a_file(tool):
    tool.file("check", "print(\"file\")")
    tool.expect("./check", stdout="file\n")


@test
def version_and_help(tool):
    tool.expect("version", stdout="gscript 1.0.0\n")
    for flag in ("-h", "--help"):
        result = tool.run(flag)
        assert result.returncode == 0 and result.stdout.startswith("usage: gscript") and not result.stderr


@test
def wrong_command_lines(tool):
    tool.file("a.gs", "")
    for arguments in (["--nosuch"], ["-x"], ["--jit=fast", "a.gs"], ["--dump=elf", "a.gs"], ["run"], ["check"], ["-e"],
                      ["--memory-limit=lots", "a.gs"], ["--memory-limit=0", "a.gs"], ["--time-limit=-1", "a.gs"],
                      ["--time-limit=soon", "a.gs"], ["--set", "sched.slice", "a.gs"], ["--set", "no.such=1", "a.gs"],
                      ["--set", "ic.polymorphic=0", "a.gs"], ["--set"], ["version", "x"], ["repl", "x"], ["--jit"]):
        result = tool.run(*arguments)
        assert result.returncode == 2, f"{arguments}: exit status {result.returncode}"
        assert re.match(r"gscript: .+\nusage: ", result.stderr), f"{arguments}: {result.stderr!r}"
        assert not result.stdout


@test
def unreadable_files(tool):
    tool.expect("none.gs", stderr="gscript: cannot open 'none.gs': no such file or directory\n", status=1)
    tool.expect(".", stderr="gscript: cannot open '.': is a directory\n", status=1)
    tool.expect("check", "none.gs", stderr="gscript: cannot open 'none.gs': no such file or directory\n", status=1)


@test
def limits(tool):
    tool.file("loop.gs", "for { pcall(func() { for { } }) }")
    tool.expect("--time-limit=0.2", "loop.gs", stderr=re.compile("time limit exceeded"), status=1)
    tool.file("grow.gs", "t := {}\nfor { append(t, {}) }")
    tool.expect("--memory-limit=16M", "grow.gs", stderr=re.compile(r"^grow.gs:2: out of memory\n"), status=1)


@test
def tunables(tool):
    tool.expect("--set", "sched.slice=5", "--set=gc.growth=50", "-e", "print(1)", stdout="1\n")


@test
def exit_statuses(tool):
    tool.expect("-e", "os.exit(3)", status=3)
    tool.expect("-e", "print(1)\nos.exit()", stdout="1\n")
    tool.expect("-e", "defer print(2)\nos.exit(false)", status=1)
    tool.expect("-e", "ch := make(chan)\n<-ch", stderr=re.compile("deadlock!"), status=2)
    tool.expect("-e", "error(\"x\")", stderr="(command line):1: x\nstack traceback:\n\t(command line):1: in main chunk\n",
                status=1)


@test
def compile_errors(tool):
    tool.file("bad.gs", "x := 1\ny := := 2\n")
    expected = re.compile(r"\Abad.gs:2:6: .+\n    y := := 2\n         \^\n")
    tool.expect("bad.gs", stderr=expected, status=1)
    tool.expect("check", "bad.gs", stderr=expected, status=1)


@test
def check_warns(tool):
    tool.file("warn.gs", "x := 1\nprint(x, yy)\n")
    tool.expect("check", "warn.gs", stderr=re.compile(r"\Awarn.gs:2:10: warning: .*yy"))
    tool.file("fine.gs", "func f(a) { return a + 1 }\nprint(f(2), string.len(\"x\"))\n")
    tool.expect("check", "fine.gs", "fine.gs")


@test
def dumps(tool):
    tool.file("d.gs", "print(\"not run\", 1 + 2)\n")
    for form in ("ast", "bytecode"):
        result = tool.run(f"--dump={form}", "d.gs")
        assert result.returncode == 0 and result.stdout and "not run\t" not in result.stdout, result
    tool.expect("--dump=asm", "-e", "print(1)", stdout="1\n")
    tool.expect("--dump=ir", "-e", "print(1)", stdout="1\n")
    loop = "s := 0\nfor i := 0; i < 10000; i++ { s += i }\nprint(s)"
    eager = ["--set=jit.threshold=1", "--set=opt.threshold=1"]
    for form, text in (("asm", "optimized"), ("ir", "after finish"), ("ir:build", "after build"), ("ir:licm", "after licm")):
        tool.expect(*eager, f"--dump={form}", "-e", loop, stdout="49995000\n", stderr=re.compile(text))
    tool.expect("--dump=ast", "-e", "x := :=", stderr=re.compile("command line"), status=1)


@test
def figures(tool):
    result = tool.run("--stats", "-e", "print(1)")
    assert result.stdout == "1\n" and "heap" in result.stderr


@test
def interrupts(tool):
    tool.file("spin.gs", "print(\"on\")\nio.stdout:flush()\nfor { }")
    process = subprocess.Popen([tool.path, "spin.gs"], cwd=tool.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 130, process.returncode
    assert b"interrupted" in errors, errors


@test
def finalisers_run_at_a_normal_end_only(tool):
    source = "kept := setmetatable({}, {__gc: func() { print(\"closed\") }})\n"
    tool.expect("-e", source, stdout="closed\n")
    tool.expect("-e", source + "os.exit(0)")


@test
def formatting(tool):
    tool.expect("fmt", stdin="x:=1 y:=2", stdout="x := 1\ny := 2\n")
    tool.expect("fmt", "-", stdin="f ( )", stdout="f()\n")
    os.makedirs(os.path.join(tool.folder, "sources", ".hidden"))
    tool.file("sources/a.gs", "a:=1\n")
    tool.file("sources/b.gs", "b := 1\n")
    tool.file("sources/.hidden/c.gs", "c:=1\n")
    tool.file("sources/notes.txt", "d:=1\n")
    os.chmod(os.path.join(tool.folder, "sources/a.gs"), 0o755)
    tool.expect("fmt", "sources", stdout="a := 1\nb := 1\n")
    tool.expect("fmt", "--check", "sources", stdout="sources/a.gs\n", status=1)
    tool.expect("fmt", "-w", "sources")
    tool.expect("fmt", "--check", "sources")
    assert os.stat(os.path.join(tool.folder, "sources/a.gs")).st_mode & 0o777 == 0o755
    assert open(os.path.join(tool.folder, "sources/a.gs")).read() == "a := 1\n"
    assert sorted(os.listdir(os.path.join(tool.folder, "sources"))) == [".hidden", "a.gs", "b.gs", "notes.txt"]
    tool.file("bad.gs", "x := (\n")
    tool.expect("fmt", "-w", "bad.gs", status=1, stderr=re.compile(r"^bad\.gs:2:1: expected expression"))
    tool.expect("fmt", "none.gs", status=1, stderr="gscript: cannot open 'none.gs': no such file or directory\n")
    tool.expect("--check", "sources/a.gs", status=2, stderr=re.compile("--check: not a flag of this command"))


TEST_FILE = """calls := 0
func test_second(t) { calls++; t.equal({1, {x: 2}}, {1, {x: 2.0}}) }
func test_first(t) { print("shown"); t.equal({a: "b"}, {1}, "why") }
func test_skipped(t) { t.skip("later") }
func test_kinds(t) {
    t.equal(t.raises(func() { error({code: 5}) }).code, 5)
    t.raises(func() { error("abc def") }, "def"); t:near(0.1 + 0.2, 0.3); t.isTrue(1); t.isFalse(nil); t.notEqual(1, 2)
}
func test_deadlock() { <-make(chan) }
func test_exit() { os.exit(3) }
func test_limit() { for { } }
func test_after() { assert(calls == 1) }
"""


@test
def testing(tool):
    os.makedirs(os.path.join(tool.folder, "suite"))
    tool.file("suite/a_test.gs", TEST_FILE)
    tool.file("suite/a.gs", "error(1)\n")
    result = tool.run("test", "--time-limit=0.3", "--junit=report.xml", "suite")
    assert result.returncode == 1 and result.stdout.endswith("3 passed, 4 failed, 1 skipped\n"), result
    for text in ("test_first (", "    shown\n    suite/a_test.gs:3: why: got {a: \"b\"}, want {1}\n    stack traceback:\n",
                 "all goroutines are asleep", "os.exit(3) was called", "time limit exceeded"):
        assert text in result.stdout, (text, result.stdout)
    cases = xml.dom.minidom.parse(os.path.join(tool.folder, "report.xml")).getElementsByTagName("testcase")
    assert [case.getAttribute("name") for case in cases] == [
        "test_second", "test_first", "test_skipped", "test_kinds", "test_deadlock", "test_exit", "test_limit", "test_after"]
    result = tool.run("test", "-v", "--filter=second", "suite")
    assert result.returncode == 0 and "ok   suite/a_test.gs: test_second" in result.stdout, result
    tool.file("suite/bad_test.gs", "x := (")
    result = tool.run("test", "suite/bad_test.gs")
    assert result.returncode == 1 and "bad_test.gs:1:7: expected expression" in result.stdout, result
    tool.expect("test", "--filter=none", "suite/a_test.gs", status=1, stdout="0 passed, 0 failed\n",
                stderr="gscript: no tests found\n")
    tool.expect("test", "--junit", "no/r.xml", "--filter=second", "suite/a_test.gs", status=1,
                stdout="1 passed, 0 failed\n", stderr="gscript: cannot write 'no/r.xml'\n")


@test
def session_without_a_terminal(tool):
    tool.expect(stdin="1 + 1\nfunc f() {\nreturn 5 }\nf(), nil\n:nosuch\nx := `a\nb`\nx\nexit\n1\n",
                stdout="2\n5\tnil\na\nb\n", stderr="unknown command ':nosuch', try :help\n")
    tool.expect("repl", stdin="(1 +", stderr=re.compile(r"^\(repl\):1:"), stdout="")
    tool.expect("repl", stdin="const k = 1\nconst k = 2\nk\nquit\n", stdout="2\n")
    tool.file("l.gs", "loaded := 7")
    tool.expect("repl", stdin=":load l.gs\nloaded\n:load none\n:quit\n", stdout="7\n",
                stderr="gscript: cannot open 'none': no such file or directory\n")
    tool.expect("repl", stdin="os.exit(4)\n1\n", status=4)


@test
def session_survives_errors(tool):
    result = tool.run("--time-limit=0.3", "--memory-limit=32M", stdin="for { }\nt := {}; for { append(t, {}) }\nt = nil\n"
                      "ch := make(chan)\n<-ch\n\"alive\"\n")
    assert result.stdout.endswith("alive\n"), result
    for text in ("time limit exceeded", "out of memory", "deadlock!"):
        assert text in result.stderr, (text, result.stderr)
    result = tool.run(stdin="func f() { return 1 + f() }\nf()\n\"alive\"\n")
    assert result.stdout.endswith("alive\n") and "stack overflow" in result.stderr, result


@test
def session_on_a_terminal(tool):
    session = Session(tool)

    def enter(text, answer):
        session.wait_for_prompt()
        session.send(text + "\r")
        session.wait_for(answer)

    session.wait_for("GScript")
    enter("1 + 2", r"\n3\r\n")
    enter("func f(x) {", r"\.\. ")
    session.send("return x * 2 }\r")
    enter("f(21)", r"\n42\r\n")
    enter("some_longer_name := 5", r"\n")
    enter("some_lo\t + 1", r"\n6\r\n")
    enter("string.pad\tL\t(\"x\", 3) .. \"|\"", r"\n  x\|\r\n")
    session.wait_for_prompt()
    session.send("half an inp\x03")
    enter("f(1)", r"\n2\r\n")
    session.wait_for_prompt()
    session.send("for { }\r")
    time.sleep(0.5)
    session.send("\x03")
    session.wait_for("interrupted")
    session.wait_for_prompt()
    session.send("\x1b[A\x1b[A\r")  # two lines back: f(1)
    session.wait_for(r"\n2\r\n")
    session.wait_for_prompt()
    session.send(":quit\r")
    status = session.end()
    assert status == 0, f"exit status {status}"
    with open(os.path.join(tool.folder, ".gscript_history")) as history:
        assert "some_longer_name" in history.read()


@test
def session_ends_with_the_input(tool):
    session = Session(tool, "repl")
    session.wait_for_prompt()
    session.send("\x04")
    assert session.end() == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gscript", default=os.path.join(ROOT, "build/release/gscript"))
    parser.add_argument("--filter", default="", help="run only tests whose name contains this")
    options = parser.parse_args()
    failed = 0
    tests = [function for function in TESTS if options.filter in function.__name__]
    for function in tests:
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(Tool(os.path.abspath(options.gscript), folder))
            except (AssertionError, subprocess.TimeoutExpired) as problem:
                failed += 1
                print(f"FAIL {function.__name__}: {problem}")
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
