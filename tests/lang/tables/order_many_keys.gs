// Insertion order holds for large tables of many kinds of keys.
t, want := {}, {}
for i := 1; i <= 300; i++ {
    k := i * 7919 % 1000
    if i % 3 == 0 { k = "s" .. k } elseif i % 3 == 1 { k = -k - 1 } else { k = k + 0.5 }
    t[k] = i
    append(want, k)
}
for i := 1; i <= 300; i += 2 { t[want[i]] = nil }
for i := 1; i <= 300; i += 2 { t[want[i]] = i }
got := {}
for k := range t { append(got, k) }
same := #got == 300
for i := 1; i <= 150; i++ { same = same && got[i] == want[2 * i] && got[150 + i] == want[2 * i - 1] }
print(same)               // expect: true
