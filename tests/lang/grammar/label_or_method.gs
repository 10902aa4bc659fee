// Name ":" before for, switch or select { is a label, otherwise a method call.
obj := {go1: func(self) { print("method") }, select: func(self) { print("select method") }}
obj:go1()              // expect: method
obj:select()           // expect: select method
loop: for i := range 3 {
    for { continue loop }
}
pick: switch 1 {
case 1:
    for { break pick }
}
sel: select {
default:
    for { break sel }
}
