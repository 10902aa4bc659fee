func mk() { return {} }
func mkf() { return func() {} }
print(mk() == mk(), mkf() == mkf(), mk == mk)   // expect: false\tfalse\ttrue
