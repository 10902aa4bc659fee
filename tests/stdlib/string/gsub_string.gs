print(string.gsub("hello world", "o", "0"))                // expect: hell0 w0rld\t2
print(string.gsub("hello world", "%w+", "<%0>", 1))        // expect: <hello> world\t1
print(string.gsub("hello world", "(%w+) (%w+)", "%2 %1"))  // expect: world hello\t1
print(string.gsub("abc", "%w", "%1%1"))                    // expect: aabbcc\t3
print(string.gsub("abc", "", "-"))                         // expect: -a-b-c-\t4
print(string.gsub("abc", "b", "%%"))                       // expect: a%c\t1
print(string.gsub("abc", "x", "y"), string.gsub("", "^", "x"))   // expect: abc\tx\t1
print(string.gsub("aaa", "a", "b", 2), string.gsub("aaa", "a", "b", 0))   // expect: bba\taaa\t0
print(string.gsub("hello", "^h", "J"))                     // expect: Jello\t1
print(string.gsub("abc def", "()%w+", "%1"))               // expect: 1 5\t2
