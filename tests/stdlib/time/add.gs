t := time.date(2024, 2, 28, 12)
print(time.format(time.add(t, time.DAY), "%F"), time.format(time.add(t, -1.5 * time.HOUR), "%T"), time.add(t, 0).unix == t.unix, time.add(t, 0.25).nsec)   // expect: 2024-02-29\t10:30:00\ttrue\t250000000
print(time.SECOND, time.MINUTE, time.HOUR, time.DAY)               // expect: 1.0\t60.0\t3600.0\t86400.0
print(t.day, pcall(time.add, t))                // expect: 28\tfalse\tbad argument #2 to 'time.add' (number expected, got nil)
time.add("now", 1)                              // expect error: bad argument #1 to 'time.add' (table expected, got string)
