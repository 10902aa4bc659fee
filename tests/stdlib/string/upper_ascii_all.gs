for b := range 128 {
    c := string.char(b)
    up := b >= 97 && b <= 122 && string.char(b - 32) || c
    low := b >= 65 && b <= 90 && string.char(b + 32) || c
    assert(string.upper(c) == up && string.lower(c) == low, b)
}
long := string.rep("aB1é", 5000)
print(string.upper(long) == string.rep("AB1É", 5000), string.lower(long) == string.rep("ab1é", 5000))   // expect: true\ttrue
