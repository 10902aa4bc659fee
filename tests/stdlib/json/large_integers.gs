// Ids of 64 bits survive, as they do not in languages whose numbers are doubles.
for _, n := range {9007199254740993, 1234567890123456789, math.maxinteger, math.mininteger, -9007199254740993} {
    assert(json.decode(json.encode(n)) == n && math.type(json.decode(json.encode(n))) == "integer")
    assert(json.decode(json.encode({id: n})).id == n)
}
print(json.encode(9007199254740993), json.encode(9007199254740992.0), json.decode("9007199254740993.0"))   // expect: 9007199254740993\t9007199254740992\t9007199254740992.0
