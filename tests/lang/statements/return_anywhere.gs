func f(x) {
    if x { return "early" }
    return "late"
    print("never reached")
}
print(f(true), f(false))            // expect: early\tlate
func g() {
    for i := range 10 { for { if i == 3 { return i } break } }
}
print(g())                          // expect: 3
func h() { switch 1 { case 1: return "from switch" } }
print(h())                          // expect: from switch
func k() { select { default: return "from select" } }
print(k())                          // expect: from select
