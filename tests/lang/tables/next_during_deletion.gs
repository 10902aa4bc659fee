// next accepts a key removed during the iteration.
t := {a: 1, b: 2, c: 3, 10, 20}
k, v := next(t)
s := ""
for k != nil {
    s ..= k .. "=" .. v .. " "
    t[k] = nil
    k, v = next(t, k)
}
print(s, next(t))          // expect: 1=10 2=20 a=1 b=2 c=3 \tnil
