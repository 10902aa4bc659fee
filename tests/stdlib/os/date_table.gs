// env: TZ=UTC
d := os.date("*t", 1709210096)
print(d.year, d.month, d.day, d.hour, d.min, d.sec, d.wday, d.yday, d.isdst)       // expect: 2024\t2\t29\t12\t34\t56\t5\t60\tfalse
print(os.time(d), os.date("!*t", 0).wday, os.time(os.date("*t", 1e9)))     // expect: 1709210096\t5\t1000000000
print(os.date("!*t", -86400).day, os.date("!*t", 253402300799).year)       // expect: 31\t9999
print(type(os.date()), #os.date() > 20)         // expect: string\ttrue
