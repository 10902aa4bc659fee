print("[" .. string.trim("  x y\t\n") .. "]", "[" .. string.trimLeft("  x ") .. "]", "[" .. string.trimRight(" x  ") .. "]")   // expect: [x y]\t[x ]\t[ x]
print(string.trim("xxhixx", "x"), string.trimLeft("abcab", "ab"), string.trimRight("abcab", "ab"), string.trim("\u00a0x\u2003"))   // expect: hi\tcab\tabc\tx
print("[" .. string.trim("") .. "]", "[" .. string.trim("   ") .. "]")      // expect: []\t[]
