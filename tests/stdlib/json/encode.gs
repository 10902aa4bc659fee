print(json.encode({1, 2.5, "x", true, false}), json.encode({}), json.encode({a: 1}), json.encode("s"), json.encode(nil))   // expect: [1,2.5,"x",true,false]\t{}\t{"a":1}\t"s"\tnull
print(json.encode({b: 1, a: 2, [10]: 3, [true]: 4}))      // expect: {"10":3,"a":2,"b":1,"true":4}
print(json.encode({1, nil, 3}), json.encode({1, x: 2}), json.encode({[2]: 1}))   // expect: [1,null,3]\t{"1":1,"x":2}\t{"2":1}
print(json.encode(3.0), json.encode(0.1), json.encode(1e21), json.encode(1e-7), json.encode(123456789012), json.encode(1e20), json.encode(0.000001))   // expect: 3\t0.1\t1e+21\t1e-7\t123456789012\t100000000000000000000\t0.000001
print(json.encode(0.0 / 0), json.encode(1 / 0.0), json.encode({0.0 / 0}))         // expect: null\tnull\t[null]
print(json.encode({a: {b: {c: {1, {}}}}}))                // expect: {"a":{"b":{"c":[1,{}]}}}
