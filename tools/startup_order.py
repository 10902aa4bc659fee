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
class := {size: func(self) { return #self.items + self.extra }}
class.__index = class
objects := {}
for i := 1; i <= 300; i++ {
  object := setmetatable({id: i, items: {i, i * 2.5}, extra: i % 7}, class)
  object.text = "number " .. i .. tostring(object.id * 1.5)
  objects[i] = object
}
func sum(list, of) {
  total := 0
  for i, object := range list { total += of(object) }
  return total
}
words := {}
for word := range string.gmatch("some words, some more words", "%a+") { words[word] = (words[word] || 0) + 1 }
table.sort(objects, func(a, b) { return a.extra < b.extra })
ok, message := pcall(func() { error("no") })
total := sum(objects, func(object) { return object.size(object) + tonumber("1") + #string.sub(object.text, 2, 5) })
print(string.format("%d %.3f %s %s", total, total / 3, message, table.concat({1, 2, "x"}, ",")))
collectgarbage()
"""


def functions_entered(command):
    """Mangled names, in no useful order."""
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        subprocess.run(["valgrind", "--tool=callgrind", "--compress-strings=no", "--demangle=no",
                        f"--callgrind-out-file={profile}", *command], check=True, capture_output=True)
        with open(profile, encoding="utf-8") as file:
            names = re.findall(r"^c?fn=(\S+)$", file.read(), re.MULTILINE)
    return {re.sub(r"'\d+$", "", name) for name in names}


def with_variants(names, executable):
    """The C library has its memory and string functions once per kind of CPU: all of those whose name is alike."""
    suffix = re.compile(r"_(sse\w+|ssse3\w*|avx\w+|evex\w*|erms\w*|unaligned\w*)$")
    wanted = {suffix.sub("", name) for name in names if suffix.search(name)}
    symbols = subprocess.run(["nm", "--format=just-symbols", executable], check=True, capture_output=True, text=True).stdout
    return names | {name for name in symbols.split() if suffix.search(name) and suffix.sub("", name) in wanted}


def main():
    gscript = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "build", "release", "gscript")
    with tempfile.NamedTemporaryFile("w", suffix=".gs") as script:
        script.write(PROGRAM)
        script.flush()
        names = functions_entered([gscript, script.name]) | functions_entered([gscript, "--jit=off", script.name])
    names = with_variants(names, gscript)
    # Names of parts of functions, and of what valgrind could not name, are of no use to the linker.
    names = sorted(name for name in names if re.fullmatch(r"[A-Za-z_][\w.$]*", name))
    with open(os.path.join(ROOT, "cmake", "startup_order.txt"), "w", encoding="utf-8") as file:
        file.write("".join(name + "\n" for name in names))
    print(len(names), "functions")


main()
