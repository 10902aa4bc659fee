// A pattern that nests too deep is an error, a long text is none.
print(#string.match(("a"):rep(100000), ".-b?$"))                      // expect: 100000
print(#string.match(("a"):rep(300000), "a*"))                         // expect: 300000
print(string.find(("a"):rep(100000) .. "b", ("a?"):rep(5) .. "b"))   // expect: 99996\t100001
// skip with: --gc-stress
