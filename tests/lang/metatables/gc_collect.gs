// A finaliser runs once, some time after its object became unreachable.
count := 0
func make1() { setmetatable({}, {__gc: func(t) { count++ }}) }
for range 200 { make1() }
func churn(n) { if n > 0 { churn(n - 1) } }
churn(50)
collectgarbage(); collectgarbage()
print(count > 150, count <= 200)     // expect: true\ttrue
