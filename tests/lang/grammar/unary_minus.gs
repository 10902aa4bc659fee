// Unary minus binds tighter than * and looser than **.
print(-3 % 2, -2 * 3, -2 ** 2, (-2) ** 2)    // expect: -1\t-6\t-4\t4
x := 3
print(-x ** 2, - -x, -(-x), 5 - -x, 5 - - -x)   // expect: -9\t3\t3\t8\t2
