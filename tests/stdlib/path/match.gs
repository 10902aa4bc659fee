print(path.match("*.gs", "a.gs"), path.match("*.gs", "d/a.gs"), path.match("a?c", "abc"), path.match("a?c", "a/c"))        // expect: true\tfalse\ttrue\tfalse
print(path.match("[a-c]x", "bx"), path.match("[^a-c]x", "bx"), path.match("\\*", "*"), path.match("\\*", "x"), path.match("", ""))         // expect: true\tfalse\ttrue\tfalse\ttrue
print(path.match("a*b*c", "aXXbYYc"), path.match("*", ""), path.match("?", "é"), path.match("a*", "ba"))           // expect: true\ttrue\ttrue\tfalse
print(path.match("[", "a"))                     // expect: false\tsyntax error in pattern
print(path.match("[a", "a"))                    // expect: false\tsyntax error in pattern
print(path.match("\\", "\\"))                   // expect: false\tsyntax error in pattern
// A pattern made for exponential backtracking.
print(path.match(string.rep("*a", 30) .. "b", string.rep("a", 2000)))      // expect: false
print(path.match("[é-ü]", "ê"), path.match("*é?", "xéü"), path.match("[^é]", "é"), path.match("?", "\xff"), path.match("\xfe", "\xff"))   // expect: true\ttrue\tfalse\ttrue\tfalse
path.match("*")                                 // expect error: bad argument #2 to 'path.match' (string expected, got nil)
