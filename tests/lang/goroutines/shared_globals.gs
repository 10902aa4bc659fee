n := 0
for range 10 { go func() { n++ }() }
sched.yield()
print(n)          // expect: 10
