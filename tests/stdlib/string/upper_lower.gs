print(string.upper("abc xyz 1"), string.lower("ABC XYZ 1"))        // expect: ABC XYZ 1\tabc xyz 1
print(("straße"):upper(), ("ÀÉÎ"):lower(), ("ωΣ"):upper())         // expect: STRAßE\tàéî\tΩΣ
print(pcall(string.upper, 5))                   // expect: false\tbad argument #1 to 'string.upper' (string expected, got number)
print(pcall(string.lower))                      // expect: false\tbad argument #1 to 'string.lower' (string expected, got nil)
string.upper(nil)                               // expect error: bad argument #1 to 'string.upper' (string expected, got nil)
