// env: TZ=UTC
print(os.time({year: 1970, month: 1, day: 1, hour: 0}), os.time({year: 2000, month: 1, day: 1}))   // expect: 0\t946728000
print(os.time({year: 2024, month: 14, day: -3, hour: 25, min: 70, sec: 3661}))     // expect: 1738120261
print(os.time({year: 2024, month: 2, day: 30}) == os.time({year: 2024, month: 3, day: 1}))         // expect: true
now := os.time()
print(math.type(now), now > 1700000000, os.time() - now < 5)       // expect: integer\ttrue\ttrue
ok, e := pcall(os.time, {year: 2024})
print(ok, type(e))                              // expect: false\tstring
os.time(5)                                      // expect error: bad argument #1 to 'os.time' (table expected, got number)
