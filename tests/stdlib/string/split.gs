func show(arr) { return #arr .. ":" .. table.concat(arr, "|") }
print(show(string.split("a,b,c", ",")), show(string.split("a,,c", ",")), show(string.split(",a,", ",")))   // expect: 3:a|b|c\t3:a||c\t3:|a|
print(show(string.split("", ",")), show(string.split("abc", ",")), show(string.split("a--b-c", "--")))     // expect: 1:\t1:abc\t2:a|b-c
print(show(string.split("aé日", "")), show(string.split("", "")))  // expect: 3:a|é|日\t0:
print(show(string.split("aaaa", "aa")), show(string.split("a\0b", "\0")))  // expect: 3:||\t2:a|b
print(show(string.split("a.b", ".")), show(string.split("x", "xyz")))      // expect: 2:a|b\t1:x
print(#string.split(string.rep("ab,", 10000), ","))                // expect: 10001
print(pcall(string.split, "a"))                 // expect: false\tbad argument #2 to 'string.split' (string expected, got nil)
string.split(5, ",")                            // expect error: bad argument #1 to 'string.split' (string expected, got number)
