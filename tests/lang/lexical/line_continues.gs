// Any other operator at the start of a line continues.
a := 1
    + 2
    * 3
b := "x"
    .. "y"
c := true
    && false
    || "or"
d := 2
    ** 3
e := 7
    &^ 2
f := 10
    >= 9
g
    := 5
print(a, b, c, d, e, f, g)   // expect: 7\txy\tor\t8\t5\ttrue\t5
g
    += 1
g
    = g
    | 8
print(g)                     // expect: 14
