func multiply(a, b, n) {
    c := matrix.dense(n, n)
    for i := range n { for j := range n { s := 0.0; for k := range n { s += matrix.getf(a, i, k) * matrix.getf(b, k, j) }; matrix.setf(c, i, j, s) } }
    return c
}
n := 8
a, one := matrix.dense(n, n), matrix.dense(n, n)
for i := range n { matrix.setf(one, i, i, 1); for j := range n { a[i][j] = i * n + j + 0.0 } }
p := multiply(a, one, n)
for i := range n { for j := range n { assert(p[i][j] == a[i][j]) } }
sq := multiply(a, a, n)
print(sq[0][0], sq[7][7], sq[3][4])             // expect: 1120.0\t16996.0\t7376.0
