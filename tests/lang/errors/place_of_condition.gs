func f(n) {
    for i := 0;
        i < n;   // expect error: attempt to compare number with nil
        i++ { }
}
f(nil)
