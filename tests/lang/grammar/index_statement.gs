// expect syntax error: 3:1: expression is not a statement
t := {1}
t[1]
