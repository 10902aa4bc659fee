// expect syntax error: 2:1: unexpected character '$'
$x := 1
