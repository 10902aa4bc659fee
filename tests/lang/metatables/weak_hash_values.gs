// Weak values under keys of the hash part disappear too.
weak := setmetatable({}, {__mode: "v"})
func fill() { for i := 1; i <= 200; i++ { weak[i + 0.5] = {} } }
fill()
func churn(n) { if n > 0 { churn(n - 1) } }
churn(50)
collectgarbage(); collectgarbage()
print(table.count(weak) < 12)      // expect: true
