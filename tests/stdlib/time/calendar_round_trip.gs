// Every day of four centuries, and their week days.
t := time.date(1900, 1, 1)
day := t.unix
weekday := t.weekday
print(time.weekday(t))                          // expect: Monday
for range 1500 {
    day += 86400 * 97
    weekday = (weekday + 97) % 7
    u := time.unix(day)
    assert(u.weekday == weekday && time.date(u.year, u.month, u.day).unix == day)
    assert(time.date(u.year, 1, u.yearday).unix == day)
}
print(time.unix(day).year)                      // expect: 2298
