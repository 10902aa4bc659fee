x := 1 +
    nosuch       // expect error: undefined variable: nosuch
