print(string.packsize("bhilj"), string.packsize("<i3"), string.packsize("!8 b d"), string.packsize("!4 b i4"))   // expect: 23\t3\t16\t8
print(string.packsize("<!4 b Xi4"), string.packsize("d f n T"), string.packsize(""))   // expect: 4\t28\t0
ok, e := pcall(string.packsize, "s")
print(ok, type(e))                              // expect: false\tstring
print(pcall(string.packsize, "z") == false)     // expect: true
string.packsize(nil)                            // expect error: bad argument #1 to 'string.packsize' (string expected, got nil)
