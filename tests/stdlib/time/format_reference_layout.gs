t := time.date(2024, 3, 5, 16, 7, 9)
print(time.format(t, "2006-01-02 15:04:05"), time.format(t, "Mon Jan _2 2006"), time.format(t, "Monday, January 2, 06"), time.format(t, "3:4:5 PM"), time.format(t, "03:04 pm"))  // expect: 2024-03-05 16:07:09\tTue Mar  5 2024\tTuesday, March 5, 24\t4:7:9 PM\t04:07 pm
print(time.format(t, "2006-01-02T15:04:05Z07:00"), time.format(t, "MST -0700 -07:00"), time.format(time.unix(1.25), "05.000"), time.format(t, "1/2/06"))   // expect: 2024-03-05T16:07:09Z\tUTC +0000 +00:00\t01.250\t3/5/24
print(time.format(t, ""), time.format(t, "no parts"))              // expect: \tno parts
time.format({}, 5)                              // expect error: bad argument #2 to 'time.format' (string expected, got number)
