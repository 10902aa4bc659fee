// expect syntax error: 2:6: invalid number '12ab'
x := 12ab
