// Addresses are lower-case hex, unique among live objects and stable.
a, b := {}, {}
print(tostring(a) == tostring(a), tostring(a) == tostring(b), tostring(a) == tostring(a):lower())   // expect: true\tfalse\ttrue
