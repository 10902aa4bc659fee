// Key ":" always begins a keyed field.
m := func() { return "result" }
obj := {m: func(self) { return "method" }}
print({obj:m()}.obj, {(obj:m())}[1])        // expect: result\tmethod
print({["a b"]: 1}["a b"], {[1 + 1]: 2}[2]) // expect: 1\t2
