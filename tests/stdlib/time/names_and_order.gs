names := {}
for i := 1; i <= 7; i++ { append(names, time.weekday(time.date(2024, 9, i))) }
print(table.concat(names, " "))                 // expect: Sunday Monday Tuesday Wednesday Thursday Friday Saturday
names = {}
for i := 1; i <= 12; i++ { append(names, time.month(time.date(2024, i, 1))) }
print(table.concat(names, " "))                 // expect: January February March April May June July August September October November December
a, b := time.unix(1), time.unix(2)
print(time.isBefore(a, b), time.isBefore(b, a), time.isBefore(a, a), time.isAfter(b, a), time.isAfter(a, a), time.isBefore({unix: 0.5}, a))        // expect: true\tfalse\tfalse\ttrue\tfalse\ttrue
for _, f := range {"weekday", "month", "isBefore", "isAfter"} { assert(select(2, pcall(time[f], 1, 2)) == "bad argument #1 to 'time." .. f .. "' (table expected, got number)", f) }
time.isAfter(a)                                 // expect error: bad argument #2 to 'time.isAfter' (table expected, got nil)
