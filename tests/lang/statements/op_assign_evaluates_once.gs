// The target's table and key are evaluated once, then its value is read, then the right side.
n, v := 0, {5, 5}
func next1() { n++; return n }
v[next1()] += 10
print(n, v[1], v[2])   // expect: 1\t15\t5
func table1() { io.write("table "); return v }
func key() { io.write("key "); return 2 }
func value() { io.write("value "); return 1 }
table1()[key()] -= value()
print(v[2])            // expect: table key value 4
x := 1
func change() { x = 100; return 5 }
x += change()
print(x)               // expect: 6
