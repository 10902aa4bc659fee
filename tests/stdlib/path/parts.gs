for _, p := range {"/usr/lib/x.tar.gz", "file", "dir/", "/", "", "a/b/", ".hidden", "a.b/c"} { io.write(path.dir(p), "|", path.base(p), "|", path.ext(p), "  ") }
print()                                         // expect: /usr/lib|x.tar.gz|.gz  .|file|  dir|dir|  /|/|  .|.|  a/b|b|  .|.hidden|.hidden  a.b|c|  
print(path.split("/usr/lib/x.so"))              // expect: /usr/lib/\tx.so
print(path.split("x"))                          // expect: \tx
print(path.split("dir/"))                       // expect: dir/\t
print(path.separator, path.listSeparator)       // expect: /\t:
for _, f := range {"dir", "base", "ext", "split", "clean", "abs", "isAbs"} {
    assert(select(2, pcall(path[f], 5)) == "bad argument #1 to 'path." .. f .. "' (string expected, got number)", f)
}
path.base()                                     // expect error: bad argument #1 to 'path.base' (string expected, got nil)
