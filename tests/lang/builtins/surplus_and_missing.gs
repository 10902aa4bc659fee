// Surplus arguments are ignored, missing ones are nil, an optional nil counts as missing.
print(tostring(1, 2, 3), type(1, 2), math.abs(-1, "x"))       // expect: 1\tnumber\t1
print(string.rep("a", 2, nil), string.find("abc", "b", nil))  // expect: aa\t2\t2
print(tostring())                                             // expect: nil
