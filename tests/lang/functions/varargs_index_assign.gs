// expect syntax error: 2:15: cannot assign to this expression
func f(...) { ...[1] = 2 }
