u := url.parse("https://ann:p%40ss@example.com:8443/a%20b/c?x=1&y=a+b&x=2#frag%21")
print(u.scheme, u.user, u.password, u.host, u.port, u.path, u.fragment)    // expect: https\tann\tp@ss\texample.com\t8443\t/a b/c\tfrag!
print(u.query.x, u.query.y, table.count(u.query))                  // expect: 1\ta b\t2
u = url.parse("http://h")
print(u.scheme, u.host, u.port == "", u.path == "", u.fragment == "", u.user, u.password, u.raw)   // expect: http\th\ttrue\ttrue\ttrue\tnil\tnil\thttp://h
u = url.parse("http://user@h/")
print(u.user, u.password)                       // expect: user\tnil
print(url.parse("HTTP://Example.COM/X").scheme, url.parse("/p?q#f").path, url.parse("?a=b").query.a, url.parse("#f").fragment, url.parse("").path == "")    // expect: http\t/p\tb\tf\ttrue
print(url.parse("http://[::1]:80/").host, url.parse("http://[::1]:80/").port)      // expect: ::1\t80
for _, s := range {"http://a b/", "http://h/%zz", "http://h:port/", "http://[::1", "://x", "http://h\0/", "http://h%0d%0aA: b/", "http://h%20/"} {
    v, err := url.parse(s)
    assert(v == nil && type(err) == "string", s)
}
url.parse(5)                                    // expect error: bad argument #1 to 'url.parse' (string expected, got number)
