// A value raised again is reported at the place of the new raise.
ok, e := pcall(func() { error("E") })
error(e)         // expect error: E
