stop := false
go func() { stop = true }()
func spin(n) { if stop { return n } return spin2(n + 1) }
func spin2(n) { if n > 1000 { return 0 } return spin(n) }
for !stop { spin(0) }
print("preempted")        // expect: preempted
