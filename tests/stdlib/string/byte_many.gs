// A whole string as values and back: 100000 results pass through a call.
s := string.rep("\x00\x7f\xff", 33334)
values := {string.byte(s, 1, -1)}
print(#values, values[1], values[2], values[3], values[#values])   // expect: 100002\t0\t127\t255\t255
print(string.char(values...) == s)              // expect: true
