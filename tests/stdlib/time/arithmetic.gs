a := time.date(2024, 1, 1)
b := time.add(a, 90061)
print(b.day, b.hour, b.min, b.sec, time.diff(a, b), time.isBefore(a, b), time.isAfter(a, b))   // expect: 2\t1\t1\t1\t90061.0\ttrue\tfalse
print(time.SECOND, time.MINUTE, time.HOUR, time.DAY)     // expect: 1.0\t60.0\t3600.0\t86400.0
print(time.since(time.now()) < 5, time.now().unix > 1600000000)   // expect: true\ttrue
print(time.weekday(time.date(2024, 2, 29)), time.month(time.date(2024, 2, 29)))   // expect: Thursday\tFebruary
