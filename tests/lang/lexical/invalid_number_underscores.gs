// expect syntax error: 2:6: invalid number '1__0'
x := 1__0
