print('a', '\n', 'é', '中', '😀', ' ', '"')    // expect: 97\t10\t233\t20013\t128512\t32\t34
print('\x41', '\xff', '\101', '\377', '\0')     // expect: 65\t255\t65\t255\t0
print('\'', '\\', '\u00e9', '\u{1F600}')        // expect: 39\t92\t233\t128512
print(math.type('a'), 'a' + 1, 'b' > 'a')       // expect: integer\t98\ttrue
