// expect syntax error: 2:11: expected name, found '1'
x := ({}).1
