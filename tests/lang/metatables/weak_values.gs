cache := setmetatable({}, {__mode: "v"})
keep := {}
func fill() {
    cache.kept = keep
    cache.lost = {}
    cache.number = 5
    cache.text = "str" .. 1
    for i := 1; i <= 100; i++ { cache[i] = {i} }
}
fill()
func churn(n) { if n > 0 { churn(n - 1) } }
churn(50)
collectgarbage(); collectgarbage()
left := 0
for i := 1; i <= 100; i++ { if cache[i] != nil { left++ } }
print(cache.kept == keep, cache.number, cache.text, left < 10)   // expect: true\t5\tstr1\ttrue
