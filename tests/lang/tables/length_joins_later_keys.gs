// Keys stored beyond the end join when the gap closes.
t := {}
t[3] = "c"; t[2] = "b"; t[5] = "e"
print(#t)            // expect: 0
t[1] = "a"
print(#t)            // expect: 3
t[4] = "d"
print(#t)            // expect: 5
