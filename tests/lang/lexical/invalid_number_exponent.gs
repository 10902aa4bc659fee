// expect syntax error: 2:6: invalid number '1e'
x := 1e
