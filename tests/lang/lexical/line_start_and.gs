// expect syntax error: 3:1: expected statement, found '&'
x := 6
& 3
