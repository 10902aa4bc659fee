// At least 200000 nested calls on main, 10000 in goroutines and coroutines, 5000 through natives.
func depth(n) { if n == 0 { return 0 } return 1 + depth(n - 1) }
print(depth(200000))                     // expect: 200000
print(coroutine.wrap(func() { return depth(10000) })())   // expect: 10000
ch := make(chan)
go func() { ch <- depth(10000) }()
print(<-ch)                              // expect: 10000
func natives(n) { if n == 0 { return 0 } ok, v := pcall(natives, n - 1); return v + 1 }
print(natives(5000))                     // expect: 5000
t := setmetatable({}, {__index: func(t, n) { if n == 0 { return 0 } return 1 + t[n - 1] }})
print(t[5000])                           // expect: 5000
func gsubs(n) { if n == 0 { return 0 } v := 0; string.gsub("x", "x", func() { v = 1 + gsubs(n - 1) }); return v }
print(gsubs(5000))                       // expect: 5000
// timeout: 30
// skip with: --gc-stress
