print(string.match("2026-11-24", "(%d+)-(%d+)-(%d+)"))             // expect: 2026\t11\t24
print(string.match("hello", "l+"), string.match("hello", "x"), string.match("hello", "()ll()"))   // expect: ll\tnil\t3\t5
print(string.match("  x  ", "^%s*(.-)%s*$"))    // expect: x
print(string.match("key=val", "=(.*)", 5), string.match("abc", "b", -1), string.match("abc", ".", -1))   // expect: nil\tnil\tc
print(string.match("a\nb", "a.b") == "a\nb", string.match("", ".*") == "", string.match("x", "y*") == "")   // expect: true\ttrue\ttrue
print(pcall(string.match, "a", nil))            // expect: false\tbad argument #2 to 'string.match' (string expected, got nil)
string.match("a", "(")                          // expect error: unfinished capture
