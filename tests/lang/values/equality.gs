print(1 == 1.0, 0 == -0.0, 1 == 2, "a" == "a", "a" == "b", nil == nil, true == true)   // expect: true\ttrue\tfalse\ttrue\tfalse\ttrue\ttrue
print(nil == false, 0 == false, "" == nil, {} == {}, print == print)                   // expect: false\tfalse\tfalse\tfalse\ttrue
print(9007199254740993 == 9007199254740992.0, 9007199254740992 == 9007199254740992.0)  // expect: false\ttrue
print(math.maxinteger == 9223372036854775808.0, math.mininteger == -9223372036854775808.0)   // expect: false\ttrue
nan := 0.0 / 0
print(nan == nan, nan != nan, nan == 0)                                                // expect: false\ttrue\tfalse
s := "ab"
print("a" .. "b" == s, ("x"):rep(100) == ("x"):rep(50) .. ("x"):rep(50))               // expect: true\ttrue
