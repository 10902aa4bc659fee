// expect compile error: 3:1: no new variables on left side of :=
a, b := 1, 2
b, a := 3, 4
