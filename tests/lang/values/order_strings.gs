// Strings compare bytewise as unsigned.
print("a" < "b", "Z" < "a", "" < "a", "a" < "a", "a" <= "a")    // expect: true\ttrue\ttrue\tfalse\ttrue
print("a" < "ab", "ab" < "b", "é" > "z", "\xff" > "\x01")       // expect: true\ttrue\ttrue\ttrue
print("10" < "9", "a\0b" > "a")                                 // expect: true\ttrue
