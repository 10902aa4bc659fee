// a <-1 is a send, a &^b is and-not, a ..= b appends.
a := make(chan, 1)
a <-1
print(<-a)        // expect: 1
b := 7
print(b &^2)      // expect: 5
b &^=1
print(b)          // expect: 6
s := "x"
s ..="y"
print(s, 2**3)    // expect: xy\t8
