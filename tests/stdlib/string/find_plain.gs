print(string.find("a.b", ".", 1, true))        // expect: 2\t2
print(string.find("a%d", "%d", 1, true))       // expect: 2\t3
print(string.find("abc", "b", 3, true))        // expect: nil
print(string.find("abc", "", 2, true))         // expect: 2\t1
print(string.find("a+b", "+", nil, 1))         // expect: 2\t2
