func read() { return late }
for range 3 { if pcall(read) { print("wrong") } }
load("late := 5")()
print(read())                           // expect: 5
func bump() { late += 1; return late }
print(bump(), bump(), late)             // expect: 6\t7\t7
late = "text"
print(read())                           // expect: text
