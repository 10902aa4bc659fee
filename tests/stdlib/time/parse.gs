t := time.parse("2024-03-05 16:07:08", "2006-01-02 15:04:05")
print(t.unix, t.year, t.hour)           // expect: 1709654828.0\t2024\t16
u := time.parse("2024-03-05", "%Y-%m-%d")
print(u.unix)                           // expect: 1709596800.0
z := time.parse("2024-03-05T16:07:08+02:00", "2006-01-02T15:04:05Z07:00")
print(z.unix)                           // expect: 1709647628.0
v, err := time.parse("nonsense", "2006-01-02")
print(v, type(err))                     // expect: nil\tstring
