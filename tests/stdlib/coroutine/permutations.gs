func permute(a, n) {
    if n <= 1 { coroutine.yield(table.concat(a)); return }
    for i := 1; i <= n; i++ {
        a[n], a[i] = a[i], a[n]
        permute(a, n - 1)
        a[n], a[i] = a[i], a[n]
    }
}
all := {}
for p := range coroutine.wrap(func() { permute({"a", "b", "c", "d"}, 4) }) { append(all, p) }
print(#all, #table.unique(all), table.concat(sort.asc(all), " "):sub(1, 19))       // expect: 24\t24\tabcd abdc acbd acdb
