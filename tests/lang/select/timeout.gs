ch := make(chan)
select {
case <-ch: print("no")
case <-time.after(0.01): print("timeout")      // expect: timeout
}
