ch := 5
x := 1 +
    <-ch         // expect error: receive from non-channel value
