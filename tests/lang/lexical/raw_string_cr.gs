// CR bytes are dropped from raw strings.
s := `a
b`
print(#s, s == "a\nb")   // expect: 3\ttrue
