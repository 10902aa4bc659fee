#!/usr/bin/env python3
"""Makes the library's reference from the documentation comments in src/stdlib.

    tools/docgen.py            writes docs/stdlib/*.md
    tools/docgen.py --check    fails if they are not up to date
    tools/docgen.py --embed F  writes what `gscript doc` knows as C++ initializers

A documentation comment stands above the function in C++:

    /// string.len(s)
    /// The number of bytes of s.
    ///     print(string.len("abc")) // 3

The first line is the signature with the full name: `string.len`, `file:read` for methods, a plain name for builtins. Text
follows, then example code, indented by four more spaces. What it prints stands behind ` // ` at a line's end or in lines of
their own that begin with `// `; TABs in it are written as two spaces. tests/docs/run.py runs the examples.
"""

import argparse
import glob
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCES = os.path.join(ROOT, "src/stdlib")
OUTPUT = os.path.join(ROOT, "docs/stdlib")
# What a name belongs to, where that is not what stands before its dot.
CLASS_MODULES = {"file": "io", "regexp": "regexp", "buffer": "bytes", "heap": "container", "mutex": "sync",
                 "waitgroup": "sync", "router": "http", "request": "http", "response": "http"}
TITLES = {
    "builtin": "functions that need no library", "string": "text as bytes, patterns, formats", "table": "tables and arrays",
    "math": "numbers", "sort": "sorting and searching arrays", "io": "files and standard streams", "os": "the system",
    "fs": "the file system", "path": "file names", "process": "other programs", "json": "JSON",
    "csv": "comma-separated values", "base64": "base64", "hash": "digests and checksums", "encoding": "hex, base32, INI, XML",
    "compress": "gzip, zlib, deflate", "crypto": "secure random bytes, encryption", "uuid": "unique identifiers",
    "url": "web addresses", "bytes": "binary data", "regexp": "regular expressions in RE2's syntax",
    "utf8": "text as code points", "bit32": "bits of 32-bit numbers", "rand": "random numbers and choices",
    "container": "sets, queues, stacks, heaps", "time": "times and waiting", "log": "log lines", "vec": "vectors",
    "color": "colors", "matrix": "matrices", "net": "an HTTP client", "http": "an HTTP server",
    "coroutine": "coroutines", "debug": "the call stack", "sync": "wait groups and locks", "sched": "goroutines",
}


class Entry:
    def __init__(self, lines, place):
        self.signature, self.place = lines[0], place
        self.name = re.match(r"[\w.:]+", lines[0]).group(0)
        self.text = " ".join(line for line in lines[1:] if not line.startswith("    "))
        self.example = [line[4:] for line in lines[1:] if line.startswith("    ")]
        owner = re.split(r"[.:]", self.name)[0]
        self.module = "builtin" if owner == self.name else CLASS_MODULES[owner] if ":" in self.name else owner

    def is_method(self):
        return ":" in self.name

    def program(self):
        """The example's code, and what it prints with TABs as two spaces."""
        code, output = [], []
        for line in self.example:
            if line.startswith("//"):
                output.append(line[3:])
                continue
            code.append(line)
            if " // " in line:
                output.append(line.rpartition(" // ")[2])
        return "\n".join(code) + "\n", output


def read_entries():
    entries = []
    for path in sorted(glob.glob(os.path.join(SOURCES, "*/*.cpp"))):
        block, start = [], 0
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(list(file) + [""], 1):
                if line.startswith("///"):
                    start = start if block else number
                    block.append(line[4:].rstrip("\n"))
                elif block:
                    entries.append(Entry(block, f"{os.path.relpath(path, ROOT)}:{start}"))
                    block = []
    return entries


def by_module(entries):
    modules = {module: [] for module in TITLES}
    for entry in entries:
        modules[entry.module].append(entry)
    for listed in modules.values():
        listed.sort(key=lambda entry: (entry.is_method(), re.split("[:.]", entry.name)[0], entry.name.lower()))
    return modules


def summary(entry):
    end = re.search(r"[.:;](?: |$)", entry.text)
    return entry.text[:end.start() + 1].rstrip(":;.") + "." if end else entry.text


def module_page(module, entries):
    lines = [f"# {module}: {TITLES[module]}", "", "Made by `tools/docgen.py` from the comments in `src/stdlib`.", ""]
    for entry in entries:
        lines += [f"## {entry.name}", "", f"`{entry.signature}`", "", entry.text, ""]
        if entry.example:
            lines += ["```go"] + entry.example + ["```", ""]
    return "\n".join(lines)


def index_page(modules):
    lines = ["# The standard library", "", "Also on the command line: `gscript doc string`, `gscript doc string.find`.", "",
             "| module | what for |", "|---|---|"]
    lines += [f"| [{module}]({module}.md) | {TITLES[module]} |" for module in modules]
    return "\n".join(lines) + "\n"


def pages(entries):
    modules = by_module(entries)
    result = {f"{module}.md": module_page(module, listed) for module, listed in modules.items()}
    result["README.md"] = index_page(modules)
    return result


def write_pages(entries):
    os.makedirs(OUTPUT, exist_ok=True)
    for name, text in pages(entries).items():
        with open(os.path.join(OUTPUT, name), "w", encoding="utf-8") as file:
            file.write(text)


def stale_pages(entries):
    wanted = pages(entries)
    stale = [name for name in os.listdir(OUTPUT) if name not in wanted]
    for name, text in wanted.items():
        path = os.path.join(OUTPUT, name)
        current = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                current = file.read()
        if current != text:
            stale.append(name)
    return sorted(stale)


def literal(text):
    """A C++ string literal; long ones in pieces, for compilers bound their length."""
    escaped = ["".join(f"\\{byte:03o}" if byte < 32 or byte > 126 or byte in b'"\\?' else chr(byte)
                       for byte in text[i:i + 60].encode("utf-8")) for i in range(0, len(text), 60)] or [""]
    return " ".join(f'"{piece}"' for piece in escaped)


def write_embedded(entries, path):
    lines = ["// Made by tools/docgen.py."]
    for module, listed in by_module(entries).items():
        lines.append(f"GS_DOC_MODULE({literal(module)}, {literal(TITLES[module])})")
        for entry in listed:
            example = "\n".join(entry.example)
            lines.append(f"GS_DOC({literal(module)}, {literal(entry.name)}, {literal(entry.signature)}, "
                         f"{literal(summary(entry))}, {literal(entry.text)}, {literal(example)})")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--embed")
    options = parser.parse_args()
    entries = read_entries()
    if options.embed:
        write_embedded(entries, options.embed)
    elif options.check:
        stale = stale_pages(entries)
        if stale:
            print("not up to date: " + ", ".join(stale) + "; run tools/docgen.py")
        return 1 if stale else 0
    else:
        write_pages(entries)
    return 0


if __name__ == "__main__":
    sys.exit(main())
