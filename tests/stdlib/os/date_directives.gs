// env: TZ=UTC
t := 1000000000
print(os.date("%Y-%m-%d %H:%M:%S", t), os.date("%y %e %j %I %p", t))       // expect: 2001-09-09 01:46:40\t01  9 252 01 AM
print(os.date("%A %a %B %b", t), os.date("%F %T", t), os.date("%D", t), os.date("%%", t))  // expect: Sunday Sun September Sep\t2001-09-09 01:46:40\t09/09/01\t%
print(os.date("%c", t), os.date("%x", t), os.date("%X", t))        // expect: Sun Sep  9 01:46:40 2001\t09/09/01\t01:46:40
print(os.date("%q %", t), os.date("", t) == "", os.date("plain", t))       // expect: %q %\ttrue\tplain
print(os.date("!%c", 0), os.date("!%Y", -1), os.date("%z", t))     // expect: Thu Jan  1 00:00:00 1970\t1969\t+0000
print(pcall(os.date, 5))                        // expect: false\tbad argument #1 to 'os.date' (string expected, got number)
os.date("%Y", "x")                              // expect error: bad argument #2 to 'os.date' (number expected, got string)
