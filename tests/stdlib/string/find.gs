print(string.find("hello world", "o w"))          // expect: 5\t7
print(string.find("hello", "l"), string.find("hello", "xyz"))   // expect: 3\tnil
print(string.find("hello", "l", 4), string.find("hello", "(l)(l)"))   // expect: 4\t3\t4\tl\tl
print(string.find("hello", ""), string.find("hello", "", 6))    // expect: 1\t6\t5
print(string.find("hello", "", 7), string.find("", ""))         // expect: nil\t1\t0
print(string.find("hello", "l", -2), string.find("hello", "h", -100))   // expect: 4\t1\t1
