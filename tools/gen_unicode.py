#!/usr/bin/env python3
"""Makes the tables for builds without utf8proc, from utf8proc, so that all builds agree:

    tools/gen_unicode.py > src/base/unicode/portable/tables.cpp

Classes: letter (L*), digit (Nd), white space (property White_Space), punctuation or symbol (P*, S*), other.
Case: the simple mappings; utf8proc's upper case of U+00DF is not one.
"""
import ctypes
import ctypes.util
import sys

SPACES = {*range(9, 14), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
OTHER, LETTER, DIGIT, SPACE, PUNCTUATION = range(5)
CODES = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]
SHARP_S = 0xDF

library = ctypes.CDLL(ctypes.util.find_library("utf8proc"))
for function in (library.utf8proc_category_string, library.utf8proc_unicode_version):
    function.restype = ctypes.c_char_p


def char_class(code):
    category = library.utf8proc_category_string(code).decode()
    if code in SPACES:
        return SPACE
    if category[0] == "L":
        return LETTER
    if category == "Nd":
        return DIGIT
    return PUNCTUATION if category[0] in "PS" else OTHER


def simple_upper(code):
    return code if code == SHARP_S else library.utf8proc_toupper(code)


def simple_lower(code):
    return library.utf8proc_tolower(code)


def class_runs():
    runs, last = [], None
    for code in CODES:
        kind = char_class(code)
        if kind != last:
            runs.append(code << 8 | kind)
        last = kind
    return runs


def case_runs(mapping):
    """Maximal runs of code points with one delta, 1 or 2 apart."""
    runs = []
    for code in CODES:
        delta = mapping(code) - code
        if delta == 0:
            continue
        if runs and runs[-1][2] == delta:
            first, last, _, step = runs[-1]
            gap = code - last
            if gap in (1, 2) and step in (0, gap):
                runs[-1] = (first, code, delta, gap)
                continue
        runs.append((code, code, delta, 0))
    return [(first, last, delta, step or 1) for first, last, delta, step in runs]


def rows(items, text, per_line):
    lines = []
    for i in range(0, len(items), per_line):
        lines.append("    " + " ".join(text(item) + "," for item in items[i:i + per_line]))
    return "\n".join(lines)


def case_table(name, mapping):
    runs = case_runs(mapping)
    body = rows(runs, lambda r: "{0x%X, 0x%X, %d, %d}" % r, 4)
    return "constexpr CaseRun %s[] = {\n%s\n};\n" % (name, body)


def main():
    out = sys.stdout.write
    out("// Made by tools/gen_unicode.py from Unicode %s. Do not edit.\n" % library.utf8proc_unicode_version().decode())
    out('#include "base/unicode/portable/tables.hpp"\n\nnamespace gs::unicode {\n\nnamespace {\n\n')
    out("constexpr u32 kClassRuns[] = {\n%s\n};\n\n" % rows(class_runs(), lambda r: "0x%X" % r, 10))
    out(case_table("kUpperRuns", simple_upper) + "\n" + case_table("kLowerRuns", simple_lower))
    out("\n}  // namespace\n\n")
    out("std::span<const u32> class_runs() { return kClassRuns; }\n")
    out("std::span<const CaseRun> upper_runs() { return kUpperRuns; }\n")
    out("std::span<const CaseRun> lower_runs() { return kLowerRuns; }\n")
    out("\n}  // namespace gs::unicode\n")


main()
