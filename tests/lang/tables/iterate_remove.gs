// Removing any key while iterating is safe.
t := {}
for i := 1; i <= 10; i++ { t["k" .. i] = i }
visited := 0
for k, v := range t {
    visited++
    t[k] = nil
    if v == 3 { t.k7 = nil; t.k1 = nil }
}
print(visited, next(t))         // expect: 9\tnil
u := {1, 2, 3, 4, 5, 6}
s := ""
for k, v := range u {
    s ..= v .. " "
    u[k] = nil
    if v == 2 { u[4] = nil }
}
print(s, next(u), #u)           // expect: 1 2 3 5 6 \tnil\t0
