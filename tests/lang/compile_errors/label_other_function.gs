// expect compile error: 3:31: label 'l' not defined
// expect compile error: 4:34: label 'l' not defined
l: for { func() { for { break l } }()
    f := func() { for { continue l } } f() }
