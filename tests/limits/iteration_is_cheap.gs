// next over a table whose front was emptied does not crawl.
t := {}
for i := 1; i <= 100000; i++ { t["k" .. i] = i }
n := 0
for {
    k := next(t)
    if k == nil { break }
    t[k] = nil
    n++
}
print(n)                                   // expect: 100000
// timeout: 20
// skip with: --gc-stress
