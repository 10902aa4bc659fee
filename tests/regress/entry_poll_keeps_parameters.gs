// flags: --set=sched.slice=1
// skip with: --gc-stress
// A function called directly that gives way at its entry goes on with its parameters, though the last call counted had none.
func tree(n) { if n == 0 { return {} }; return {left: tree(n - 1), right: tree(n - 1)} }
func depth(t) { if t.left { return 1 + depth(t.left) }; return 0 }
is_done := false
go func() { for !is_done { sched.yield() } }()
ok := true
for range 60 {
  trees := {}
  for i := 1; i < 500; i++ { trees[i] = tree(5) }
  ok = ok && depth(trees[499]) == 5
}
is_done = true
print(ok)   // expect: true
