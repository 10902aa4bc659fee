print(string.byte("\a\b\f\n\r\t\v\\\"\'", 1, -1))   // expect: 7\t8\t12\t10\t13\t9\t11\t92\t34\t39
print("\x41\x5a", #"\x00", string.byte("\xfF"))     // expect: AZ\t1\t255
print("\101\060", string.byte("\377\012", 1, 2))    // expect: A0\t255\t10
print(#"\0", string.byte("\0a", 1, -1))             // expect: 1\t0\t97
print(string.byte("\08", 1, -1))                    // expect: 0\t56
print("\u00e9\u4e2d", "\u{41}\u{1F600}\u{10FFFF}" == "A\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf")   // expect: é中\ttrue
print("it's", 'a', "say \"hi\"")                    // expect: it's\t97\tsay "hi"
