// Unbounded allocation ends in "out of memory" and everything can be used again.
func grow() { t := {}; for i := 1; ; i++ { t[i] = {i} } }
func fields() { t := {}; for i := 1; ; i++ { t["key" .. i] = i } }
func chain() { t := nil; for { t = {next: t} } }
func closures() { t := {}; for { x := #t; append(t, func() { return x }) } }
for _, f := range {grow, fields, chain, closures} { print(pcall(f)) }
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
t := {}
for i := 1; i <= 100000; i++ { t[i] = i }
print(#t)                                              // expect: 100000
// flags: --memory-limit=64M
// timeout: 60
// skip with: --gc-stress
