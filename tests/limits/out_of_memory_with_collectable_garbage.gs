// Garbage never counts against the limit for long.
for i := 1; i <= 2000; i++ { s := ("x"):rep(100000) .. i; t := {s, s} }
print("done")                                          // expect: done
// flags: --memory-limit=32M
// skip with: --gc-stress
