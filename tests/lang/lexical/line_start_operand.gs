// Where an operand is still expected the tokens have their usual meaning.
x := 10 -
- 2
y :=
-3
z := 5 +
(1 + 1)
ch := make(chan, 1)
ch <- 9
w :=
<-ch
print(x, y, z, w)   // expect: 12\t-3\t7\t9
