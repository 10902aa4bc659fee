m := matrix.dense(2, 2)
matrix.setf(m, 0, 1, 5)
print(matrix.getf(m, 0, 1), m[0][1], math.type(m[0][1]), select("#", matrix.setf(m, 1, 1, 2.5)), matrix.getf(m, 1, 1))     // expect: 5.0\t5.0\tfloat\t0\t2.5
t := {{1, 2}, {3, "4"}}
print(matrix.getf(t, 1, 2))                     // expect: 2.0
for _, at := range {{2, 0}, {0, 2}, {-1, 0}, {0, -1}} {
    assert(select(2, pcall(matrix.getf, m, at[1], at[2])) == "matrix.getf: index out of range")
    assert(select(2, pcall(matrix.setf, m, at[1], at[2], 1)) == "matrix.setf: index out of range")
}
print(pcall(matrix.getf, {{{}}}, 1, 1))         // expect: false\tmatrix.getf: element is not a number
print(pcall(matrix.getf, {5}, 1, 1))            // expect: false\tmatrix.getf: index out of range
print(pcall(matrix.setf, m, 0, 0, "x"))         // expect: false\tbad argument #4 to 'matrix.setf' (number expected, got string)
print(pcall(matrix.getf, 5, 1, 1))              // expect: false\tbad argument #1 to 'matrix.getf' (table expected, got number)
matrix.setf(m, 9, 9, 1)                         // expect error: matrix.setf: index out of range
