// expect syntax error: 4:1: expected statement, found '++'
x := 1
x
++
