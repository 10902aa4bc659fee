print(time.parse("2024-03-05 16:07:09", "2006-01-02 15:04:05").unix, time.parse("2024-03-05", "%Y-%m-%d").unix)    // expect: 1709654829.0\t1709596800.0
print(time.parse("2024-03-05T16:07:09+02:00", "2006-01-02T15:04:05Z07:00").unix, time.parse("2024-03-05T16:07:09Z", "2006-01-02T15:04:05Z07:00").unix)     // expect: 1709647629.0\t1709654829.0
print(time.parse("Mar 5 2024", "Jan 2 2006").month, time.parse("5 March 24", "2 January 06").year, time.parse("04:07 PM", "03:04 PM").hour)        // expect: 3\t2024\t16
for _, c := range {{"2024-13-01", "2006-01-02"}, {"2024-02-30", "2006-01-02"}, {"x", "%Y"}, {"2024", "%Y-%m"}, {"2024-01-01 extra", "%F"}, {"", "2006"}, {"25:00", "15:04"}} {
    v, err := time.parse(c[1], c[2])
    assert(v == nil && type(err) == "string", c[1])
}
print(pcall(time.parse, "x"))                   // expect: false\tbad argument #2 to 'time.parse' (string expected, got nil)
time.parse(2024, "%Y")                          // expect error: bad argument #1 to 'time.parse' (string expected, got number)
