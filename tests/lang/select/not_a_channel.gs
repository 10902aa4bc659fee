print(pcall(func() { select { case <-5: } }))        // expect: false\treceive from non-channel value
print(pcall(func() { x := {}; select { case x <- 1: default: } }))   // expect: false\tsend on non-channel value
