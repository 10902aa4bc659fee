// expect syntax error: 2:18: defer requires a function call
func f() { defer 5 }
