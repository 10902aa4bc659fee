n := 0
obj := {m: func(self, x) { return self.id, x }, id: "obj"}
func get() { n++; return obj }
print(get():m(5), n)         // expect: obj\t1
print(get():m(5))            // expect: obj\t5
