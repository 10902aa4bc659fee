x := 1
{
    x := 2
    { x := 3; print(x) }   // expect: 3
    print(x)               // expect: 2
}
print(x)                   // expect: 1
