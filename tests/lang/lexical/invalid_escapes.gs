// Every malformed escape is a compile error.
for _, text := range {`"\x4"`, `"\400"`, `"\12"`, `"\u12"`, `"\ud800"`, `"\u{110000}"`, `"\u{}"`, `"\u{1234567}"`} {
    f, err := load("return " .. text)
    print(text, f, err:match("%d+:%d+: (.*)$"))
}
// expect: "\\x4"\tnil\tinvalid escape sequence
// expect: "\\400"\tnil\tinvalid escape sequence
// expect: "\\12"\tnil\tinvalid escape sequence
// expect: "\\u12"\tnil\tinvalid escape sequence
// expect: "\\ud800"\tnil\tinvalid escape sequence
// expect: "\\u{110000}"\tnil\tinvalid escape sequence
// expect: "\\u{}"\tnil\tinvalid escape sequence
// expect: "\\u{1234567}"\tnil\tinvalid escape sequence
