// A string that was only joined, never read, still counts.
func grow() { s := ("x"):rep(1000); t := {}; for i := 1; ; i++ { s = s .. s; append(t, #s) } }
ok, e := pcall(grow)
print(ok, e == "out of memory" || e == "string too large")   // expect: false\ttrue
print("usable")                                        // expect: usable
// flags: --memory-limit=64M
