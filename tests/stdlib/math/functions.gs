print(math.sqrt(16), math.sqrt(2), math.sqrt(-1), math.exp(0), math.sin(0), math.cos(0), math.tan(0))   // expect: 4.0\t1.4142135623730951\tNaN\t1.0\t0.0\t1.0\t0.0
print(math.asin(1), math.acos(1), math.atan(1), math.atan(1, -1), math.atan(0, -1))   // expect: 1.5707963267948966\t0.0\t0.7853981633974483\t2.356194490192345\t3.141592653589793
print(math.log(8, 2), math.log(1000, 10), math.log(1), math.log(0), math.log(1024, 2))   // expect: 3.0\t3.0\t0.0\t-Inf\t10.0
print(math.pow(2, 10), math.fmod(-7, 3), math.fmod(7, -3), math.hypot(3, 4))           // expect: 1024.0\t-1.0\t1.0\t5.0
print(math.modf(3.5))                   // expect: 3.0\t0.5
print(math.modf(-3.25))                 // expect: -3.0\t-0.25
