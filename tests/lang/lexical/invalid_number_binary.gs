// expect syntax error: 2:6: invalid number '0b12'
x := 0b12
