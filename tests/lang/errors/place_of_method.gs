t := {}
t
    :nosuch()    // expect error: attempt to call a nil value (method 'nosuch' not found)
