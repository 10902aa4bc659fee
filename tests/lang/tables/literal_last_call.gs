f := func() { return 1, 2, 3 }
none := func() { }
print(#{f()}, #{f(), f()}, #{(f())}, #{f(), 9}, #{f(), x: 1}, #{0, none()}, #{none(), 1})   // expect: 3\t4\t1\t2\t1\t1\t2
