// expect syntax error: 3:1: expression is not a statement
y := 1
- 2
