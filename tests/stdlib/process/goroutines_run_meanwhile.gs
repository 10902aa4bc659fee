wg := sync.waitgroup()
start := time.now().unix
results := {}
for i := range 5 {
    wg:add()
    go func() {
        defer wg:done()
        results[i + 1] = process.shell("sleep 0.2; echo " .. i).stdout:trim()
    }()
}
ticks := 0
go func() { for { ticks++; time.sleep(0.01) } }()
wg:wait()
print(table.concat(results, " "), ticks > 5, time.now().unix - start < 0.9)        // expect: 0 1 2 3 4\ttrue\ttrue
