print(os.date("!%Y-%m-%d %H:%M:%S", 0), os.date("%Y", 86400))     // expect: 1970-01-01 00:00:00\t1970
t := os.date("*t", 1709208000)
print(t.year, t.month, t.day, t.hour, t.min, t.sec, t.wday, t.yday, t.isdst)   // expect: 2024\t2\t29\t12\t0\t0\t5\t60\tfalse
print(os.date("!%c|%x|%X|%p|%A|%a|%B|%b|%j|%y|%%", 0))            // expect: Thu Jan  1 00:00:00 1970|01/01/70|00:00:00|AM|Thursday|Thu|January|Jan|001|70|%
print(os.date("!%F %T %D %e %I", 0))                               // expect: 1970-01-01 00:00:00 01/01/70  1 12
print(type(os.date()))                                             // expect: string
