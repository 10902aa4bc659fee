print(string.reverse("abc"), string.reverse("") == "", string.reverse("aé日😀"))    // expect: cba\ttrue\t😀日éa
print(string.reverse("a\xffb") == "b\xffa", string.reverse("\xe6\x97é") == "é\x97\xe6")   // expect: true\ttrue
s := "Ünïcode\0text"
print(s:reverse():reverse() == s)               // expect: true
print(string.reverse("e\u0301") == "\u0301e")   // expect: true
("x").reverse()                                 // expect error: attempt to index a string value
