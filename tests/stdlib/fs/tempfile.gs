a, b := fs.tempfile("."), fs.tempfile(".")
print(a != b, fs.isfile(a), fs.stat(a).size, path.dir(a))          // expect: true\ttrue\t0\t.
c := fs.tempfile(".", "pre*post.txt")
print(path.base(c):match("^pre(.+)post%.txt$") != nil, path.base(fs.tempfile(".", "name")):match("^name.+") != nil)        // expect: true\ttrue
d := fs.tempfile(".", "a*b*c")
print(path.base(d):match("^a%*b(.+)c$") != nil) // expect: true
print(fs.stat(a).mode)                          // expect: 0600
e := fs.tempfile()
print(path.dir(e) == path.clean(fs.tempdir()), fs.remove(e))       // expect: true\ttrue
v, err := fs.tempfile("/nonexistent/dir")
print(v, type(err))                             // expect: nil\tstring
fs.tempfile(5)                                  // expect error: bad argument #1 to 'fs.tempfile' (string expected, got number)
