n := 1000000
for _, src := range {
    "return " .. ("("):rep(n) .. "7" .. (")"):rep(n),
    "return " .. ("{"):rep(n) .. ("}"):rep(n),
    ("{"):rep(n) .. ("}"):rep(n),
    "return " .. ("!"):rep(n) .. "true",
    "return " .. ("- "):rep(n) .. "1",
    "x := " .. ("func() { return "):rep(n) .. "1" .. (" }"):rep(n),
    ("if true { "):rep(n) .. (" }"):rep(n),
    "return " .. ("f("):rep(n) .. "1" .. (")"):rep(n),
    "return " .. ("1 ** "):rep(n) .. "1",
    "return " .. ("a["):rep(n) .. "1" .. ("]"):rep(n),
} {
    f, err := load(src)
    print(f, err:match(": ([^:]*)$"))
}
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// expect: nil\tnesting too deep
// skip with: --gc-stress
