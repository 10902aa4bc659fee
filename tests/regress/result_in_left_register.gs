// flags: --set=jit.threshold=8 --set=opt.threshold=30 --set=opt.exits=2
// A call's result took the register that another value left behind the same instruction, before it had moved.
text := ""
func shorten() {
  joined := string.sub(string.sub(text, 1, 40) .. text:upper(), -60)
  last := 51
  list, more := {}, 18
  for i, e := range list {
  }
}
func ignore(a, b, c) {
}
for round := 1; round <= 20; round++ {
  ok, result := pcall(ignore, 1, shorten(), {3.0, 1, 1e300})
  if !ok { print(result) }
}
print("same")   // expect: same
