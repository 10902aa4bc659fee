print(url.isValid("http://h"), url.isValid("http:"), url.isValid("h/p"), url.isValid(""), url.isValid("http://h/%zz"), url.isValid("ftp://x:21/y"))        // expect: true\tfalse\tfalse\tfalse\tfalse\ttrue
print(url.getHost("http://h.com:80/p"), url.getPath("http://h/a%20b?q#f"), url.getHost("/p") == "", url.getPath("http://h") == "")         // expect: h.com\t/a b\ttrue\ttrue
v, err := url.getHost("http://h/%zz")
print(v, type(err))                             // expect: nil\tstring
v, err = url.getPath("http://a b/")
print(v, type(err))                             // expect: nil\tstring
print(pcall(url.isValid))                       // expect: false\tbad argument #1 to 'url.isValid' (string expected, got nil)
print(pcall(url.getHost, 1))                    // expect: false\tbad argument #1 to 'url.getHost' (string expected, got number)
url.getPath({})                                 // expect error: bad argument #1 to 'url.getPath' (string expected, got table)
