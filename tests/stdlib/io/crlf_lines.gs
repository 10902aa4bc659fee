// Lines end in LF or CRLF; the last needs no end.
f := io.open("data.txt", "wb")
f:write("one\r\ntwo\nthree\r\r\n\r\nlast")
f:close()
for line := range io.lines("data.txt") { io.write("[", line:gsub("\r", "<CR>"), "]") }
print()    // expect: [one][two][three<CR>][][last]
