// expect compile error: 2:14: duplicate parameter 'a'
f := func(a, a...) { }
