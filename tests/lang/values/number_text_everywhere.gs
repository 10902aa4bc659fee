// One text form wherever a number becomes text.
x := 1e21
io.write(5.0, " ", x, "\n")                          // expect: 5.0 1e+21
print("" .. 5.0, tostring(5.0), string.format("%s", 5.0), table.concat({5.0, 1}, " "))   // expect: 5.0\t5.0\t5.0\t5.0 1
print(1 .. "", -0.0 .. "", 2 ** 63 .. "")            // expect: 1\t-0.0\t-9223372036854775808
