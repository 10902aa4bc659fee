#!/usr/bin/env python3
"""Checks that the interpreter's fast halves have no stack frame: no push, no stack adjustment, no call.

usage: check_frameless.py OBJDUMP FILE

FILE is the object file or archive of src/vm/interp (or a binary that is not stripped). Every op_ handler is checked except
those whose work always ends in C++ (kHasFrame). The last line is `N passed, N failed`; exit status 1 if any failed.
"""
import re
import subprocess
import sys

HAS_FRAME = {"VARARG", "CALL_C"}
FRAME = re.compile(r"\t(push|pop|call|sub\w*\s.*%rsp|add\w*\s.*%rsp)")


def handlers(objdump, path):
    text = subprocess.run([objdump, "-d", "--no-show-raw-insn", path], capture_output=True, text=True, check=True).stdout
    name, body = None, []
    for line in text.splitlines():
        start = re.match(r"[0-9a-f]+ <(.*)>:$", line)
        if start:
            if name:
                yield name, body
            handler = re.search(r"\d+op_([A-Z0-9_]+?)EPNS", start.group(1))
            name, body = (handler.group(1) if handler else None), []
        elif name:
            body.append(line)
    if name:
        yield name, body


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    passed, failed = 0, 0
    for name, body in handlers(sys.argv[1], sys.argv[2]):
        if name in HAS_FRAME:
            continue
        bad = [line for line in body if FRAME.search(line)]
        if bad:
            failed += 1
            print(f"{name}: not frameless:", *bad[:3], sep="\n")
        else:
            passed += 1
    if passed == 0:
        print("no handlers found")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
