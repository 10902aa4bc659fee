// expect compile error: 3:30: label 'l' not defined
// expect compile error: 4:27: label 'l' not defined
l: for { func() { for { break l } }()
    f := func() { continue l } f() }
