// expect syntax error: 2:8: unexpected character '@'
x := 1 @ 2
