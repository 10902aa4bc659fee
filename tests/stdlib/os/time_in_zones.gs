// env: TZ=America/New_York
// Local times, and those that daylight saving skips or repeats.
print(os.time({year: 2024, month: 1, day: 15, hour: 12}), os.time({year: 2024, month: 7, day: 15, hour: 12}))      // expect: 1705338000\t1721059200
print(os.date("%Y-%m-%d %H:%M:%S %Z", 1705338000), os.date("%H:%M %Z", 1721059200))        // expect: 2024-01-15 12:00:00 EST\t12:00 EDT
print(os.date("*t", 1721059200).isdst, os.date("*t", 1705338000).isdst, os.date("!%H:%M", 1705338000))     // expect: true\tfalse\t17:00
print(os.date("%H:%M", 1710053999), os.date("%H:%M", 1710054000)) // expect: 01:59\t03:00
