print(string.match("f(a(b)c)d(e)", "%b()"))     // expect: (a(b)c)
print(string.match("x begin y end", "%bbn"), string.match("((unclosed", "%b()"))   // expect: begin\tnil
print(string.match("xaaax", "%bxx"), string.gsub("a[1][2]", "%b[]", ""))   // expect: xaaax\ta\t2
string.match("x", "%b(")                        // expect error: malformed pattern (missing arguments to '%b')
