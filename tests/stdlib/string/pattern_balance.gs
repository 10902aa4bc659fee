print(string.match("f(a(b)c)d", "%b()"), string.match("((x)", "%b()"), string.match("[[]", "%b[]"))   // expect: (a(b)c)\t(x)\t[]
print(string.match("no", "%b()"), string.match("xayax", "%bxx"))   // expect: nil\txayax
