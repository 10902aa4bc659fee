for x :=
    range        // expect error: cannot range over boolean
    true { }
