m := matrix.dense(2, 3)
print(m[0][0], m[1][2], m[2], m[0][3], #m, #m[0], math.type(m[0][0]))      // expect: 0.0\t0.0\tnil\tnil\t1\t2\tfloat
m[1][2] = 5
m[0].label = "row"
print(m[1][2], m[0][2], m[0].label, type(m), table.count(m), table.count(m[1]))    // expect: 5\t0.0\trow\ttable\t2\t3
print(table.count(matrix.dense(0, 5)), table.count(matrix.dense(5, 0)), table.count(matrix.dense(-1, 2)))  // expect: 0\t0\t0
print(pcall(matrix.dense, 2))                   // expect: false\tbad argument #2 to 'matrix.dense' (number expected, got nil)
matrix.dense("x", 1)                            // expect error: bad argument #1 to 'matrix.dense' (number expected, got string)
