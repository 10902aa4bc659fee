print(json.encode({}), json.encode({{}}), json.encode({1, "a", {2}}))      // expect: {}\t[{}]\t[1,"a",[2]]
print(json.encode({[1]: "a", [2]: "b"}), json.encode({[0]: "z"}), json.encode({[-1]: 1}), json.encode({[1.5]: 1}))         // expect: ["a","b"]\t{"0":"z"}\t{"-1":1}\t{"1.5":1}
print(json.encode({b: 1, a: {d: 2, c: 3}}), json.encode({B: 1, a: 2, A: 3}), json.encode({["é"]: 1, z: 2}))        // expect: {"a":{"c":3,"d":2},"b":1}\t{"A":3,"B":1,"a":2}\t{"z":2,"é":1}
print(json.encode({[true]: 1, [false]: 2}), json.encode({[""]: 1}), json.encode({["a\"b"]: 1}))    // expect: {"false":2,"true":1}\t{"":1}\t{"a\\"b":1}
t := {1, 2, 3, 4}
t[2] = nil
print(json.encode(t), json.encode({1, x: nil}), json.encode({1, x: 2}))    // expect: [1,null,3,4]\t[1]\t{"1":1,"x":2}
json.encode({[print]: 1})                       // expect error: json.encode: cannot encode a function key
