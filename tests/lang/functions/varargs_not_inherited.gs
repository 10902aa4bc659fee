// expect compile error: 2:40: cannot use '...' outside a vararg function
func f(...) { return func() { return ( ...) } }
