t := {}
v := t
    .x[          // expect error: attempt to index a nil value
    1
]
