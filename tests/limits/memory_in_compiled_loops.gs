// Loops whose allocations are in line stop at the limit too.
func boxes() { t := {}; for i := 1; ; i++ { t[i] = {i} } }
func objects() { t := nil; for i := 1; ; i++ { t = {next: t, id: i} } }
func closures() { t := nil; for { last := t; t = func() { return last } } }
func balanced(n) { if n == 0 { return {} }; return {left: balanced(n - 1), right: balanced(n - 1)} }
func forest() { t := {}; for i := 1; ; i++ { t[i] = balanced(5) } }
for _, f := range {boxes, objects, closures, forest} {
  for range 2 { print(pcall(f)) }
}
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
print(pcall(balanced, 40) == false)                    // expect: true
print(collectgarbage("stats").peak < 33 * 1024 * 1024) // expect: true
// flags: --memory-limit=32M
// timeout: 60
// skip with: --gc-stress
