print(string.gsub("hello world", "o", "0"))     // expect: hell0 w0rld\t2
print(string.gsub("hello world", "(%w+)", "<%1>"))                 // expect: <hello> <world>\t2
print(string.gsub("hello world", "%w+", "%0 %0", 1))               // expect: hello hello world\t1
print(string.gsub("abc", "%w", "%%%1"))         // expect: %a%b%c\t3
print(string.gsub("a b", "(%w) (%w)", "%2 %1")) // expect: b a\t1
print(string.gsub("abc", "", "-"))              // expect: -a-b-c-\t4
print(string.gsub("abc", "x", "y"), string.gsub("", "", "z"))      // expect: abc\tz\t1
print(pcall(string.gsub, "a", "a", "%"))        // expect: false\tinvalid use of '%' in replacement string
print(pcall(string.gsub, "a", "a", "%q"))       // expect: false\tinvalid use of '%' in replacement string
string.gsub("a", "(a)", "%2")                   // expect error: invalid capture index %2
