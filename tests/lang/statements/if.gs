func kind(n) {
    if n < 0 { return "negative" } elseif n == 0 { return "zero" } else if n < 10 { return "small" } else { return "big" }
}
print(kind(-1), kind(0), kind(5), kind(50))   // expect: negative\tzero\tsmall\tbig
if nil { print("no") }
if 0 { print("zero is true") }                // expect: zero is true
if "" { print("empty is true") }              // expect: empty is true
