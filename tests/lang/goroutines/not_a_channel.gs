x := 5
print(pcall(func() { x <- 1 }))      // expect: false\tsend on non-channel value
print(pcall(func() { <-x }))         // expect: false\treceive from non-channel value
print(pcall(func() { v := <-nil }))  // expect: false\treceive from non-channel value
print(pcall(func() { n := nil; n <- 1 }))   // expect: false\tsend on non-channel value
