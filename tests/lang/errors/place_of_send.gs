ch := nil
ch <- 1          // expect error: send on non-channel value
