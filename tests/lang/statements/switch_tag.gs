func kind(x) {
    switch x {
    case 1, 2: return "small"
    case 3: return "three"
    default: return "other"
    case "s", nil: return "string or nil"
    }
}
print(kind(1), kind(2), kind(3), kind(9), kind("s"), kind(nil), kind(2.0))   // expect: small\tsmall\tthree\tother\tstring or nil\tstring or nil\tsmall
