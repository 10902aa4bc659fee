weak := setmetatable({}, {__mode: "k"})
key := {}
func fill() {
    weak[key] = "kept"
    weak.name = "string key"
    for i := 1; i <= 100; i++ { k := {}; weak[k] = {k} }
}
fill()
func churn(n) { if n > 0 { churn(n - 1) } }
churn(50)
collectgarbage(); collectgarbage()
print(weak[key], weak.name, table.count(weak) < 12)      // expect: kept\tstring key\ttrue
