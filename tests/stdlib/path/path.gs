for _, p := range {"", ".", "/", "a//b", "a/./b", "a/../b", "../a", "/../a", "a/b/../..", "a/b/", "./a"} { io.write(path.clean(p), " ") }
print()    // expect: . . / a/b a/b b ../a /a . a/b a 
print(path.join(), path.join("", "a", "", "b"), path.join("/", "a"), path.join("a", "../.."), path.join("a/", "/b"))   // expect: \ta/b\t/a\t..\ta/b
for _, p := range {"", "a", "/", "/a", "a/b", "a/b/", "/a/b.c"} { io.write(path.dir(p), ",", path.base(p), ",", path.ext(p), " ") }
print()    // expect: .,., .,a, /,/, /,a, a,b, a/b,b, /a,b.c,.c 
print(path.split("a/b.c"))                                    // expect: a/\tb.c
print(path.split("x"))                                        // expect: \tx
print(path.ext("a.tar.gz"), path.ext("a.b/c"), path.ext(".rc"), path.ext("a."))   // expect: .gz\t\t.rc\t.
print(path.abs("/a/../b"), path.abs("x") == path.join(fs.cwd(), "x"), path.isAbs("/x"), path.isAbs("x"))   // expect: /b\ttrue\ttrue\tfalse
print(path.match("*.g?", "a.gs"), path.match("*", "a/b"), path.match("[a-c]x", "bx"), path.match("[^a]x", "ax"), path.match(`\*`, "*"), path.match("a", "ab"))
// expect: true\tfalse\ttrue\tfalse\ttrue\tfalse
print(path.match("[", "a"))                                   // expect: false\tsyntax error in pattern
print(path.rel("/a/b", "/a/c/d"), path.rel("a", "a"), path.rel("/a", "/a/b"), path.rel("a", "/b") == nil)   // expect: ../c/d\t.\tb\ttrue
print(path.separator, path.listSeparator, pcall(path.clean))  // expect: /\t:\tfalse\tbad argument #1 to 'path.clean' (string expected, got nil)
