print(string.reverse("abc"), string.reverse("añb"), string.reverse(""))   // expect: cba\tbña\t
print(string.reverse("a\xffb") == "b\xffa", string.reverse("中😀") == "😀中")   // expect: true\ttrue
