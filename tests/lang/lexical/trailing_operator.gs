// A line that ends in an operator, comma, parenthesis or = continues.
x := 1 +

    2
a, b :=
    3,
    4
print(
    x,
    a, b,
)                // expect: 3\t3\t4
y :=
    "long" ..
    "er"
print(y)         // expect: longer
