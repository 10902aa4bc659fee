// Each function runs its own deferred calls as the error passes.
func inner() { defer print("inner"); error("E") }
func outer() { defer print("outer"); inner() }
print(pcall(outer))
// expect: inner
// expect: outer
// expect: false\tE
