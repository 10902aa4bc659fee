print(bit32.test(5, 0), bit32.test(5, 1), bit32.test(-1, 31), bit32.set(0, 31), bit32.set(5, 1), bit32.clear(7, 1), bit32.toggle(5, 0), bit32.toggle(0, 31))       // expect: true\tfalse\ttrue\t2147483648\t7\t5\t4\t2147483648
for _, f := range {"test", "set", "clear", "toggle"} {
    assert(select(2, pcall(bit32[f], 1, 32)) == "bad argument #2 to 'bit32." .. f .. "' (position out of range)", f)
    assert(select(2, pcall(bit32[f], 1, -1)) == "bad argument #2 to 'bit32." .. f .. "' (position out of range)", f)
    assert(select(2, pcall(bit32[f], 1)) == "bad argument #2 to 'bit32." .. f .. "' (number expected, got nil)", f)
}
bit32.set("x", 1)                               // expect error: bad argument #1 to 'bit32.set' (number expected, got string)
