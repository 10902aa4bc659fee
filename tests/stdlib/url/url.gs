u := url.parse("https://ann:p%40ss@example.com:8443/a%20b/c?x=1&y=a+b&x=2#frag%21")
print(u.scheme, u.user, u.password, u.host, u.port, u.path, u.fragment)    // expect: https\tann\tp@ss\texample.com\t8443\t/a b/c\tfrag!
print(u.query.x, u.query.y, u.raw == "https://ann:p%40ss@example.com:8443/a%20b/c?x=1&y=a+b&x=2#frag%21")   // expect: 1\ta b\ttrue
u = url.parse("/only/path")
print(u.scheme == "", u.host == "", u.port == "", u.path, u.user, table.count(u.query))   // expect: true\ttrue\ttrue\t/only/path\tnil\t0
print(url.parse("http://[::1]:80/").host, url.parse("http://a b/") == nil, url.parse("http://h/%zz") == nil)   // expect: ::1\ttrue\ttrue
print(url.build({scheme: "http", host: "h", port: 8080, path: "p q", query: {b: "x y", a: 1}, fragment: "f"}))   // expect: http://h:8080/p%20q?a=1&b=x+y#f
print(url.build({scheme: "https", user: "a", password: "b:c", host: "::1", path: "/"}), url.build({path: "/x"}))   // expect: https://a:b%3Ac@[::1]/\t/x
print(url.encode("a b&c/d~é"), url.decode("a+b%26c%2Fd~%C3%A9"))          // expect: a+b%26c%2Fd~%C3%A9\ta b&c/d~é
print(url.decode("%zz"))                                                   // expect: nil\tinvalid URL escape "%zz"
print(url.decode("%4"))                                                    // expect: nil\tinvalid URL escape "%4"
q := url.queryDecode("a=1&b=&c&a=2&d=%26")
print(q.a, q.b == "", q.c == "", q.d, url.queryEncode(q))                  // expect: 1\ttrue\ttrue\t&\ta=1&b=&c=&d=%26
print(url.queryEncode({}), url.queryDecode("%") == nil)                    // expect: \ttrue
base := "http://a/b/c/d?q"
for _, ref := range {"g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "..", "../g", "../../g", "../../../g", "", "http://x/y"} { io.write(url.join(base, ref), " ") }
print()   // expect: http://a/b/c/g http://a/b/c/g http://a/b/c/g/ http://a/g http://g http://a/b/c/d?y http://a/b/c/g?y http://a/b/c/d?q#s http://a/b/ http://a/b/g http://a/g http://a/g http://a/b/c/d?q http://x/y 
print(url.isValid("http://h"), url.isValid("http:"), url.isValid("h/p"), url.getHost("http://h:1/p?q"), url.getPath("http://h/p%20q?x"))   // expect: true\tfalse\tfalse\th\t/p q
print(url.getHost("http://%zz") == nil, pcall(url.parse))   // expect: true\tfalse\tbad argument #1 to 'url.parse' (string expected, got nil)
print(pcall(url.build, "x"))                                // expect: false\tbad argument #1 to 'url.build' (table expected, got string)
