for _, c := range {{"abc", "abc"}, {"abc/def", "abc/def"}, {"/", "/"}, {"//", "/"}, {"abc//def//ghi", "abc/def/ghi"}, {"abc/./def", "abc/def"}, {"abc/../def", "def"}, {"abc/def/..", "abc"},
    {"/abc/def/../..", "/"}, {"abc/def/../..", "."}, {"abc/def/../../..", ".."}, {"/abc/def/../../..", "/"}, {"abc/../../././../def", "../../def"}, {"../../abc", "../../abc"}, {"abc/", "abc"}, {"./../x", "../x"}} {
    if path.clean(c[1]) != c[2] { print(c[1], path.clean(c[1]), c[2]) }
    assert(path.clean(path.clean(c[1])) == c[2])
}
for _, c := range {{"a/b", "a/b/c", "c"}, {"a/b", "a", ".."}, {"/a/b/c", "/a/x/y", "../../x/y"}, {"a/b/../c", "a/b", "../b"}, {"/", "/a", "a"}, {".", "a", "a"}} { assert(path.rel(c[1], c[2]) == c[3], c[1] .. " " .. c[2]) }
print("clean")                                  // expect: clean
