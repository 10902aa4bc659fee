t := {1, 2, 3, a: 4, b: 5}
for k, v := range t { t[k] = v * 10 }
print(t[1], t[3], t.a, t.b)     // expect: 10\t30\t40\t50
