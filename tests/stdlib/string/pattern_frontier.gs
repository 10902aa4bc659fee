print(string.find("THE (quick) fox", "%f[%a]%a+%f[%A]"))       // expect: 1\t3
print(string.gsub("THE (quick) fox", "%f[%a]%a+", "X"))         // expect: X (X) X\t3
