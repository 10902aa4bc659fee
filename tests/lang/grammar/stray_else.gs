// expect syntax error: 2:1: expected statement, found 'else'
else { }
