// A chunk made by load may defer.
print(load("defer print(\"deferred\") print(\"body\") return 5")())
// expect: body
// expect: deferred
// expect: 5
