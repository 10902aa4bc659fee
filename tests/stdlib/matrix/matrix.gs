m := matrix.dense(2, 3)
print(#m, m[0][0], m[1][2], m[2], m[0][3])                       // expect: 1\t0.0\t0.0\tnil\tnil
m[0][1] = 5
matrix.setf(m, 1, 2, 7)
print(m[0][1], matrix.getf(m, 0, 1), m[1][2], math.type(m[1][2]))   // expect: 5\t5.0\t7.0\tfloat
print(#matrix.dense(0, 5), table.count(matrix.dense(3, 0)), matrix.getf({[0]: {[0]: 3}}, 0, 0))   // expect: 0\t0\t3.0
print(pcall(matrix.getf, m, 5, 0))               // expect: false\tmatrix.getf: index out of range
print(pcall(matrix.getf, m, 0, 9))               // expect: false\tmatrix.getf: index out of range
print(pcall(matrix.getf, {[0]: {[0]: {}}}, 0, 0))   // expect: false\tmatrix.getf: element is not a number
print(pcall(matrix.setf, m, -1, 0, 1))           // expect: false\tmatrix.setf: index out of range
print(pcall(matrix.dense, "x"))                  // expect: false\tbad argument #1 to 'matrix.dense' (number expected, got string)
