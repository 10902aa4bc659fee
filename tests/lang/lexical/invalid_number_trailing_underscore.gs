// expect syntax error: 2:6: invalid number '1_'
x := 1_
