weak := setmetatable({}, {__mode: "kv"})
k, v := {}, {}
func fill() {
    weak[k] = v
    for i := 1; i <= 100; i++ { weak[{}] = v; weak[{}] = {} }
}
fill()
func churn(n) { if n > 0 { churn(n - 1) } }
churn(50)
collectgarbage(); collectgarbage()
print(weak[k] == v, table.count(weak) < 12)              // expect: true\ttrue
