print(1 < 2, 2 < 1, 1 <= 1, 1 >= 2, 2 > 1, -1 < 0)           // expect: true\tfalse\ttrue\tfalse\ttrue\ttrue
print(1 < 1.5, 1.5 < 2, 2 <= 2.0, 2 >= 2.0)                  // expect: true\ttrue\ttrue\ttrue
print(math.maxinteger < 9223372036854775808.0, 9223372036854775808.0 > math.maxinteger)   // expect: true\ttrue
print(9007199254740993 > 9007199254740992.0, 9007199254740993 <= 9007199254740992.0)      // expect: true\tfalse
print(math.mininteger < -1 / 0.0, math.maxinteger < 1 / 0.0)                               // expect: false\ttrue
nan := 0.0 / 0
print(nan < 1, nan > 1, nan <= nan, nan >= 1, 1 < nan)       // expect: false\tfalse\tfalse\tfalse\tfalse
