// expect syntax error: 2:11: range permits at most two variables
for a, b, c := range {} { }
