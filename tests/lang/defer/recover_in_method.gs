// The deferred function may be a method or a named function.
log := {catch: func(self) { self.e = recover() }}
func f() { defer log:catch(); error("E") }
f()
print(log.e)        // expect: E
func handler(tag) { print(tag, recover()) }
func g() { defer handler("named"); error("E2") }
g()                 // expect: named\tE2
