// Inside ( ), [ ] and table braces newlines are plain white space.
f := func(...) { return #... }
t := {10, 20, 30
    -5}
print(#t, t[3])              // expect: 3\t25
print(t[3
    -1])                     // expect: 20
print((1
    -4))                     // expect: -3
print(f
    (1, 2))                  // expect: 2
