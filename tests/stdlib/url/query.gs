print(url.queryEncode({b: 2, a: "x y", c: "é&="}), url.queryEncode({}) == "", url.queryEncode({["k&"]: true}))     // expect: a=x+y&b=2&c=%C3%A9%26%3D\ttrue\tk%26=true
q := url.queryDecode("a=1&b=&c&a=2&%64=%26&=empty")
print(q.a, q.b == "", q.c == "", q.d, q[""])    // expect: 1\ttrue\ttrue\t&\tempty
print(table.count(url.queryDecode("")), table.count(url.queryDecode("&&")))        // expect: 0\t0
v, err := url.queryDecode("a=%zz")
print(v, err)                                   // expect: nil\tinvalid URL escape "%zz"
print(pcall(url.queryEncode, "a"))              // expect: false\tbad argument #1 to 'url.queryEncode' (table expected, got string)
url.queryDecode(nil)                            // expect error: bad argument #1 to 'url.queryDecode' (string expected, got nil)
