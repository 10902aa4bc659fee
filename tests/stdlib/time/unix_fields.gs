t := time.unix(0)
print(t.year, t.month, t.day, t.hour, t.min, t.sec, t.nsec, t.weekday, t.yearday, t.unix, t.tz)    // expect: 1970\t1\t1\t0\t0\t0\t0\t4\t1\t0.0\tUTC
t = time.unix(1709210096, 500000000)
print(t.year, t.month, t.day, t.hour, t.min, t.sec, t.nsec, t.weekday, t.yearday, t.unix)          // expect: 2024\t2\t29\t12\t34\t56\t500000000\t4\t60\t1709210096.5
t = time.unix(-1)
print(t.year, t.month, t.day, t.hour, t.min, t.sec)                // expect: 1969\t12\t31\t23\t59\t59
print(pcall(time.unix))                         // expect: false\tbad argument #1 to 'time.unix' (number expected, got nil)
time.unix(0, "x")                               // expect error: bad argument #2 to 'time.unix' (number expected, got string)
