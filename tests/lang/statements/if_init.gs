func lookup(k) { if k == "a" { return 1, nil } return nil, "no " .. k }
if v, err := lookup("a"); err == nil { print(v) }                              // expect: 1
if v, err := lookup("b"); err == nil { print(v) } else { print(err, v) }       // expect: no b\tnil
n := 1
if n++; n == 2 { print("statement init", n) }                                  // expect: statement init\t2
if n = 7; n == 7 { print("assignment init") }                                  // expect: assignment init
if print("call init"); true { }                                                // expect: call init
