sw:
switch 1 {
case 1:
    for { break sw }
    print("never")
}
sel:
select {
default:
    for { switch { default: break sel } }
    print("never")
}
loop:
for {
    select {
    default: break loop
    }
}
print("done")        // expect: done
