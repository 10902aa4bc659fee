print(string.format("%q", "a\"b\\c\nd\re\0f"))       // expect: "a\\"b\\\\c\\nd\\re\\0f"
print(string.format("%q %q %q", 5, 1.5, nil))        // expect: "5" "1.5" "nil"
print(string.format("%q", "tab\té"))                 // expect: "tab\té"
