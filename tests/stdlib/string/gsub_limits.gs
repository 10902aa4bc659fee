print(string.gsub("aaaa", "a", "b", 2))         // expect: bbaa\t2
print(string.gsub("aaaa", "a", "b", 0))         // expect: aaaa\t0
print(string.gsub("aaaa", "a", "b", -3))        // expect: aaaa\t0
print(string.gsub("aaaa", "^a", "b"))           // expect: baaa\t1
print(string.gsub("aaaa", "a$", "b", math.maxinteger))             // expect: aaab\t1
print(string.gsub("abc", "b*", "-"))            // expect: -a-c-\t3
print(pcall(string.gsub, "a", "a"))             // expect: false\tbad argument #3 to 'string.gsub' (string, table or function expected, got nil)
print(pcall(string.gsub, "a", "a", true))       // expect: false\tbad argument #3 to 'string.gsub' (string, table or function expected, got boolean)
string.gsub("a", "a", "b", "c")                 // expect error: bad argument #4 to 'string.gsub' (number expected, got string)
