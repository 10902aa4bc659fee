// Only nil stops, false does not.
i := 0
for v := range func() { i++; if i == 1 { return false } } { print(v) }   // expect: false
