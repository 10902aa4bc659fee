print(path.join("a", "b", "c"), path.join("a/", "/b"), path.join("", "a", ""), path.join() == "", path.join("a", "../b"), path.join("/", "x"))     // expect: a/b/c\ta/b\ta\ttrue\tb\t/x
print(path.clean(""), path.clean("a//b/./c/.."), path.clean("/../a"), path.clean("../../x"), path.clean("a/.."), path.clean("/"), path.clean("./"))        // expect: .\ta/b\t/a\t../../x\t.\t/\t.
print(path.join("a", nil) == nil)               // expect error: bad argument #2 to 'path.join' (string expected, got nil)
