print(string.sub("hello", "2", 3.9))            // expect: el
print(string.sub("hello", 2.9))                 // expect: ello
print(pcall(string.sub))                        // expect: false\tbad argument #1 to 'string.sub' (string expected, got nil)
print(pcall(string.sub, "x"))                   // expect: false\tbad argument #2 to 'string.sub' (number expected, got nil)
print(pcall(string.sub, "x", 1, {}))            // expect: false\tbad argument #3 to 'string.sub' (number expected, got table)
print(pcall(string.sub, "x", 0.0 / 0))          // expect: false\tbad argument #2 to 'string.sub' (number has no integer representation)
print(pcall(string.sub, "x", 1, 1e300))         // expect: false\tbad argument #3 to 'string.sub' (number has no integer representation)
func cut(s) {
    return s:sub("x")                           // expect error: bad argument #2 to 'string.sub' (number expected, got string)
}
cut("abc")
