// expect compile error: 2:19: cannot use '...' outside a vararg function
func f() { return ... }
