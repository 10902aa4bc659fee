_x, x1, X, aB_9 := 1, 2, 3, 4
print(_x, x1, X, aB_9)   // expect: 1\t2\t3\t4
inn, forx, nil1 := 5, 6, 7
print(inn, forx, nil1)   // expect: 5\t6\t7
