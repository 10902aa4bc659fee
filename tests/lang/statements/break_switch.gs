for i := 0; i < 3; i++ {
    switch {
    case i == 1: continue
    case i == 2: break
    }
    io.write("after ", i, " ")
}
print()              // expect: after 0 after 2\x20
switch 1 { case 1: if true { break } print("never") }
select { default: if true { break } print("never") }
