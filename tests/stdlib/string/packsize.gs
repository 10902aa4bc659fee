print(string.packsize("i4 i8"), string.packsize("<b h i"), string.packsize("!8 b d"), string.packsize("<i3"), string.packsize(""))   // expect: 12\t7\t16\t3\t0
