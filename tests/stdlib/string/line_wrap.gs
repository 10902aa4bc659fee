func wrap(text, width) {
    lines, line := {}, ""
    for word := range text:gmatch("%S+") {
        if #line > 0 && #line + 1 + #word > width { append(lines, line); line = word } else { line = #line > 0 && line .. " " .. word || word }
    }
    if #line > 0 { append(lines, line) }
    return lines
}
for _, l := range wrap("the quick brown fox jumps over the lazy dog", 10) { print(l:padRight(10, ".")) }
// expect: the quick.
// expect: brown fox.
// expect: jumps over
// expect: the lazy..
// expect: dog.......
