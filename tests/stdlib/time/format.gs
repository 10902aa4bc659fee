t := time.date(2024, 3, 5, 16, 7, 8)
print(time.format(t, "%Y-%m-%d %H:%M:%S"), time.format(t, "%y %e %j %I %p %a %b"))   // expect: 2024-03-05 16:07:08\t24  5 065 04 PM Tue Mar
print(time.format(t, "2006-01-02 15:04:05"), time.format(t, "Mon Jan _2 3:04PM 06"))  // expect: 2024-03-05 16:07:08\tTue Mar  5 4:07PM 24
print(time.format(t, "Monday, 2 January 2006 pm .000"))                               // expect: Tuesday, 5 March 2024 pm .000
print(time.format({year: 2000, month: 1, day: 2}, "%F"))                              // expect: 2000-01-02
