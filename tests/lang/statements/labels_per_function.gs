// Labels belong to a function body; the same name may serve in another.
l: for {
    f := func() { l: for { break l }; return "inner" }
    print(f())       // expect: inner
    break l
}
unused: for range 1 { }
