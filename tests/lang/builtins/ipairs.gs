for i, v := range ipairs({"a", "b", nil, "d"}) { io.write(i, v, " ") }
print()                         // expect: 1a 2b\x20
f := ipairs({5})
print(f())                      // expect: 1\t5
print(f())                      // expect: nil
t := {1, 2}
for i, v := range ipairs(t) { if i < 5 { append(t, i * 10) } io.write(v, " ") }
print()                         // expect: 1 2 10 20 30 40\x20
print(pcall(ipairs, nil))       // expect: false\tbad argument #1 to 'ipairs' (table expected, got nil)
