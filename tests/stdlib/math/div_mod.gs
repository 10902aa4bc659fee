print(math.div(7, 2), math.div(-7, 2), math.div(7, -2), math.div(-7, -2), math.div(6, 3))   // expect: 3\t-4\t-4\t3\t2
print(math.mod(7, 2), math.mod(-7, 2), math.mod(7, -2), math.mod(-7, -2))                   // expect: 1\t1\t-1\t-1
print(math.div(math.mininteger, -1), math.mod(math.mininteger, -1))                         // expect: -9223372036854775808\t0
print(pcall(math.div, 1, 0))            // expect: false\tattempt to divide by zero
print(pcall(math.mod, 1, 0))            // expect: false\tattempt to perform modulo by zero
