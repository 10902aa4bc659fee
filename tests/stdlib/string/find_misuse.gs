print(pcall(string.find, "a"))                  // expect: false\tbad argument #2 to 'string.find' (string expected, got nil)
print(pcall(string.find, 1, "a"))               // expect: false\tbad argument #1 to 'string.find' (string expected, got number)
print(pcall(string.find, "a", "a", "z"))        // expect: false\tbad argument #3 to 'string.find' (number expected, got string)
print(pcall(string.find, "a", "[a"))            // expect: false\tmalformed pattern (missing ']')
func search(text) {
    return text:find("%")                       // expect error: malformed pattern (ends with '%')
}
search("abc")
