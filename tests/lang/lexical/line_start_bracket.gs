// expect syntax error: 4:1: expected statement, found '['
t := {1}
x := t
[1]
