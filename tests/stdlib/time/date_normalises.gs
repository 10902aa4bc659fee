func show(t) { return time.format(t, "%F %T") }
print(show(time.date(2024, 13, 1)), show(time.date(2024, 0, 1)), show(time.date(2024, 2, 30)), show(time.date(2023, 2, 29)))       // expect: 2025-01-01 00:00:00\t2023-12-01 00:00:00\t2024-03-01 00:00:00\t2023-03-01 00:00:00
print(show(time.date(2024, 1, 1, 25, 61, 61)), show(time.date(2024, 1, 0)), show(time.date(2024, 1, 1, 0, 0, -1)), show(time.date(2024, -11, 1)))          // expect: 2024-01-02 02:02:01\t2023-12-31 00:00:00\t2023-12-31 23:59:59\t2023-01-01 00:00:00
print(time.date(1970, 1, 1).unix, time.date(1, 1, 1).unix, time.date(2000, 2, 29).yearday)         // expect: 0.0\t-62135596800.0\t60
print(pcall(time.date, 2024))                   // expect: false\tbad argument #2 to 'time.date' (number expected, got nil)
time.date("y", 1, 1)                            // expect error: bad argument #1 to 'time.date' (number expected, got string)
