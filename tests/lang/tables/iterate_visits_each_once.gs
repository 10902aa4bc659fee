// Entries that stay are visited exactly once even when others go.
t := {}
for i := 1; i <= 100; i++ { t[i * 3] = i }
count := {}
for k, v := range t {
    count[k] = (count[k] || 0) + 1
    if k % 2 == 0 { t[k] = nil }
    if t[k + 3] != nil && k % 5 == 0 { t[k + 3] = nil }
}
ok := true
for k := range t { if count[k] != 1 { ok = false } }
for k, n := range count { if n != 1 { ok = false } }
print(ok)                       // expect: true
