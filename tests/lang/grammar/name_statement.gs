// expect syntax error: 3:1: expression is not a statement
x := 1
x
