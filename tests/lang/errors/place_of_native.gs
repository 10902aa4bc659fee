// A native has no place of its own.
s := "x"
n := s
    :rep(        // expect error: bad argument #2 to 'string.rep' (number expected, got table)
        {})
