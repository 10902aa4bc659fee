print(url.build({scheme: "http", host: "h", path: "/p q", query: {b: 2, a: "x&y"}}))       // expect: http://h/p%20q?a=x%26y&b=2
print(url.build({scheme: "http", host: "h", port: 80}), url.build({scheme: "http", host: "h", port: "8080", path: "/"}))   // expect: http://h:80\thttp://h:8080/
print(url.build({path: "/only"}), url.build({}) == "", url.build({path: "/p", fragment: "a b"}))   // expect: /only\ttrue\t/p#a%20b
print(url.build({scheme: "ftp", user: "u:x", password: "p/w", host: "h"})) // expect: ftp://u%3Ax:p%2Fw@h
for _, s := range {"https://a:b@h.com:1/x%20y?k=v#z", "http://h", "/p?a=1&b=2", "http://[::1]:80/"} { assert(url.build(url.parse(s)) == s, s) }
u := url.parse(url.build({scheme: "http", user: "a b+c", password: "d e", host: "h"}))
print(u.user, u.password)                       // expect: a b+c\td e
url.build(nil)                                  // expect error: bad argument #1 to 'url.build' (table expected, got nil)
