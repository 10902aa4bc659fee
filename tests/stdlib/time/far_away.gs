// Times outside what calendars are used for: exact or an error, never a crash.
for _, s := range {1e12, -1e12, 1e15, -1e15, 253402300800, -62135596801} { t := time.unix(s); assert(t.unix == s && time.date(t.year, t.month, t.day, t.hour, t.min, t.sec).unix == s) }
for _, s := range {1e300, math.maxinteger, math.mininteger, 1 / 0.0} { ok, t := pcall(time.unix, s); assert(!ok && type(t) == "string" || type(t) == "table") }
ok, t := pcall(time.date, math.maxinteger, 1, 1)
print(ok && type(t) == "table" || type(t) == "string", time.format(time.date(-1, 1, 1), "%Y") != "")       // expect: true\ttrue
