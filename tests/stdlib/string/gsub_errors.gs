print(pcall(string.gsub, "abc", "%w", func() { return {} }))    // expect: false\tinvalid replacement value (a table)
print(pcall(string.gsub, "abc", "%w", {a: true}))               // expect: false\tinvalid replacement value (a boolean)
print(pcall(string.gsub, "abc", "a", "%2"))                     // expect: false\tinvalid capture index %2
print(pcall(string.gsub, "abc", "a", "%"))                      // expect: false\tinvalid use of '%' in replacement string
print(pcall(string.gsub, "abc", "a", "%x"))                     // expect: false\tinvalid use of '%' in replacement string
print(pcall(string.gsub, "abc", "a"))     // expect: false\tbad argument #3 to 'string.gsub' (string, table or function expected, got nil)
print(pcall(string.gsub, "abc", "a", true))   // expect: false\tbad argument #3 to 'string.gsub' (string, table or function expected, got boolean)
