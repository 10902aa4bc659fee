func none() { }
func bare() { return }
func three() { return 1, 2, 3 }
print(select("#", none()), select("#", bare()), select("#", three()))   // expect: 0\t0\t3
print((none()), none() == nil)                                          // expect: nil\ttrue
x := none()
print(x)                                                                // expect: nil
