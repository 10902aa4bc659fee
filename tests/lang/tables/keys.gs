k, f, c := {}, func() { }, make(chan)
t := {[k]: "table", [f]: "function", [c]: "channel", [true]: "true", [false]: "false", [1.5]: "float", [-3]: "negative", [""]: "empty"}
print(t[k], t[f], t[c], t[true], t[false], t[1.5], t[-3], t[""])   // expect: table\tfunction\tchannel\ttrue\tfalse\tfloat\tnegative\tempty
print(t[{}], t[func() { }], t[nil], t[0.0 / 0])                    // expect: nil\tnil\tnil\tnil
