#!/usr/bin/env python3
"""Lists the functions a short run of the command enters; writes cmake/startup_order.txt.

    tools/startup_order.py [PATH of gscript]

The linker puts the functions listed there side by side (cmake/components.cmake), so that starting touches a few hundred
KiB of the executable instead of pieces all over it: the system maps 64 KiB around every page touched. Functions missing
in the list, or in the executable, do no harm. Run it by hand when start-up has changed much. Needs valgrind.
"""

import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
PROGRAM = """
class := {}
class.__index = class
list := {}
for i := 1; i <= 10; i++ { append(list, setmetatable({id: i, f: func() { return list }}, class)) }
for i, object := range list { object.text = "number " .. i .. tostring(object.id * 1.5) }
print(string.format("%d %s", #list, list[1].text))
collectgarbage()
"""


def functions_entered(command):
    """Mangled names, in no useful order."""
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        subprocess.run(["valgrind", "--tool=callgrind", "--compress-strings=no", "--demangle=no",
                        f"--callgrind-out-file={profile}", *command], check=True, capture_output=True)
        with open(profile, encoding="utf-8") as file:
            names = re.findall(r"^fn=(\S+)$", file.read(), re.MULTILINE)
    return {re.sub(r"'\d+$", "", name) for name in names}


def main():
    gscript = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "build", "release", "gscript")
    names = functions_entered([gscript, "-e", PROGRAM]) | functions_entered([gscript, "--jit=off", "-e", PROGRAM])
    # Names of parts of functions, and of what valgrind could not name, are of no use to the linker.
    names = sorted(name for name in names if re.fullmatch(r"[A-Za-z_][\w.$]*", name))
    with open(os.path.join(ROOT, "cmake", "startup_order.txt"), "w", encoding="utf-8") as file:
        file.write("".join(name + "\n" for name in names))
    print(len(names), "functions")


main()
