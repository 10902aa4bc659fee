// Many values pass through unchanged.
func pass(...) { return ... }
t := {}
for i := 1; i <= 5000; i++ { t[i] = i }
print(select("#", pass(pass(t...))), select(5000, pass(t...)))   // expect: 5000\t5000
