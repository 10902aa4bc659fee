print(string.find("hello world", "o"))          // expect: 5\t5
print(string.find("hello world", "o", 6))       // expect: 8\t8
print(string.find("hello world", "wor"), string.find("hello", "L"))   // expect: 7\tnil
