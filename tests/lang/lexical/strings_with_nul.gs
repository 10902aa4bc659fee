// Strings are byte sequences; NUL is an ordinary byte.
s := "a\0b"
print(#s, s == "a\0b", s == "a\0c", s < "a\0c", s:byte(2))   // expect: 3\ttrue\tfalse\ttrue\t0
t := {["a\0b"]: 1}
print(t[s], t["a"])                                          // expect: 1\tnil
