// flags: --memory-limit=32M
// Every way to make a long text meets the limit as an ordinary error.
big := string.rep("x", 8 << 20)
func fails(f, ...) {
    ok, e := pcall(f, ...)
    return !ok && e == "out of memory"
}
print(fails(string.rep, big, 10), fails(string.rep, "ab", 1 << 26), fails(string.replaceAll, big, "x", "yyyyyyyy"))       // expect: true\ttrue\ttrue
print(fails(string.gsub, big, "x", "12345678"), fails(string.split, big, ""), fails(string.padLeft, "x", 1 << 28))        // expect: true\ttrue\ttrue
print(fails(string.format, "%s%s%s%s%s%s", big, big, big, big, big, big), fails(string.join, {big, big, big, big, big}))  // expect: true\ttrue
print(fails(func() { return {string.byte(big, 1, -1)} }) || true, string.upper("still fine"))      // expect: true\tSTILL FINE
