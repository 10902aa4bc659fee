t := {a: {}}
v := t
    .a
    .b
    .c           // expect error: attempt to index a nil value
