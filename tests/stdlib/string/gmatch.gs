for w := range string.gmatch("one two  three", "%a+") { io.write(w, ";") }
for k, v := range string.gmatch("a=1, b=2", "(%w+)=(%w+)") { io.write(k, v, ";") }
for p := range string.gmatch("abc", "()") { io.write(p, ";") }
print()                                             // expect: one;two;three;a1;b2;1;2;3;4;
f := string.gmatch("ab", ".")
print(f())                                          // expect: a
print(f())                                          // expect: b
print(f())                                          // expect: nil
n := 0
for _ := range ("abc"):gmatch("") { n++ }
print(n)                                            // expect: 4
