a := time.now()
print(a.unix > 1.7e9, math.abs(a.unix - os.time()) < 5, type(a.tz))        // expect: true\ttrue\tstring
time.sleep(0.02)
s := time.since(a)
print(s >= 0.02, s < 5, math.type(s))           // expect: true\ttrue\tfloat
print(time.diff(time.unix(10), time.unix(25)), time.diff({unix: 5.5}, {unix: 5}), time.diff(time.date(2024, 1, 1), time.date(2024, 1, 2)))         // expect: 15.0\t-0.5\t86400.0
print(time.diff({year: 2024, month: 1, day: 1}, {year: 2024, month: 1, day: 1, hour: 1}))          // expect: 3600.0
print(pcall(time.diff, a))                      // expect: false\tbad argument #2 to 'time.diff' (table expected, got nil)
time.since(5)                                   // expect error: bad argument #1 to 'time.since' (table expected, got number)
