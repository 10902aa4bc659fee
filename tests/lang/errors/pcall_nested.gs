print(pcall(func() {
    ok, e := pcall(error, "inner")
    error(e .. " then outer")
}))                        // expect: false\tinner then outer
func f(n) { if n == 0 { error("deep") } return pcall(f, n - 1) }
print(f(3))                // expect: true\ttrue\tfalse\tdeep
