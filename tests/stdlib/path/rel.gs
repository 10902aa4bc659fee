print(path.rel("/a/b", "/a/b/c"), path.rel("/a/b", "/a/x/y"), path.rel("/a", "/a"), path.rel("a/b", "c"), path.rel(".", "x/y"))    // expect: c\t../x/y\t.\t../../c\tx/y
r, err := path.rel("/a", "b")
print(r, type(err))                             // expect: nil\tstring
r, err = path.rel("..", "a")
print(r, type(err))                             // expect: nil\tstring
path.rel("a")                                   // expect error: bad argument #2 to 'path.rel' (string expected, got nil)
