// The examples of RFC 3986, section 5.4.
base := "http://a/b/c/d;p?q"
for ref, want := range {["g"]: "http://a/b/c/g", ["./g"]: "http://a/b/c/g", ["g/"]: "http://a/b/c/g/", ["/g"]: "http://a/g", ["//g"]: "http://g",
    ["?y"]: "http://a/b/c/d;p?y", ["g?y"]: "http://a/b/c/g?y", ["#s"]: "http://a/b/c/d;p?q#s", ["g#s"]: "http://a/b/c/g#s", [";x"]: "http://a/b/c/;x",
    [""]: "http://a/b/c/d;p?q", ["."]: "http://a/b/c/", ["./"]: "http://a/b/c/", [".."]: "http://a/b/", ["../"]: "http://a/b/", ["../g"]: "http://a/b/g",
    ["../.."]: "http://a/", ["../../g"]: "http://a/g", ["../../../g"]: "http://a/g", ["/./g"]: "http://a/g", ["/../g"]: "http://a/g", ["g."]: "http://a/b/c/g.",
    ["..g"]: "http://a/b/c/..g", ["./g/."]: "http://a/b/c/g/", ["g/../h"]: "http://a/b/c/h", ["https://x/y"]: "https://x/y"} {
    got := url.join(base, ref)
    if got != want { print(ref, got, want) }
}
print(url.join("/a/b", "c"), url.join("http://h", "x"))            // expect: /a/c\thttp://h/x
v, err := url.join("http://h/%zz", "x")
print(v, type(err))                             // expect: nil\tstring
url.join("http://h")                            // expect error: bad argument #2 to 'url.join' (string expected, got nil)
