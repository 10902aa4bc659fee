t := {}
for k, v := range string.gmatch("a=1, b=2; c=", "(%w+)=(%w*)") { t[k] = v }
print(t.a, t.b, t.c == "", table.count(t))      // expect: 1\t2\ttrue\t3
words := {}
for w := range ("one  two\nthree"):gmatch("%S+") { append(words, w) }
print(table.concat(words, ","))                 // expect: one,two,three
places := {}
for i := range string.gmatch("abc", "()") { append(places, i) }
print(table.concat(places, " "))                // expect: 1 2 3 4
count := 0
for range string.gmatch("aaa", "a*") { count++ }
print(count)                                    // expect: 1
