// Only nil and false are false.
for _, v := range {0, 0.0, "", "false", {}, print, 0.0 / 0} { if !v { print("wrong", v) } }
print(!nil, !false, !0, !!"")       // expect: true\ttrue\tfalse\ttrue
