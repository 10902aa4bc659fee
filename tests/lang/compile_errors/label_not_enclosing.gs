// expect compile error: 3:13: label 'done' not defined
done: for range 1 { }
for { break done }
