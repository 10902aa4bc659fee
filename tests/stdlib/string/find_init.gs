print(string.find("hello", "l", 4))             // expect: 4\t4
print(string.find("hello", "l", -1))            // expect: nil
print(string.find("hello", "l", -3))            // expect: 3\t3
print(string.find("hello", "h", -100))          // expect: 1\t1
print(string.find("hello", "", 6))              // expect: 6\t5
print(string.find("hello", "", 7))              // expect: nil
print(string.find("hello", "", 100, true))      // expect: nil
print(string.find("", ""))                      // expect: 1\t0
print(string.find("", "", 2))                   // expect: nil
print(string.find("abcabc", "^abc", 4))         // expect: 4\t6
