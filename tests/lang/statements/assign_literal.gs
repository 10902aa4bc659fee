// expect syntax error: 2:1: cannot assign to this expression
5 = 1
