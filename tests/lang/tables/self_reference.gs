t := {}
t.self = t
t[t] = "me"
print(t.self.self == t, t[t.self])   // expect: true\tme
