old := tostring
tostring = func(v) { return "<" .. old(v) .. ">" }
print(tostring(1))       // expect: <1>
len := 5
print(len)               // expect: 5
math = {pi: 3}
print(math.pi)           // expect: 3
