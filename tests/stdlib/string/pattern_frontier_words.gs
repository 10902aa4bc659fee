print(string.gsub("THE (quick) fox", "%f[%a]%a+", "W"))            // expect: W (W) W\t3
print(string.find("word", "%f[^%w]"))            // expect: 5\t4
print(string.match("end", "%a+%f[\0]"))          // expect: end
