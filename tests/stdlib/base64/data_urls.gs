func data_url(kind, s) { return "data:" .. kind .. ";base64," .. base64.encode(s) }
func parse(u) { kind, b := u:match("^data:([%w/]+);base64,(.*)$"); return kind, base64.decode(b) }
print(data_url("text/plain", "Hello, World!"), parse(data_url("image/png", "\x89PNG\r\n")))        // expect: data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==\timage/png\t\x89PNG\r
// expect: 
