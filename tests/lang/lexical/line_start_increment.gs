// expect syntax error: 4:1: expected statement, found '++'
f := print
f()
++
