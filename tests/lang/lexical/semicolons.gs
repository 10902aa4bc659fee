;;; a := 1;; b := 2 ;
;
func f() {; return a + b; }
print(f());;   // expect: 3
