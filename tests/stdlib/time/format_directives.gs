t := time.date(2024, 3, 5, 16, 7, 9)
print(time.format(t, "%Y %y %m %d %e %j"), time.format(t, "%H %I %M %S %p"), time.format(t, "%A %a %B %b"))        // expect: 2024 24 03 05  5 065\t16 04 07 09 PM\tTuesday Tue March Mar
print(time.format(t, "%F|%T|%D|%x|%X|%c"))      // expect: 2024-03-05|16:07:09|03/05/24|03/05/24|16:07:09|Tue Mar  5 16:07:09 2024
print(time.format(t, "%Z %z %% %q"), time.format(t, "100%"))       // expect: UTC +0000 % %q\t100%
print(time.format(time.date(2024, 1, 1, 0), "%I %p"), time.format(time.date(2024, 1, 1, 12), "%I %p"))     // expect: 12 AM\t12 PM
time.format(t)                                  // expect error: bad argument #2 to 'time.format' (string expected, got nil)
