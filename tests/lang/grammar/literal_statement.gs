// expect syntax error: 2:1: expression is not a statement
"text"
