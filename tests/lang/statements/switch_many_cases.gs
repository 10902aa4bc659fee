// Dense, sparse and string cases.
func dense(n) {
    switch n {
    case 0: return "a"
    case 1: return "b"
    case 2: return "c"
    case 3: return "d"
    case 4: return "e"
    case 5: return "f"
    case 6: return "g"
    case 7: return "h"
    }
    return "-"
}
for i := -1; i <= 8; i++ { io.write(dense(i)) }
print(dense("1"), dense(3.0), dense(3.5), dense(nil))   // expect: -abcdefgh--\td\t-\t-
