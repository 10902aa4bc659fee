print(string.format("%q", "a\"b\\c\nd\re\0f"))  // expect: "a\\"b\\\\c\\nd\\re\\0f"
print(string.format("%q %q %q", 1, 2.5, nil))   // expect: "1" "2.5" "nil"
print(string.format("%q", "tab\tbell\aé"))      // expect: "tab\tbell\x07é"
