// Young objects stored into, moved inside and taken from big old arrays survive eden collections and markings in steps.
// flags: --set=gc.minheap=65536 --set=gc.growth=10 --set=gc.verify=5
// timeout: 60
// skip with: --gc-stress
t := {}
for i := 1; i <= 3000; i++ { append(t, {id: i, next: {id: i}}) }
seed := 7
func random(n) {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed % n + 1
}
for round := 1; round <= 20000; round++ {
  kind := random(8)
  if kind == 1 {
    append(t, {id: round, next: {id: round}})
  } else if kind == 2 {
    table.remove(t, random(#t))
  } else if kind == 3 {
    table.insert(t, random(#t), {id: -round, next: {id: -round}})
  } else if kind == 4 && round % 50 == 0 {
    table.reverse(t)
  } else if kind == 5 && round % 50 == 0 {
    table.sort(t, func(a, b) { return a.id < b.id })
  } else if kind == 6 {
    i, j := random(#t), random(#t)
    t[i], t[j] = t[j], t[i]
  } else {
    t[random(#t)] = {id: round, next: {id: round}}
  }
}
bad := 0
for _, v := range t { if v.id != v.next.id { bad++ } }
print(#t > 1000, bad)      // expect: true\t0
