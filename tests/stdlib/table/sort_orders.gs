func show(t, less) {
    table.sort(t, less)
    return table.concat(t, " ")
}
print(show({5, 2, 8, 1}), show({"pear", "Apple", "fig"}), show({}), show({1}))     // expect: 1 2 5 8\tApple fig pear\t\t1
print(show({5, 2, 8, 1}, func(a, b) { return a > b }))             // expect: 8 5 2 1
print(show({3, 1.5, -2, 2.5, 1 / 0.0, -1 / 0.0}))                  // expect: -Inf -2 1.5 2.5 3 +Inf
print(show({"b", "a\0b", "a", "", "é", "z"}) == " a a\0b b z é")   // expect: true
print(show({2, 1}, func(a, b) { return nil }), show({2, 1}, func(a, b) { return 0 }))      // expect: 2 1\t1 2
print(select("#", table.sort({2, 1})))          // expect: 0
t := {3, 1, 2, x: "kept"}
print(show(t), t.x, #t)                         // expect: 1 2 3\tkept\t3
