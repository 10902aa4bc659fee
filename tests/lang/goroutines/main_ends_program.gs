// When the main script ends other goroutines are abandoned.
go print("never")
go func() { defer print("never"); <-make(chan) }()
print("end")      // expect: end
